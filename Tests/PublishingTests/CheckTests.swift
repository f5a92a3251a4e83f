import Domain
import Foundation
import Publishing
import Testing

struct CheckTests {
    @Test func `names at least twelve defects of the article that has them all`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/article-with-every-defect.md")
        let rules = Set(checkFile(try String(contentsOf: path, encoding: .utf8)).map(\.rule))
        for rule in [
            "footnote.undefined", "footnote.grouped", "footnote.uncited", "footnote.no_url",
            "footnote.retrieved", "footnote.space", "footnote.few", "text.html", "text.tags",
            "front_matter.summary", "front_matter.source_url", "front_matter.cover",
            "front_matter.ai_score", "front_matter.word_count", "front_matter.reading_time",
            "style.hype", "style.template", "spacing.mixed", "punctuation.half_width",
            "aigc.missing", "front_matter.cjk",
        ] {
            #expect(rules.contains(rule), "\(rule)")
        }
    }

    @Test(arguments: [
        "", "---\n", "---\na: [\n---\n", "no front matter", "[^1]: x", "[^", "---\n---\n",
    ])
    func `survives what is hardly a file`(text: String) {
        #expect(!checkFile(text).isEmpty)
    }

    @Test func `says line and column`() {
        let found = checkFile("---\ntitle: t\n---\n\n正文在这里 [^x]。\n")
        let undefined = found.first { $0.rule == "footnote.undefined" }
        #expect(undefined?.place == .line(5, column: 7))
    }
}
