import Domain
import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

struct ActionTests {
    private let now = TemporaryLedger.start

    @Test func `lets a held story begin again`() async throws {
        let (temporary, id, story) = try await taken()
        try await temporary.ledger.settle(story, as: .held(reason: "look"), now: now)
        try await temporary.ledger.retry(id, now: now)
        let again = try await temporary.ledger.take(.queued, attempts: 8, now: now)
        #expect(again?.id == id)
        #expect(again?.attempts == 1)
    }

    @Test func `lets the operator win against a worker, who is told`() async throws {
        let (temporary, id, story) = try await taken()
        try await temporary.ledger.reject(id, reason: "unwanted", now: now)
        await #expect(throws: LedgerError.overtaken(story: id, state: "rejected")) {
            try await temporary.ledger.settle(story, as: .held(reason: "look"), now: now)
        }
        let row = try await temporary.ledger.queue().first { $0.id == id }
        #expect(row?.reason == "unwanted")
    }

    @Test func `lets a worker win against the operator, who is told`() async throws {
        let (temporary, id, story) = try await taken()
        try await temporary.ledger.settle(story, as: .dead(reason: "gone"), now: now)
        await #expect(throws: LedgerError.overtaken(story: id, state: "dead")) {
            try await temporary.ledger.reject(id, reason: "unwanted", now: now)
        }
    }

    @Test func `lets exactly one of many operators win`() async throws {
        let (temporary, id, story) = try await taken()
        try await temporary.ledger.settle(story, as: .held(reason: "look"), now: now)
        let wins = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                group.addTask {
                    do {
                        if number.isMultiple(of: 2) {
                            try await temporary.ledger.retry(id, now: now)
                        } else {
                            try await temporary.ledger.reject(id, reason: "no", now: now)
                        }
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        // A story may be queued and then rejected, or rejected and then queued, again and again: but
        // never two at once from the same state.
        let attempts = try await temporary.ledger.detail(of: id)?.attempts ?? []
        #expect(attempts.count { $0["outcome"] == "operator" } == wins)
    }

    @Test func `tells of a story that is not there`() async throws {
        let temporary = try TemporaryLedger()
        await #expect(throws: LedgerError.overtaken(story: "nothere0", state: "not there")) {
            try await temporary.ledger.retry("nothere0", now: now)
        }
    }

    @Test func `takes a story that was in progress at a crash alone, and not with the others`()
        async throws
    {
        let (temporary, id, _) = try await taken()
        _ = try await temporary.ledger.recover(now: now)
        #expect(try await temporary.ledger.take(.queued, attempts: 8, now: now) == nil)
        _ = try await temporary.ledger.take(.queued, attempts: 8, alone: true, now: now)
        _ = try await temporary.ledger.recover(now: now)
        let row = try await temporary.ledger.queue().first { $0.id == id }
        #expect(row?.state == "dead")
        #expect(row?.reason == "crashed the program twice while queued")
    }

    @Test func `lets nothing wait for a clock that was set back`() async throws {
        let (temporary, id, story) = try await taken()
        try await temporary.ledger.noteClock(now)
        try await temporary.ledger.settle(
            story, as: .retry(at: now.addingTimeInterval(3600), reason: "no route"), now: now)
        let back = now.addingTimeInterval(-86_400)
        #expect(try await temporary.ledger.noteClock(back) == false)
        #expect(try await temporary.ledger.take(.queued, attempts: 8, now: back)?.id == id)
    }

    @Test func `rests a step as a whole, longer each time, until a story gets through`()
        async throws
    {
        let (temporary, _, story) = try await taken()
        let ledger = temporary.ledger
        try await ledger.settle(story, as: .wait(until: now, reason: "full"), now: now)
        for (turn, isNew) in [(0, true), (1, false)] {
            let answer = try await ledger.rest(
                .queued, least: .seconds(900), most: .seconds(21_600), reason: "full", now: now)
            #expect(answer == isNew, "\(turn)")
        }
        #expect(try await !ledger.hasDue(.queued, now: now.addingTimeInterval(1799)))
        let later = now.addingTimeInterval(1801)
        let again = try #require(try await ledger.take(.queued, attempts: 8, now: later))
        try await ledger.settle(again, as: .rejected(reason: "thin"), now: later)
        #expect(try await ledger.problems().allSatisfy { $0.kind != "step" })
    }

    private func taken() async throws -> (TemporaryLedger, String, Story) {
        let temporary = try TemporaryLedger()
        let id = try await temporary.queuedStory()
        let story = try #require(try await temporary.ledger.take(.queued, attempts: 8, now: now))
        return (temporary, id, story)
    }
}
