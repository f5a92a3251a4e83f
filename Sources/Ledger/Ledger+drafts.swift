package import Domain
package import Foundation
import GRDB

/// A draft as it came from the model, with what the model was shown.
package struct DraftRecord: Sendable, Equatable {
    package var id: Int64
    package var kind: ArticleKind
    package var raw: String
    package var call: Int64
    /// UTF-8 bytes of each source's text, by number.
    package var shown: [Int: Int]
    package var endpoint: String
    package var model: String
}

extension Ledger {
    /// Stores the answer of a model as the next draft of a story in progress; its state becomes
    /// `drafted`.
    package func settle(
        _ story: Story, draft raw: String, kind: ArticleKind, call: Int64, shown: [Int: Int],
        now: Date
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.execute(
                sql: """
                    INSERT INTO draft (story_id, round, kind, model_call_id, made_at, raw)
                    VALUES (:story,
                        (SELECT COUNT(*) FROM draft WHERE story_id = :story) + 1,
                        :kind, :call, :now, :raw)
                    """,
                arguments: [
                    "story": story.id, "kind": kind.rawValue, "call": call, "raw": raw,
                    "now": Timestamp.text(now),
                ])
            let draft = connection.lastInsertedRowID
            for (number, bytes) in shown {
                try connection.execute(
                    sql: """
                        INSERT INTO draft_source (draft_id, number, bytes)
                        VALUES (:draft, :number, :bytes)
                        """, arguments: ["draft": draft, "number": number, "bytes": bytes])
            }
            try connection.move(story, to: .drafted, reason: nil, now: now)
            try connection.endAttempt(of: story, outcome: "drafted", detail: nil, now: now)
        }
    }

    /// The last draft of a story.
    package func draft(of story: String) async throws(LedgerError) -> DraftRecord? {
        try await read { connection in
            guard
                let row = try Row.fetchOne(
                    connection,
                    sql: """
                        SELECT draft.id, draft.kind, draft.raw, draft.model_call_id,
                            model_call.endpoint, model_call.model
                        FROM draft JOIN model_call ON model_call.id = draft.model_call_id
                        WHERE draft.story_id = :story
                        ORDER BY draft.round DESC LIMIT 1
                        """, arguments: ["story": story])
            else { return nil }
            let id: Int64 = row["id"]
            let shown = try Row.fetchAll(
                connection, sql: "SELECT number, bytes FROM draft_source WHERE draft_id = :id",
                arguments: ["id": id])
            return DraftRecord(
                id: id, kind: ArticleKind(rawValue: row["kind"]) ?? .brief, raw: row["raw"],
                call: row["model_call_id"],
                shown: Dictionary(
                    uniqueKeysWithValues: shown.map { ($0["number"] as Int, $0["bytes"] as Int) }),
                endpoint: row["endpoint"], model: row["model"])
        }
    }
}
