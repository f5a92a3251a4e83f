import Domain
import Foundation
import Ledger
import TestSupport

/// A ledger in a directory of its own, removed with it.
final class TemporaryLedger: Sendable {
    static let start = Date(timeIntervalSince1970: 1_781_000_000)

    let directory: TemporaryDirectory
    let ledger: Ledger

    init() throws {
        directory = try TemporaryDirectory()
        ledger = try Self.open(directory)
    }

    var path: String { directory.appending("ledger.sqlite").path }

    func reopened() throws -> Ledger { try Self.open(directory) }

    /// A feed with one new entry that opened a queued story, whose id is answered.
    func queuedStory(key: String = "1", title: String = "某地发布新规") async throws -> String {
        let feed = try await ledger.feeds(listed: ["http://a.example/feed"])[0]
        let entry = Entry(
            id: key, title: title, link: "http://a.example/\(key)",
            published: Self.start.addingTimeInterval(-60))
        let poll = Poll(
            feedID: feed.id, url: feed.url,
            outcome: .changed(
                Feed(format: .rss, title: "甲报", entries: [entry]),
                canonicalURLs: ["http://a.example/\(key)"], bodyHash: "aa"),
            status: 200, etag: "\"1\"", started: Self.start,
            nextDue: Self.start.addingTimeInterval(3600))
        _ = try await ledger.record([poll])
        let reports = try await ledger.newReports(limit: 10)
        let id = ShortID.of(feed.url, key)
        _ = try await ledger.place(
            reports.map { ($0, .opens(following: nil), ShortID.of($0.feedURL, $0.key), 1) },
            now: Self.start)
        return id
    }

    private static func open(_ directory: TemporaryDirectory) throws -> Ledger {
        try Ledger(
            at: directory.appending("ledger.sqlite").path, for: .work, now: start,
            secret: String(repeating: "5", count: 64))
    }
}
