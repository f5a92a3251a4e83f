import Domain
package import Foundation
import GRDB

/// What a pruning removed.
package struct Pruned: Sendable, Codable, Equatable {
    /// Rows of fetches, searches, robots.txt, vectors, attempts and passes.
    package var rows: Int
    /// Pages, entries, sources and answers whose texts were let go.
    package var texts: Int

    package init(rows: Int, texts: Int) {
        self.rows = rows
        self.texts = texts
    }
}

extension Ledger {
    /// Writes a consistent copy, also while the program works, whole or not at all.
    ///
    /// The file must not be there yet.
    package func backup(to file: String) async throws(LedgerError) {
        let files = FileManager.default
        guard !files.fileExists(atPath: file) else {
            throw .failed(path: file, reason: "a file is there; name another one for the backup")
        }
        let partial = file + ".partial"
        do {
            // Of a backup that was cut short.
            try? files.removeItem(atPath: partial)
            let copy = try DatabaseQueue(path: partial)
            try reading.backup(to: copy)
            try await copy.read { connection in
                let words = try String.fetchAll(connection, sql: "PRAGMA quick_check")
                guard words == ["ok"] else {
                    throw LedgerError.damaged(
                        path: partial, reason: words.first ?? "quick_check says nothing")
                }
            }
            try copy.close()
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: partial)
            let handle = try FileHandle(forUpdating: URL(filePath: partial))
            try handle.synchronize()
            try handle.close()
            try files.moveItem(atPath: partial, toPath: file)
        } catch {
            // What is left of it is no backup.
            try? files.removeItem(atPath: partial)
            throw LedgerError(error, path: file)
        }
    }

    /// Lets go of what is older than ninety days and stands behind no article. Rows that say what
    /// was seen, decided and spent stay.
    package func prune(now: Date) async throws(LedgerError) -> Pruned {
        let arguments: StatementArguments = [
            "before": Timestamp.text(now.addingTimeInterval(-Self.retention))
        ]
        var pruned = Pruned(rows: 0, texts: 0)
        // A transaction each: none keeps the writer long.
        for sql in Self.outdatedRows {
            pruned.rows += try await write { connection in
                try connection.execute(sql: sql, arguments: arguments)
                return connection.changesCount
            }
        }
        for sql in Self.outdatedTexts {
            pruned.texts += try await write { connection in
                try connection.execute(sql: sql, arguments: arguments)
                return connection.changesCount
            }
        }
        return pruned
    }

    private static let outdatedRows = [
        "DELETE FROM fetch WHERE started_at < :before",
        "DELETE FROM search WHERE asked_at < :before",
        "DELETE FROM robots WHERE fetched_at < :before",
        "DELETE FROM vector WHERE made_at < :before",
        "DELETE FROM pass WHERE started_at < :before",
        "DELETE FROM notice WHERE passed_told_at < :before",
        """
        DELETE FROM attempt WHERE ended_at < :before AND story_id IN
            (SELECT id FROM story WHERE state IN ('published', 'rejected', 'dead'))
        """,
    ]

    private static let outdatedTexts = [
        """
        UPDATE page SET text = '', error = COALESCE(error, 'its text was kept for ninety days')
        WHERE retrieved_at < :before AND text <> ''
        """,
        """
        UPDATE entry SET summary = NULL, content = NULL
        WHERE seen_at < :before AND (summary IS NOT NULL OR content IS NOT NULL)
            AND place <> 'new'
        """,
        """
        UPDATE source SET text = '' WHERE retrieved_at < :before AND text <> ''
            AND story_id IN (SELECT id FROM story WHERE state IN ('published', 'rejected', 'dead')
                AND changed_at < :before)
            AND NOT EXISTS (SELECT 1 FROM article_source
                WHERE article_source.story_id = source.story_id
                    AND article_source.source_number = source.number)
        """,
        """
        UPDATE model_call SET answer = NULL WHERE started_at < :before AND answer IS NOT NULL
            AND story_id IN (SELECT id FROM story WHERE state IN ('rejected', 'dead'))
        """,
    ]
}
