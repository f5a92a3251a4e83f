import Domain
import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

struct BacklogTests {
    let now = TemporaryLedger.start

    /// A story of the backlog as a test wants it.
    private struct Wish {
        var weight = 1.0
        var hours = 1.0
        var feeds = 1

        /// What the documentation of `take` says of it.
        var rank: Double { weight * Double(1 + min(5, feeds)) / (1 + max(0, hours) / 24) }
    }

    /// Opens a story for each wish, told by so many feeds; ids are `s0`, `s1` and so on.
    private func open(_ wishes: [Wish], in ledger: Ledger) async throws {
        let most = wishes.map(\.feeds).max() ?? 1
        let urls = (0..<most).map { "http://f\($0).example/feed" }
        let rows = try await ledger.feeds(listed: urls)
        for (feed, row) in rows.enumerated() {
            let told = wishes.indices.filter { wishes[$0].feeds > feed }
            let entries = told.map { index in
                Entry(
                    id: "\(index)", title: "某地发布新规\(index)", link: "\(row.url)/\(index)",
                    published: now.addingTimeInterval(-wishes[index].hours * 3600))
            }
            let poll = Poll(
                feedID: row.id, url: row.url,
                outcome: .changed(
                    Feed(format: .rss, title: "甲报", entries: entries),
                    canonicalURLs: entries.map(\.link), bodyHash: "aa"),
                status: 200, etag: nil, started: now, nextDue: now.addingTimeInterval(3600))
            _ = try await ledger.record([poll])
            let reports = try await ledger.newReports(limit: 100_000)
            _ = try await ledger.place(
                reports.map { report in
                    let id = "s\(report.key)"
                    return (
                        report, feed == 0 ? .opens(following: nil) : .joins(story: id, .same), id,
                        wishes[Int(report.key) ?? 0].weight
                    )
                }, now: now)
        }
    }

    @Test func `hands out a backlog by its rank, whatever it is made of`() async throws {
        let temporary = try TemporaryLedger()
        var dice = SystemRandomNumberGenerator()
        let wishes = (0..<200).map { _ in
            Wish(
                weight: [0.5, 1, 1, 2, 3].randomElement(using: &dice) ?? 1,
                hours: Double.random(in: 0..<200, using: &dice),
                feeds: Int.random(in: 1...7, using: &dice))
        }
        try await open(wishes, in: temporary.ledger)
        var ranks: [Double] = []
        while let story = try await temporary.ledger.take(.queued, attempts: 8, now: now) {
            ranks.append(wishes[Int(story.id.dropFirst()) ?? 0].rank)
        }
        #expect(ranks.count == wishes.count)
        for (one, next) in zip(ranks, ranks.dropFirst()) { #expect(one >= next - 1e-6) }
    }

    @Test func `passes over the best story while it waits`() async throws {
        let temporary = try TemporaryLedger()
        let ledger = temporary.ledger
        try await open([Wish(weight: 3), Wish(weight: 1), Wish(weight: 1, hours: 9)], in: ledger)
        let best = try #require(try await ledger.take(.queued, attempts: 8, now: now))
        #expect(best.id == "s0")
        let later = now.addingTimeInterval(600)
        try await ledger.settle(best, as: .wait(until: later, reason: "throttled"), now: now)
        #expect(try await ledger.take(.queued, attempts: 8, now: now)?.id == "s1")
        #expect(try await ledger.take(.queued, attempts: 8, now: later)?.id == "s0")
        #expect(try await ledger.take(.queued, attempts: 8, now: later)?.id == "s2")
    }

    @Test func `does not count a feed again for an entry that only tells a story again`()
        async throws
    {
        let temporary = try TemporaryLedger()
        let ledger = temporary.ledger
        try await open([Wish(), Wish(hours: 2, feeds: 2)], in: ledger)
        let row = try await ledger.feeds(listed: ["http://f9.example/feed"])[0]
        let entry = Entry(id: "again", title: "某地发布新规0", published: now)
        _ = try await ledger.record([
            Poll(
                feedID: row.id, url: row.url,
                outcome: .changed(
                    Feed(format: .rss, title: "乙报", entries: [entry]), canonicalURLs: [nil],
                    bodyHash: "bb"),
                status: 200, etag: nil, started: now, nextDue: now)
        ])
        _ = try await ledger.place(
            try await ledger.newReports(limit: 10).map {
                ($0, .joins(story: "s0", .repeat), "", 1)
            }, now: now)
        #expect(try await ledger.take(.queued, attempts: 8, now: now)?.id == "s1")
    }

    @Test(arguments: [(Ledger.givingUp, "story_tried"), (Ledger.takingBest, "story_rank")])
    func `takes one of thousands without a look at the others`(sql: String, index: String) throws {
        let temporary = try TemporaryLedger()
        let plan = try DatabaseQueue(path: temporary.path).read { connection in
            try Row.fetchAll(
                connection, sql: "EXPLAIN QUERY PLAN " + sql,
                // What a value is changes no plan; a name that the statement has not is refused.
                arguments: StatementArguments(
                    Dictionary(
                        uniqueKeysWithValues: ["state", "now", "limit", "alone"]
                            .filter { sql.contains(":\($0)") }.map { ($0, "1") }))
            ).map { $0["detail"] as String }
        }
        let looks = plan.filter { $0.contains("story") || $0.contains("best") }
        let isDirect = looks.allSatisfy { look in
            look.hasPrefix("SEARCH") && (look.contains(index) || look.contains("PRIMARY KEY"))
        }
        #expect(!looks.isEmpty && isDirect, "\(plan)")
        // The rungs alone are sorted: of the stories of one an index has the order.
        #expect(plan.count { $0.contains("TEMP B-TREE") } <= 1, "\(plan)")
    }

    @Test func `says in one reading of which states a story is due`() async throws {
        let temporary = try TemporaryLedger()
        let ledger = temporary.ledger
        #expect(try await ledger.statesDue(at: now).isEmpty)
        _ = try await temporary.queuedStory()
        #expect(try await ledger.statesDue(at: now) == [.queued])
        _ = try await ledger.rest(
            .queued, least: .seconds(60), most: .seconds(60), reason: "disk full", now: now)
        #expect(try await ledger.statesDue(at: now).isEmpty)
        #expect(try await ledger.statesDue(at: now.addingTimeInterval(61)) == [.queued])
    }

    @Test func `reads only the feeds that are due, and knows every one that is listed`()
        async throws
    {
        let temporary = try TemporaryLedger()
        let ledger = temporary.ledger
        _ = try await temporary.queuedStory()
        let urls = ["http://a.example/feed", "http://b.example/feed"]
        #expect(try await ledger.feeds(listed: urls, due: now).map(\.url) == [urls[1]])
        let later = now.addingTimeInterval(3600)
        #expect(try await ledger.feeds(listed: urls, due: later).map(\.url) == urls)
        #expect(try await ledger.feeds(listed: urls).map(\.url) == urls)
    }
}
