import Domain
package import Foundation
import GRDB

// What an operator does to a story, in one short transaction. A process may work on it at the same
// time: the state in the WHERE clause lets one of the two win, and the other is told.
extension Ledger {
    /// Lets a story begin again, its model calls forgotten as answers but not as spending.
    package func retry(_ story: String, now: Date) async throws(LedgerError) {
        try await write { connection in
            try connection.act(
                on: story, from: [.held, .rejected, .dead], to: .queued, reason: nil, now: now)
            // The article's footnotes and the file's path are made anew with it.
            for sql in [
                "DELETE FROM article_mark WHERE story_id = :story",
                "DELETE FROM article_source WHERE story_id = :story",
                "DELETE FROM article WHERE story_id = :story",
                """
                UPDATE model_call SET request_key = request_key || ' ' || id
                WHERE story_id = :story AND answer IS NOT NULL
                """,
            ] {
                try connection.execute(sql: sql, arguments: ["story": story])
            }
        }
    }

    /// Approves a held story with the bytes that its file will have.
    package func approve(
        _ story: String, _ article: ArticleRecord, draft: Int64, now: Date
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.act(on: story, from: [.held], to: .approved, reason: nil, now: now)
            try article.replace(connection, story: story, draft: draft)
        }
    }

    /// Rejects a story that is held, or on its way and not approved yet.
    package func reject(
        _ story: String, reason: String, now: Date
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.act(
                on: story, from: [.held, .queued, .gathered, .drafted], to: .rejected,
                reason: reason, now: now)
        }
    }

    /// Stores other bytes for the article of a held story; it stays held.
    package func edit(
        _ story: String, _ article: ArticleRecord, draft: Int64, now: Date
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.act(
                on: story, from: [.held], to: .held, reason: "edited by the operator; approve it",
                now: now)
            try article.replace(connection, story: story, draft: draft)
        }
    }
}

extension Database {
    fileprivate func act(
        on story: String, from states: [Story.State], to next: Story.State, reason: String?,
        now: Date
    ) throws {
        let list = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        try execute(
            sql: """
                UPDATE story SET state = :next, reason = :reason, changed_at = :now, due_at = :now,
                    taken_at = NULL, attempts = 0, crashes = 0, trouble = NULL
                WHERE id = :story AND state IN (\(list))
                """,
            arguments: [
                "story": story, "next": next.rawValue, "reason": reason,
                "now": Timestamp.text(now),
            ])
        if changesCount == 0 {
            let state = try String.fetchOne(
                self, sql: "SELECT state FROM story WHERE id = :story", arguments: ["story": story])
            throw LedgerError.overtaken(story: story, state: state ?? "not there")
        }
        try execute(
            sql: """
                INSERT INTO attempt (story_id, state, started_at, ended_at, outcome, detail)
                VALUES (:story, :next, :now, :now, 'operator', :reason)
                """,
            arguments: [
                "story": story, "next": next.rawValue, "now": Timestamp.text(now),
                "reason": reason,
            ])
    }
}

extension ArticleRecord {
    fileprivate func replace(_ connection: Database, story: String, draft: Int64) throws {
        for table in ["article_mark", "article_source", "article"] {
            try connection.execute(
                sql: "DELETE FROM \(table) WHERE story_id = :story", arguments: ["story": story])
        }
        try insert(connection, story: story, draft: draft)
    }
}
