import Domain
import Ledger
import Testing

struct NamesTests {
    private let now = TemporaryLedger.start
    private let seed = Name(kind: .company, chinese: ["西门子"], aliases: ["Siemens"])
    private let proposal = Name(
        kind: .person, chinese: ["蒂尔达·布兰特", "布兰特"], aliases: ["Tilda Brandt", "Brandt"])

    @Test func `relies on seeds at once, on a proposed name when it is approved`() async throws {
        let temporary = try TemporaryLedger()
        let ledger = temporary.ledger
        #expect(try await ledger.names(seededWith: [seed], now: now) == [seed])
        _ = try await temporary.queuedStory()
        let story = try #require(try await ledger.take(.queued, attempts: 8, now: now))
        try await ledger.propose([proposal], in: story, now: now)
        #expect(try await ledger.names(seededWith: [seed], now: now) == [seed])
        #expect(
            try await ledger.nameRows().filter { $0.standing == .proposed }.map(\.chinese) == [
                "蒂尔达·布兰特"
            ])
        #expect(try await ledger.decide(name: "蒂尔达·布兰特", as: .approved, now: now))
        #expect(
            try await Set(ledger.names(seededWith: [seed], now: now).map(\.chinese)) == [
                seed.chinese, proposal.chinese,
            ])
        #expect(try await !ledger.decide(name: "无人", as: .approved, now: now))
    }

    @Test func `proposes a rejected name no more, and corrects a kind`() async throws {
        let temporary = try TemporaryLedger()
        let ledger = temporary.ledger
        _ = try await temporary.queuedStory()
        let story = try #require(try await ledger.take(.queued, attempts: 8, now: now))
        try await ledger.propose([proposal, seed], in: story, now: now)
        #expect(try await ledger.decide(name: "蒂尔达·布兰特", as: .rejected, now: now))
        #expect(try await ledger.decide(name: "西门子", as: .approved, kind: .body, now: now))
        try await ledger.propose([proposal], in: story, now: now)
        let rows = try await ledger.nameRows()
        #expect(rows.map(\.standing) == [.rejected, .approved])
        #expect(rows.map(\.kind) == ["person", "body"])
    }

    @Test func `keeps the first of two names of the same words`() async throws {
        let ledger = try TemporaryLedger().ledger
        let other = Name(kind: .company, chinese: ["西门子"], aliases: ["Siemens AG"])
        _ = try await ledger.names(seededWith: [seed], now: now)
        #expect(try await ledger.names(seededWith: [other, other], now: now) == [seed])
    }
}
