import Domain
package import Foundation
import GRDB

extension Ledger {
    package func beginPass(now: Date) async throws(LedgerError) -> Int64 {
        try await write { connection in
            try connection.execute(
                sql: "INSERT INTO pass (started_at) VALUES (:now)",
                arguments: ["now": Timestamp.text(now)])
            return connection.lastInsertedRowID
        }
    }

    /// Ends a pass; its calls and what they cost are counted from their rows.
    package func end(
        _ pass: Int64, feeds: Int, unchanged: Int, entries: Int, stories: Int, articles: Int,
        now: Date
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.execute(
                sql: """
                    UPDATE pass SET ended_at = :now, feeds = :feeds, unchanged = :unchanged,
                        entries = :entries, stories = :stories, articles = :articles,
                        calls = (SELECT COUNT(*) FROM model_call
                            WHERE model_call.started_at >= pass.started_at),
                        cost = (SELECT COALESCE(SUM(COALESCE(cost, reserved_cost)), 0)
                            FROM model_call WHERE model_call.started_at >= pass.started_at)
                    WHERE id = :id
                    """,
                arguments: [
                    "id": pass, "now": Timestamp.text(now), "feeds": feeds,
                    "unchanged": unchanged, "entries": entries, "stories": stories,
                    "articles": articles,
                ])
        }
    }
}
