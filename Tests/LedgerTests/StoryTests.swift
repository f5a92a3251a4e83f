import Domain
import Foundation
import Ledger
import Testing

struct StoryTests {
    let now = TemporaryLedger.start

    @Test func `hands a story to one worker only`() async throws {
        let temporary = try TemporaryLedger()
        let id = try await temporary.queuedStory()
        let first = try await temporary.ledger.take(.queued, attempts: 8, now: now)
        let second = try await temporary.ledger.take(.queued, attempts: 8, now: now)
        #expect(first?.id == id)
        #expect(first?.attempts == 1)
        #expect(second == nil)
    }

    @Test func `counts no attempt for a wait or a stop`() async throws {
        let temporary = try TemporaryLedger()
        _ = try await temporary.queuedStory()
        for setback in [Setback.wait(until: now, reason: "throttled"), .stopped] {
            let story = try #require(
                try await temporary.ledger.take(.queued, attempts: 8, now: now))
            #expect(story.attempts == 1)
            try await temporary.ledger.settle(story, as: setback, now: now)
        }
    }

    @Test func `gives up after the last attempt and says what the trouble was`() async throws {
        let temporary = try TemporaryLedger()
        let id = try await temporary.queuedStory()
        for _ in 1...3 {
            let story = try #require(
                try await temporary.ledger.take(.queued, attempts: 3, now: now))
            try await temporary.ledger.settle(
                story, as: .retry(at: now, reason: "no route"), now: now)
        }
        #expect(try await temporary.ledger.take(.queued, attempts: 3, now: now) == nil)
        let row = try #require(try await temporary.ledger.queue().first { $0.id == id })
        #expect(row.state == "dead")
        #expect(row.reason == "gave up after 3 attempts: no route")
    }

    @Test func `frees what a crash left in progress and counts its attempt`() async throws {
        let temporary = try TemporaryLedger()
        _ = try await temporary.queuedStory()
        _ = try await temporary.ledger.take(.queued, attempts: 8, now: now)
        let again = try temporary.reopened()
        #expect(try await again.recover(now: now) == 1)
        #expect(try await again.take(.queued, attempts: 8, alone: true, now: now)?.attempts == 2)
    }

    @Test func `tells a step that its story was moved meanwhile`() async throws {
        let temporary = try TemporaryLedger()
        let id = try await temporary.queuedStory()
        let story = try #require(try await temporary.ledger.take(.queued, attempts: 8, now: now))
        try await temporary.ledger.settle(story, as: .rejected(reason: "unwanted"), now: now)
        await #expect(throws: LedgerError.overtaken(story: id, state: "rejected")) {
            try await temporary.ledger.settle(
                story, as: .retry(at: now, reason: "late"), now: now)
        }
    }
}
