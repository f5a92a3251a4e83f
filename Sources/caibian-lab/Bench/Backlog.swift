import ArgumentParser
import Domain
import Foundation
import Ledger

/// Fills a ledger with stories and says how long one takes to be taken, and what a restart costs.
struct Backlog: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take stories out of a long backlog, then recover from a crash with all of them.")

    @Option(help: "Stories in the backlog.")
    var stories = 10_000

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "backlog-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "ledger.sqlite").path
        let now = Date(timeIntervalSince1970: 1_781_000_000)
        let ledger = try Ledger(
            at: path, for: .work, now: now, secret: String(repeating: "5", count: 64))
        try await fill(ledger, now: now)
        let start = Usage()
        var first: Usage?
        var taken = 0
        while try await ledger.take(.queued, attempts: 8, now: now) != nil {
            taken += 1
            if taken == 100 { first = Usage() }
        }
        print(
            "\(taken) taken (\(Usage().since(start))); the first hundred: \((first ?? start).since(start))"
        )
        let crashed = Usage()
        let again = try Ledger(
            at: path, for: .work, now: now, secret: String(repeating: "5", count: 64))
        let freed = try await again.recover(now: now)
        print("opened and recovered \(freed) in progress (\(Usage().since(crashed)))")
    }

    private func fill(_ ledger: Ledger, now: Date) async throws {
        let rows = try await ledger.feeds(listed: (0..<40).map { "http://f\($0).example/feed" })
        var words = Words(seed: 7)
        for (number, row) in rows.enumerated() {
            let entries = stride(from: number, to: stories, by: rows.count).map { story in
                Entry(
                    id: "\(story)", title: words.title(), link: "\(row.url)/\(story)",
                    published: now.addingTimeInterval(-Double(story) * 17),
                    summary: words.sentence(), content: words.sentence() + words.sentence())
            }
            let poll = Poll(
                feedID: row.id, url: row.url,
                outcome: .changed(
                    Feed(format: .rss, title: "甲报", entries: entries),
                    canonicalURLs: entries.map(\.link), bodyHash: "aa"),
                status: 200, etag: nil, started: now, nextDue: now)
            _ = try await ledger.record([poll])
            _ = try await ledger.place(
                try await ledger.newReports(limit: 100_000).map {
                    ($0, .opens(following: nil), "s\($0.key)", Double(1 + number % 3))
                }, now: now)
        }
    }
}
