import Domain
import Foundation
import Testing
import Verification

struct RulePageTests {
    private static let cases = rulePages.flatMap { page in page.examples.map { (page, $0) } }

    private func findings(_ sentence: String, _ example: RulePage.Example) -> [Finding] {
        claimFindings(
            sentence, source: example.source ?? example.evidence, evidence: example.evidence,
            published: example.published.flatMap { Timestamp.date("\($0)T00:00:00.000Z") })
    }

    @Test(arguments: cases)
    func `catches what its page says`(page: RulePage, example: RulePage.Example) {
        let found = findings(example.caught, example)
        #expect(
            found.contains { $0.rule == page.rule && ($0.severity == .hard) == page.isHard },
            "\(example.caught): \(found)")
    }

    @Test(arguments: cases)
    func `passes what its page says`(page: RulePage, example: RulePage.Example) {
        let found = findings(example.passed, example)
        #expect(found.isEmpty, "\(example.passed): \(found)")
    }

    @Test func `has a page in docs, as it stands, for every rule`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/rules").standardized
        for page in rulePages {
            let text = try String(
                contentsOf: folder.appending(path: "\(page.rule).md"), encoding: .utf8)
            #expect(text == page.markdown, "run `caibian-lab rules docs/rules`")
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(files).isSuperset(of: rulePages.map { "\($0.rule).md" }))
    }
}
