import Domain
package import Foundation
import GRDB

extension Ledger {
    /// Titles and texts of the articles made since then that share a mark, but that of one story.
    package func archive(
        since: Date, sharing marks: [Int], without story: String
    ) async throws(LedgerError) -> [(title: String, text: String)] {
        try await read { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT article.title, \(Self.text) AS text
                    FROM article
                    WHERE article.sync_time >= :since AND article.story_id <> :story
                        AND article.story_id IN (SELECT story_id FROM article_mark
                            WHERE mark IN (SELECT value FROM json_each(:marks)))
                    ORDER BY article.sync_time DESC
                    """,
                arguments: [
                    "since": Timestamp.text(since), "story": story, "marks": "\(marks)",
                ]
            ).map { ($0["title"] as String, ($0["text"] as String?) ?? "") }
        }
    }

    /// Gives marks to the articles that an earlier program left without.
    package func markArticles(
        by marks: @escaping @Sendable (_ text: String) -> [Int]
    ) async throws(LedgerError) {
        let isNeeded = try await read { connection in
            try Bool.fetchOne(connection, sql: "SELECT EXISTS (\(Self.unmarked))") ?? false
        }
        guard isNeeded else { return }
        try await write { connection in
            let rows = try Row.fetchAll(
                connection,
                sql: """
                    SELECT story_id, \(Self.text) AS text FROM article
                    WHERE story_id IN (\(Self.unmarked))
                    """)
            for row in rows {
                try connection.insert(
                    marks(row["text"] ?? ""), of: row["story_id"] as String)
            }
        }
    }

    private static let text = """
        (SELECT GROUP_CONCAT(sentence.text, '') FROM sentence
            WHERE sentence.draft_id = article.draft_id)
        """

    private static let unmarked = """
        SELECT story_id FROM article WHERE NOT EXISTS (SELECT 1 FROM article_mark
            WHERE article_mark.story_id = article.story_id)
        """
}

extension Database {
    func insert(_ marks: [Int], of story: String) throws {
        for mark in marks {
            try execute(
                sql: """
                    INSERT INTO article_mark (mark, story_id) VALUES (:mark, :story)
                    ON CONFLICT DO NOTHING
                    """, arguments: ["mark": mark, "story": story])
        }
    }
}
