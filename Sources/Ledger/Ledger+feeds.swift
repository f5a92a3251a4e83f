import Domain
package import Foundation
import GRDB

extension Ledger {
    /// The records of the listed feeds, in their order; a feed never seen before gets its row. With
    /// `due` only of those that are due then.
    package func feeds(
        listed urls: [String], due: Date? = nil
    ) async throws(LedgerError) -> [FeedRecord] {
        let known = try await read { try String.fetchSet($0, sql: "SELECT url FROM feed") }
        let strangers = urls.filter { !known.contains($0) }
        if !strangers.isEmpty {
            try await write { connection in
                let statement = try connection.cachedStatement(
                    sql: "INSERT INTO feed (url) VALUES (:url) ON CONFLICT DO NOTHING")
                for url in strangers { try statement.execute(arguments: ["url": url]) }
            }
        }
        let records = try await read { try FeedRecord.all($0, due: due) }
        return records.isEmpty ? [] : urls.compactMap { records[$0] }
    }

    /// Records polls, their new entries and their fetches together, and answers how many entries
    /// were new.
    package func record(_ polls: [Poll]) async throws(LedgerError) -> Int {
        guard !polls.isEmpty else { return 0 }
        return try await write { connection in
            var added = 0
            for poll in polls {
                let new = try poll.addEntries(connection)
                try poll.updateFeed(connection, added: new)
                if poll.status != 304 {
                    try poll.noteMove(connection)
                    try poll.addFetch(connection)
                }
                added += new
            }
            return added
        }
    }

    /// Since when the polls of a feed fail; nil when they do not.
    package func failingSince(_ url: String) async throws(LedgerError) -> Date? {
        try await read { connection in
            try String.fetchOne(
                connection, sql: "SELECT failing_since FROM feed WHERE url = :url",
                arguments: ["url": url]
            ).flatMap(Timestamp.date)
        }
    }

    /// How many of the listed feeds are due; one never polled is.
    package func dueFeeds(_ listed: [String], at now: Date) async throws(LedgerError) -> Int {
        let known = try await read { try FeedRecord.all($0, due: nil) }
        return listed.count { url in
            guard let record = known[url] else { return true }
            return !record.isGone && record.due.map { $0 <= now } ?? true
        }
    }

    /// Lets a feed that was given up be polled again; false when there is no such feed.
    package func resumeFeed(_ url: String) async throws(LedgerError) -> Bool {
        try await write { connection in
            try connection.execute(
                sql: """
                    UPDATE feed SET gone_at = NULL, failures = 0, failing_since = NULL, error = NULL,
                        due_at = NULL, crashes = 0
                    WHERE url = :url
                    """, arguments: ["url": url])
            return connection.changesCount == 1
        }
    }
}

extension FeedRecord {
    fileprivate static func all(
        _ connection: Database, due: Date?
    ) throws -> [String: FeedRecord] {
        let rows = try Row.fetchCursor(
            connection,
            sql: """
                SELECT id, url, current_url, etag, last_modified, body_hash, failures,
                    failing_since, polled_at, changed_at, due_at, gone_at, cadence_seconds,
                    skipped_hours, skipped_days, crashes
                FROM feed
                WHERE :due IS NULL OR gone_at IS NULL AND (due_at IS NULL OR due_at <= :due)
                """, arguments: ["due": due.map(Timestamp.text)])
        var records: [String: FeedRecord] = [:]
        while let row = try rows.next() {
            let record = FeedRecord(row)
            records[record.url] = record
        }
        return records
    }

    private init(_ row: Row) {
        func numbers(_ column: String) -> Set<Int> {
            Set((row[column] as String?)?.split(separator: ",").compactMap { Int($0) } ?? [])
        }
        self.init(
            id: row[0], url: row[1], currentURL: row[2], etag: row[3], lastModified: row[4],
            bodyHash: row[5], failures: row[6], failingSince: row.date("failing_since"),
            polled: row.date("polled_at"), changed: row.date("changed_at"),
            due: row.date("due_at"), isGone: row["gone_at"] != nil,
            cadence: Cadence(
                interval: (row["cadence_seconds"] as Int?).map { .seconds($0) },
                skippedHours: numbers("skipped_hours"), skippedDays: numbers("skipped_days")),
            isSuspect: row["crashes"] as Int > 0)
    }
}

extension Poll {
    /// How often a permanent redirect must lead to one place, and for how long, to be believed.
    private static let movesBelieved = 3
    private static let moveTime: TimeInterval = 86_400

    fileprivate func addEntries(_ connection: Database) throws -> Int {
        guard case .changed(let feed, let canonicalURLs, _) = outcome else { return 0 }
        // The texts follow the feed; what a story has gathered stands in its sources and stays.
        let statement = try connection.cachedStatement(
            sql: """
                INSERT INTO entry (feed_id, key, url, canonical_url, title, author, language,
                    summary, content, image, categories, published_at, updated_at, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (feed_id, key) DO UPDATE SET title = excluded.title,
                    summary = excluded.summary, content = excluded.content,
                    updated_at = excluded.updated_at, revised_at = excluded.seen_at
                WHERE (title, summary, content)
                    IS NOT (excluded.title, excluded.summary, excluded.content)
                RETURNING revised_at IS NULL
                """)
        let seen = Timestamp.text(started)
        var added = 0
        for (entry, canonicalURL) in zip(feed.entries, canonicalURLs) {
            // A date in the future is a mistake of the feed, and would keep the entry fresh for ever.
            let published = min(entry.published ?? entry.updated ?? started, started)
            // By position: names cost more than the insertion itself.
            let isNew = try Bool.fetchOne(
                statement,
                arguments: [
                    feedID, entry.id, entry.link, canonicalURL, entry.title, entry.author,
                    entry.language ?? feed.language, entry.summary, entry.content, entry.image,
                    entry.categories.isEmpty ? nil : entry.categories.joined(separator: "\n"),
                    Timestamp.text(published), entry.updated.map(Timestamp.text), seen,
                ])
            if isNew == true { added += 1 }
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
                unchanged = unchanged + 1, failures = 0, crashes = 0, failing_since = NULL, error = NULL,
                etag = COALESCE(:etag, etag), last_modified = COALESCE(:modified, last_modified)
                """
            arguments += ["etag": etag, "modified": lastModified]
        case .changed(let feed, _, let hash):
            change = """
                failures = 0, crashes = 0, failing_since = NULL, error = NULL, changed_at = :now,
                etag = :etag, last_modified = :modified, body_hash = :hash, title = :title,
                site_url = :site, format = :format, defects = :defects, self_url = :self,
                hub_url = :hub, cadence_seconds = :cadence, skipped_hours = :hours,
                skipped_days = :days
                """
            arguments += [
                "etag": etag, "modified": lastModified, "hash": hash, "title": feed.title,
                "site": feed.link, "format": feed.format.rawValue,
                "defects": feed.defects.isEmpty ? nil : feed.defects.joined(separator: "; "),
                "self": feed.selfLink, "hub": feed.hubLink,
                "cadence": feed.cadence.interval?.components.seconds,
                "hours": list(feed.cadence.skippedHours), "days": list(feed.cadence.skippedDays),
            ]
        case .failed(let reason, let isGone):
            change = """
                crashes = CASE WHEN :status BETWEEN 200 AND 299 THEN 0 ELSE crashes END,
                failures = failures + 1, failing_since = COALESCE(failing_since, :now),
                error = :reason, gone_at = CASE WHEN :gone THEN :now END
                """
            arguments += ["reason": reason, "gone": isGone]
        }
        let statement = try connection.cachedStatement(
            sql: """
                UPDATE feed SET polled_at = :now, due_at = :due, status = :status,
                    polls = polls + 1, bytes = bytes + :bytes, entries = entries + :added,
                    \(change)
                WHERE id = :id
                """)
        try statement.execute(arguments: arguments)
    }

    private func list(_ numbers: Set<Int>) -> String? {
        numbers.isEmpty ? nil : numbers.sorted().map(String.init).joined(separator: ",")
    }

    /// A feed moves when permanent redirects led to the same place at three polls in a row, over a
    /// day or more; one answer without them starts the count anew.
    fileprivate func noteMove(_ connection: Database) throws {
        if case .failed = outcome { return }
        try connection.execute(
            sql: """
                UPDATE feed SET
                    moves = CASE WHEN :to IS NULL THEN 0 WHEN moved_to = :to THEN moves + 1 ELSE 1 END,
                    moved_since = CASE WHEN :to IS NULL THEN NULL
                        WHEN moved_to = :to THEN moved_since ELSE :now END,
                    moved_to = :to
                WHERE id = :id AND moved_to IS NOT NULL OR id = :id AND :to IS NOT NULL
                """,
            arguments: ["id": feedID, "to": movedTo, "now": Timestamp.text(started)])
        try connection.execute(
            sql: """
                UPDATE feed SET current_url = moved_to, moved_to = NULL, moved_since = NULL, moves = 0
                WHERE id = :id AND moves >= :enough AND moved_since <= :since
                """,
            arguments: [
                "id": feedID, "enough": Self.movesBelieved,
                "since": Timestamp.text(started.addingTimeInterval(-Self.moveTime)),
            ])
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
