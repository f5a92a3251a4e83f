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

    /// Puts an entry of a feed in a story that is queued, or opens one, hours before now.
    private func report(
        _ key: String, of feed: String, hours: Double, weight: Double = 1, joining: String? = nil,
        in ledger: Ledger
    ) async throws -> String {
        let row = try await ledger.feeds(listed: ["http://\(feed).example/feed"])[0]
        let entry = Entry(
            id: key, title: "某地发布新规\(key)", link: "http://\(feed).example/\(key)",
            published: now.addingTimeInterval(-hours * 3600))
        let poll = Poll(
            feedID: row.id, url: row.url,
            outcome: .changed(
                Feed(format: .rss, title: "甲报", entries: [entry]),
                canonicalURLs: ["http://\(feed).example/\(key)"], bodyHash: key),
            status: 200, etag: nil, started: now, nextDue: now.addingTimeInterval(3600))
        _ = try await ledger.record([poll])
        let placement: Placement =
            joining.map { .joins(story: $0, .same) } ?? .opens(following: nil)
        _ = try await ledger.place(
            try await ledger.newReports(limit: 10).map { ($0, placement, key, weight) }, now: now)
        return key
    }

    @Test func `hands out what more feeds tell, then what is fresher, by the feeds' weights`()
        async throws
    {
        let temporary = try TemporaryLedger()
        let ledger = temporary.ledger
        _ = try await report("old", of: "a", hours: 30, in: ledger)
        _ = try await report("fresh", of: "a", hours: 1, in: ledger)
        let shared = try await report("shared", of: "a", hours: 10, in: ledger)
        _ = try await report("copy", of: "b", hours: 9, joining: shared, in: ledger)
        _ = try await report("heavy", of: "c", hours: 20, weight: 3, in: ledger)
        var order: [String] = []
        while let story = try await ledger.take(.queued, attempts: 8, now: now) {
            order.append(story.id)
        }
        #expect(order == ["heavy", "shared", "fresh", "old"])
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
