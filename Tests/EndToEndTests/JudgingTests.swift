import Domain
import Foundation
import Ledger
import Newsroom
import Pipeline
import Testing

// One world at a time: each has eight servers.
@Suite(.serialized)
struct JudgingTests {
    @Test func `publishes with a score that the ledger reckons again`() async throws {
        let desk = try await Desk(sites: ["远山科技"])
        try await desk.pass()
        let published = try await desk.ledger.published()
        #expect(!published.isEmpty)
        for row in published {
            let score = try #require(try await desk.ledger.score(of: row.id))
            #expect(row.score == score.value)
            #expect(score.value >= 80)
            #expect(try desk.text(of: row.path).contains("ai_score: \(score.value)"))
        }
        let reckoned = try await desk.ledger.scoresDiffering()
        #expect(reckoned == 0)
        await desk.close()
    }

    @Test func `publishes without the sentences that nothing supports`() async throws {
        let desk = try await Desk(sites: ["远山科技"])
        desk.newsroom.faults.set(.answer(.unsupported), for: "model")
        try await desk.pass()
        let published = try await desk.ledger.published()
        #expect(!published.isEmpty)
        for file in try desk.files() {
            #expect(!(try desk.text(of: file).contains("各方一致给予好评")))
        }
        let rounds = try await desk.ledger.draft(of: published[0].id)
        #expect((rounds?.repairs ?? 0) > 0)
        let counts = try await desk.ledger.findingCounts()
        #expect(counts.contains { $0.severity == "hard" && $0.rule.hasPrefix("number.") })
        await desk.close()
    }

    @Test(arguments: [
        (AnswerFault.judgesAllTrue, "made to test it, twice"),
        (.judgesNothing, "other claims than it was asked about, twice"),
        (.judgesInProse, "has not the form asked for"),
        (.judgesInventing, "made to test it, twice"),
    ])
    func `holds what a judge that cannot be believed has judged`(
        fault: AnswerFault, words: String
    ) async throws {
        let desk = try await Desk(sites: ["远山科技"])
        desk.newsroom.faults.set(.answer(fault), for: "model")
        try await desk.pass()
        #expect(try desk.files().isEmpty)
        let reasons = try await desk.ledger.queue().filter { $0.state == "held" }.map(\.reason)
        #expect(reasons.contains { $0?.contains(words) == true }, "\(reasons)")
        await desk.close()
    }

    @Test func `holds what no judge could be reached for, once it waited long enough`() async throws
    {
        let desk = try await Desk(
            sites: ["远山科技"], publish: "{judge_wait: 2h}", judge: "http://127.20.0.100:1/v1")
        try await desk.pass()
        #expect(try await desk.ledger.queue().contains { $0.state == "drafted" })
        for hours in [1, 2, 3, 6, 12] {
            try await desk.pass(at: Desk.moment.addingTimeInterval(Double(hours) * 3600), .due)
        }
        let held = try await desk.ledger.queue().filter { $0.state == "held" }
        #expect(!held.isEmpty)
        #expect(held.allSatisfy { $0.reason?.contains("no judge could be reached") == true })
        #expect(try desk.files().isEmpty)
        await desk.close()
    }

    @Test func `decides by the rules alone, without a score, when no judge is wanted`() async throws
    {
        let desk = try await Desk(sites: ["远山科技"], publish: "{judge: false}")
        desk.newsroom.faults.set(.answer(.unsupported), for: "model")
        try await desk.pass()
        let published = try await desk.ledger.published()
        #expect(published.allSatisfy { $0.score == nil })
        for file in try desk.files() {
            #expect(!(try desk.text(of: file).contains("ai_score")))
        }
        await desk.close()
    }
}
