import Domain
import Foundation
import Ledger
import Testing

struct PollingTests {
    @Test func `keeps validators and counts across a restart`() async throws {
        let temporary = try TemporaryLedger()
        _ = try await temporary.queuedStory()
        let feed = try #require(
            try await temporary.reopened().feeds(listed: ["http://a.example/feed"]).first)
        #expect(feed.etag == "\"1\"")
        #expect(feed.bodyHash == "aa")
        #expect(feed.due == TemporaryLedger.start.addingTimeInterval(3600))
    }

    @Test func `takes an entry in only once`() async throws {
        let temporary = try TemporaryLedger()
        _ = try await temporary.queuedStory()
        let feed = try await temporary.ledger.feeds(listed: ["http://a.example/feed"])[0]
        let poll = Poll(
            feedID: feed.id, url: feed.url,
            outcome: .changed(
                Feed(format: .rss, entries: [Entry(id: "1"), Entry(id: "2")]),
                canonicalURLs: [nil, nil], bodyHash: "bb"),
            status: 200, started: TemporaryLedger.start, nextDue: TemporaryLedger.start)
        #expect(try await temporary.ledger.record([poll]) == 1)
    }

    @Test func `keeps validators when a poll fails and says why`() async throws {
        let temporary = try TemporaryLedger()
        _ = try await temporary.queuedStory()
        let feed = try await temporary.ledger.feeds(listed: ["http://a.example/feed"])[0]
        let poll = Poll(
            feedID: feed.id, url: feed.url, outcome: .failed("it is HTML", isGone: false),
            status: 200, started: TemporaryLedger.start, nextDue: TemporaryLedger.start)
        _ = try await temporary.ledger.record([poll])
        let after = try await temporary.ledger.feeds(listed: ["http://a.example/feed"])[0]
        #expect(after.etag == "\"1\"")
        #expect(after.failures == 1)
        let problem = try #require(try await temporary.ledger.problems().first)
        #expect(problem.detail == "it is HTML")
    }

    @Test func `does not let a date in the future keep an entry fresh`() async throws {
        let temporary = try TemporaryLedger()
        let feed = try await temporary.ledger.feeds(listed: ["http://a.example/feed"])[0]
        let future = Entry(id: "f", published: TemporaryLedger.start.addingTimeInterval(9e6))
        let poll = Poll(
            feedID: feed.id, url: feed.url,
            outcome: .changed(
                Feed(format: .rss, entries: [future]), canonicalURLs: [nil], bodyHash: "bb"),
            status: 200, started: TemporaryLedger.start, nextDue: TemporaryLedger.start)
        _ = try await temporary.ledger.record([poll])
        let report = try #require(try await temporary.ledger.newReports(limit: 1).first)
        #expect(report.published == TemporaryLedger.start)
    }
}
