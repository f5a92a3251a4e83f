package import Domain
package import Foundation
import GRDB

/// What the ledger knows of a feed before it is polled.
package struct FeedRecord: Sendable, Equatable {
    package var id: Int64
    package var url: String
    package var etag: String?
    package var lastModified: String?
    /// Of the last body that was parsed.
    package var bodySHA256: String?
    package var failures: Int
    /// Nil before the first poll.
    package var due: Date?
}

/// What one poll of a feed brought.
package struct Poll: Sendable {
    package enum Outcome: Sendable {
        /// 304, or 200 with the bytes of before.
        case unchanged
        case changed(Feed, canonicalURLs: [String?], bodySHA256: String)
        /// In words for the operator. `isGone`: 410, not to be polled again.
        case failed(String, isGone: Bool)
    }

    package var feedID: Int64
    package var url: String
    package var outcome: Outcome
    package var status: Int?
    package var finalURL: String?
    package var etag: String?
    package var lastModified: String?
    /// Bytes on the wire.
    package var bytes: Int
    package var started: Date
    package var duration: Duration
    package var nextDue: Date

    package init(
        feedID: Int64, url: String, outcome: Outcome, status: Int? = nil, finalURL: String? = nil,
        etag: String? = nil, lastModified: String? = nil, bytes: Int = 0, started: Date,
        duration: Duration = .zero, nextDue: Date
    ) {
        self.feedID = feedID
        self.url = url
        self.outcome = outcome
        self.status = status
        self.finalURL = finalURL
        self.etag = etag
        self.lastModified = lastModified
        self.bytes = bytes
        self.started = started
        self.duration = duration
        self.nextDue = nextDue
    }
}

extension Ledger {
    /// The records of the listed feeds, in their order; a feed never seen before gets its row.
    package func feeds(listed urls: [String]) async throws(LedgerError) -> [FeedRecord] {
        try await write { connection in
            try urls.map { url in
                let select = """
                    SELECT id, url, etag, last_modified, body_sha256, failures, due_at
                    FROM feed WHERE url = :url
                    """
                if let row = try Row.fetchOne(connection, sql: select, arguments: ["url": url]) {
                    return FeedRecord(row)
                }
                try connection.execute(
                    sql: "INSERT INTO feed (url) VALUES (:url)", arguments: ["url": url])
                return FeedRecord(id: connection.lastInsertedRowID, url: url, failures: 0)
            }
        }
    }

    /// Records polls, their new entries and their fetches together, and answers how many entries
    /// were new.
    package func record(_ polls: [Poll]) async throws(LedgerError) -> Int {
        try await write { connection in
            var added = 0
            for poll in polls {
                let new = try poll.addEntries(connection)
                try poll.updateFeed(connection, added: new)
                if poll.status != 304 { try poll.addFetch(connection) }
                added += new
            }
            return added
        }
    }
}

extension FeedRecord {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"], url: row["url"], etag: row["etag"], lastModified: row["last_modified"],
            bodySHA256: row["body_sha256"], failures: row["failures"],
            due: (row["due_at"] as String?).flatMap(Timestamp.date))
    }
}

extension Poll {
    fileprivate func addEntries(_ connection: Database) throws -> Int {
        guard case .changed(let feed, let canonicalURLs, _) = outcome else { return 0 }
        let statement = try connection.cachedStatement(
            sql: """
                INSERT INTO entry (feed_id, key, url, canonical_url, title, author, language,
                    summary, content, image, categories, published_at, updated_at, seen_at)
                VALUES (:feed, :key, :url, :canonical, :title, :author, :language,
                    :summary, :content, :image, :categories, :published, :updated, :seen)
                ON CONFLICT (feed_id, key) DO NOTHING
                """)
        var added = 0
        for (entry, canonicalURL) in zip(feed.entries, canonicalURLs) {
            // A date in the future is a mistake of the feed, and would keep the entry fresh for ever.
            let published = min(entry.published ?? entry.updated ?? started, started)
            try statement.execute(arguments: [
                "feed": feedID, "key": entry.id, "url": entry.link, "canonical": canonicalURL,
                "title": entry.title, "author": entry.author,
                "language": entry.language ?? feed.language, "summary": entry.summary,
                "content": entry.content, "image": entry.image,
                "categories": entry.categories.isEmpty
                    ? nil : entry.categories.joined(separator: "\n"),
                "published": Timestamp.text(published),
                "updated": entry.updated.map(Timestamp.text), "seen": Timestamp.text(started),
            ])
            added += connection.changesCount
        }
        return added
    }

    fileprivate func updateFeed(_ connection: Database, added: Int) throws {
        var arguments: StatementArguments = [
            "id": feedID, "now": Timestamp.text(started), "due": Timestamp.text(nextDue),
            "status": status, "bytes": bytes, "added": added,
        ]
        let change: String
        switch outcome {
        case .unchanged:
            change = """
                unchanged = unchanged + 1, failures = 0, error = NULL,
                etag = COALESCE(:etag, etag), last_modified = COALESCE(:modified, last_modified)
                """
            arguments += ["etag": etag, "modified": lastModified]
        case .changed(let feed, _, let digest):
            change = """
                failures = 0, error = NULL, changed_at = :now, etag = :etag,
                last_modified = :modified, body_sha256 = :digest, title = :title,
                site_url = :site, format = :format, defects = :defects
                """
            arguments += [
                "etag": etag, "modified": lastModified, "digest": digest, "title": feed.title,
                "site": feed.link, "format": feed.format.rawValue,
                "defects": feed.defects.isEmpty ? nil : feed.defects.joined(separator: "; "),
            ]
        case .failed(let reason, let isGone):
            change = """
                failures = failures + 1, error = :reason,
                gone_at = CASE WHEN :gone THEN :now END
                """
            arguments += ["reason": reason, "gone": isGone]
        }
        try connection.execute(
            sql: """
                UPDATE feed SET polled_at = :now, due_at = :due, status = :status,
                    polls = polls + 1, bytes = bytes + :bytes, entries = entries + :added,
                    \(change)
                WHERE id = :id
                """, arguments: arguments)
    }

    fileprivate func addFetch(_ connection: Database) throws {
        var error: String?
        if case .failed(let reason, _) = outcome { error = reason }
        try FetchRecord(
            purpose: .feed, url: url, finalURL: finalURL, status: status, bytes: bytes,
            started: started, duration: duration, error: error
        ).insert(connection)
    }
}
