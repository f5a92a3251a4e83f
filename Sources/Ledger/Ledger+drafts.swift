package import Domain
package import Foundation
import GRDB

/// A draft as it came from the model, with what the model was shown.
package struct DraftRecord: Sendable, Equatable {
    package var id: Int64
    /// From 1, of its story.
    package var round: Int
    /// Rounds of repair behind it.
    package var repairs: Int
    /// Sentences that nothing supported when it was repaired; nil when it was not.
    package var unsupported: Int?
    package var made: Date
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

    /// Stores a repaired draft as the next one of a story in progress, with what was found out about
    /// the one before; its state stays `drafted`.
    package func settle(
        _ story: Story, repaired raw: String, of record: DraftRecord, call: Int64,
        unsupported: Int, findings: [Finding], judgments: [JudgmentRecord], now: Date
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.replace(findings, judgments, of: record.id)
            try connection.execute(
                sql: "UPDATE draft SET unsupported = :count WHERE id = :id",
                arguments: ["count": unsupported, "id": record.id])
            try connection.execute(
                sql: """
                    INSERT INTO draft (story_id, round, kind, model_call_id, made_at, raw, repairs)
                    VALUES (:story,
                        (SELECT COUNT(*) FROM draft WHERE story_id = :story) + 1,
                        :kind, :call, :now, :raw, :repairs)
                    """,
                arguments: [
                    "story": story.id, "kind": record.kind.rawValue, "call": call, "raw": raw,
                    "now": Timestamp.text(now), "repairs": record.repairs + 1,
                ])
            let draft = connection.lastInsertedRowID
            try connection.execute(
                sql: """
                    INSERT INTO draft_source (draft_id, number, bytes)
                    SELECT :draft, number, bytes FROM draft_source WHERE draft_id = :before
                    """, arguments: ["draft": draft, "before": record.id])
            try connection.move(story, to: .drafted, reason: nil, now: now)
            try connection.endAttempt(of: story, outcome: "repaired", detail: nil, now: now)
        }
    }

    /// Keeps what was found out about a draft that is not taken.
    package func note(
        draft: Int64, findings: [Finding], judgments: [JudgmentRecord]
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.replace(findings, judgments, of: draft)
        }
    }

    /// The article that a story follows up, once it is published.
    package func earlier(of story: String) async throws(LedgerError) -> EarlierArticle? {
        try await read { connection in
            try Row.fetchOne(
                connection,
                sql: """
                    SELECT article.title, article.published_at,
                        (SELECT group_concat(value, '')
                            FROM json_each(article.recipe, '$.tldr')) AS summary
                    FROM story JOIN article ON article.story_id = story.follows
                    WHERE story.id = :story AND article.published_at IS NOT NULL
                    """, arguments: ["story": story]
            ).flatMap { row in
                row.date("published_at").map {
                    EarlierArticle(
                        title: row["title"], summary: row["summary"] ?? "", published: $0)
                }
            }
        }
    }

    /// A draft of a story: the last, or that of a round.
    package func draft(
        of story: String, round: Int? = nil
    ) async throws(LedgerError) -> DraftRecord? {
        try await read { connection in
            guard
                let row = try Row.fetchOne(
                    connection,
                    sql: """
                        SELECT draft.id, draft.round, draft.repairs, draft.unsupported,
                            draft.made_at, draft.kind, draft.raw, draft.model_call_id,
                            COALESCE(writer.endpoint, model_call.endpoint) AS endpoint,
                            COALESCE(writer.model, model_call.model) AS model
                        FROM draft
                        JOIN model_call ON model_call.id = draft.model_call_id
                        LEFT JOIN draft AS first ON first.story_id = draft.story_id
                            AND first.round = draft.round - draft.repairs
                        LEFT JOIN model_call AS writer ON writer.id = first.model_call_id
                        WHERE draft.story_id = :story
                            AND (:round IS NULL OR draft.round = :round)
                        ORDER BY draft.round DESC LIMIT 1
                        """, arguments: ["story": story, "round": round])
            else { return nil }
            let id: Int64 = row["id"]
            let shown = try Row.fetchAll(
                connection, sql: "SELECT number, bytes FROM draft_source WHERE draft_id = :id",
                arguments: ["id": id])
            return DraftRecord(
                id: id, round: row["round"], repairs: row["repairs"],
                unsupported: row["unsupported"],
                made: row.date("made_at") ?? Date(timeIntervalSince1970: 0),
                kind: ArticleKind(rawValue: row["kind"]) ?? .brief, raw: row["raw"],
                call: row["model_call_id"],
                shown: Dictionary(
                    uniqueKeysWithValues: shown.map { ($0["number"] as Int, $0["bytes"] as Int) }),
                endpoint: row["endpoint"], model: row["model"])
        }
    }
}
