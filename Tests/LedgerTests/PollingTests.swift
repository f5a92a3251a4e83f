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

    @Test func `gives up a feed whose parsing ended the program twice in a row`() async throws {
        let temporary = try TemporaryLedger()
        let (ledger, now) = (temporary.ledger, TemporaryLedger.start)
        _ = try await temporary.queuedStory()
        func feed() async throws -> FeedRecord {
            try await ledger.feeds(listed: ["http://a.example/feed"])[0]
        }
        let id = try await feed().id
        let parsed = Poll(
            feedID: id, url: "http://a.example/feed", outcome: .failed("it is HTML", isGone: false),
            status: 200, started: now, nextDue: now)
        try await ledger.suspect(feeds: [id], now: now)
        let once = try await feed()
        #expect(once.isSuspect && !once.isGone)
        // It was parsed since, if in vain: the next crash is the first again.
        _ = try await ledger.record([parsed])
        #expect(try await feed().isSuspect == false)
        try await ledger.suspect(feeds: [id], now: now)
        try await ledger.suspect(feeds: [id], now: now)
        #expect(try await feed().isGone)
        let health = try #require(try await ledger.feedHealth().first)
        #expect(health.error?.contains("crashed the program twice") == true)
        #expect(try await ledger.resumeFeed("http://a.example/feed"))
        let resumed = try await feed()
        #expect(!resumed.isSuspect && !resumed.isGone)
    }

    @Test func `knows the entries that a feed showed before, when it brings many at once`()
        async throws
    {
        let temporary = try TemporaryLedger()
        let (ledger, now) = (temporary.ledger, TemporaryLedger.start)
        let urls = ["http://a.example/feed", "http://b.example/feed"]
        let rows = try await ledger.feeds(listed: urls)
        func entries(_ prefix: String, _ numbers: Range<Int>) -> [Entry] {
            numbers.map { number in
                // Even ones are known by their page, odd ones by what they say.
                Entry(
                    id: prefix + "\(number)", title: "新闻\(number)",
                    link: number % 2 == 0 ? "http://a.example/\(number)" : nil, published: now,
                    summary: number % 2 == 0 ? prefix : "内容\(number)")
            }
        }
        func record(_ row: FeedRecord, _ entries: [Entry]) async throws {
            _ = try await ledger.record([
                Poll(
                    feedID: row.id, url: row.url,
                    outcome: .changed(
                        Feed(format: .rss, entries: entries), canonicalURLs: entries.map(\.link),
                        bodyHash: entries[0].id),
                    status: 200, started: now, nextDue: now)
            ])
        }
        try await record(rows[0], entries("first ", 0..<30))
        #expect(try await ledger.reissuedReports(moreThan: 20).isEmpty)
        _ = try await ledger.place(
            try await ledger.newReports(limit: 100).map {
                ($0, .opens(following: nil), ShortID.of($0.key), 1)
            }, now: now)
        try await record(rows[0], entries("second ", 10..<35))
        try await record(rows[1], entries("first ", 0..<30))
        let reissued = try await ledger.reissuedReports(moreThan: 20)
        let reports = try await ledger.newReports(limit: 100)
        let keys = reports.filter { reissued.contains($0.id) }.map(\.key)
        #expect(Set(keys) == Set(entries("second ", 10..<30).map(\.id)))
        // As many as a feed may bring are looked at one by one.
        #expect(try await ledger.reissuedReports(moreThan: 30).isEmpty)
    }
}
