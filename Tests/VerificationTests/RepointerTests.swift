import Domain
import Foundation
import Testing
import Verification

struct RepointerTests {
    private let sources = [
        Source(
            number: 1, kind: .page, url: "http://a.example/1", title: "t", retrieved: .now,
            text: "港务局周二开始疏浚航道。工程预计持续三个月，期间渡轮改道。", isReusable: true),
        Source(
            number: 2, kind: .page, url: "http://b.example/2", title: "t", retrieved: .now,
            text: "去年港口吞吐量达到 435 万个集装箱，同比增长 6%。港口有员工 1240 人。", isReusable: true),
    ]

    private func sentence(_ text: String) -> Draft.Sentence {
        Draft.Sentence(
            evidence: [.init(source: "s1", span: "工程预计持续三个月，期间渡轮改道。")], text: text)
    }

    @Test func `points a true sentence to the sibling source that carries it`() throws {
        let other = try #require(
            Repointer(SourceReadings(sources)).repointed(
                sentence("去年港口吞吐量达到 435 万个集装箱，同比增长 6%。"), avoiding: []))
        #expect(other.evidence.map(\.source) == ["s2"])
        #expect(other.evidence[0].span.contains("435 万"))
        #expect(other.text == "去年港口吞吐量达到 435 万个集装箱，同比增长 6%。")
    }

    @Test(arguments: ["去年港口吞吐量达到 534 万个集装箱，同比增长 6%。", "去年港口吞吐量达到 435 万个集装箱，同比下降 6%。"])
    func `points nothing to a passage that says otherwise`(text: String) {
        #expect(Repointer(SourceReadings(sources)).repointed(sentence(text), avoiding: []) == nil)
    }

    @Test func `does not look where it was not found before`() {
        let carried = sentence("去年港口吞吐量达到 435 万个集装箱，同比增长 6%。")
        #expect(Repointer(SourceReadings(sources)).repointed(carried, avoiding: [2]) == nil)
    }
}
