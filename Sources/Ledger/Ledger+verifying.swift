package import Domain
package import Foundation
import GRDB

/// A place where the ledger, or the site beside it, breaks one of the invariants.
package struct Violation: Sendable, Codable, Equatable {
    /// Its number in the list of docs/ledger.md.
    package var invariant: Int
    package var text: String

    package init(_ invariant: Int, _ text: String) {
        self.invariant = invariant
        self.text = text
    }
}

/// A file that the ledger says is on the site, or on its way.
package struct LedgerFile: Sendable {
    package var story: String
    package var state: Story.State
    package var path: String
    package var sha256: String
}

extension Ledger {
    /// What in the ledger itself breaks an invariant. `limits` are the most attempts by state,
    /// `secrets` what must stand nowhere.
    package func violations(
        limits: [Story.State: Int], secrets: [Secret], now: Date
    ) async throws(LedgerError) -> [Violation] {
        try await read { connection in
            var found = try String.fetchAll(connection, sql: "PRAGMA integrity_check")
                .filter { $0 != "ok" }.map { Violation(7, "the file is damaged: \($0)") }
            found += try Row.fetchAll(connection, sql: "PRAGMA foreign_key_check").map {
                Violation(3, "a row of \($0["table"] as String) names one that is not there")
            }
            let times = [
                "now": Timestamp.text(now),
                "recent": Timestamp.text(now.addingTimeInterval(-Self.retention)),
                "horizon": Timestamp.text(now.addingTimeInterval(32 * 86_400)),
            ]
            for (invariant, sql) in Self.questions {
                let named = times.filter { sql.contains(":\($0.key)") }
                found += try String.fetchAll(
                    connection, sql: sql, arguments: StatementArguments(named)
                ).map { Violation(invariant, $0) }
            }
            found += try connection.overtried(limits)
            found += try connection.changedBytes()
            for view in [
                "queue", "published", "problems", "source_urls", "spending", "feed_health",
            ] {
                _ = try Row.fetchOne(connection, sql: "SELECT * FROM \(view)")
            }
            found += try connection.tellingSecrets(secrets)
            return found.sorted { ($0.invariant, $0.text) < ($1.invariant, $1.text) }
        }
    }

    /// The files of all articles.
    package func files() async throws(LedgerError) -> [LedgerFile] {
        try await read { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT article.story_id, story.state, article.path, article.sha256
                    FROM article JOIN story ON story.id = article.story_id
                    ORDER BY article.path
                    """
            ).map { row in
                LedgerFile(
                    story: row["story_id"], state: Story.State(rawValue: row["state"]) ?? .dead,
                    path: row["path"], sha256: row["sha256"])
            }
        }
    }

    /// How long texts are kept that no article cites: ninety days.
    static let retention: TimeInterval = 90 * 86_400

    /// Each answers with a line for every violation of the invariant.
    private static let questions: [(Int, String)] = [
        (
            1,
            """
            SELECT 'story ' || id || ' is ' || state || ' without an article' FROM story
            WHERE state IN ('approved', 'published')
                AND NOT EXISTS (SELECT 1 FROM article WHERE story_id = story.id)
            """
        ),
        (
            1,
            """
            SELECT 'article ' || article.path || ' has a time of publication, and its story is '
                || story.state
            FROM article JOIN story ON story.id = article.story_id
            WHERE (article.published_at IS NOT NULL) <> (story.state = 'published')
            """
        ),
        (
            3,
            """
            SELECT 'story ' || id || ' is gathered without sources or kind' FROM story
            WHERE state IN ('gathered', 'drafted', 'approved', 'published') AND (kind IS NULL
                OR NOT EXISTS (SELECT 1 FROM source WHERE story_id = story.id))
            """
        ),
        (
            3,
            """
            SELECT 'story ' || id || ' is ' || state || ' without a draft' FROM story
            WHERE state IN ('drafted', 'approved', 'published')
                AND NOT EXISTS (SELECT 1 FROM draft WHERE story_id = story.id)
            """
        ),
        (
            4,
            """
            SELECT 'draft ' || draft.id || ' of story ' || draft.story_id
                || ' stands on a call without an answer'
            FROM draft JOIN model_call ON model_call.id = draft.model_call_id
            WHERE model_call.answer IS NULL AND draft.made_at >= :recent
            """
        ),
        (
            4,
            """
            SELECT 'source ' || source.number || ' of story ' || source.story_id
                || ' was read without a row in page: ' || source.url
            FROM source
            WHERE source.kind = 'page' AND source.retrieved_at >= :recent
                AND NOT EXISTS (SELECT 1 FROM page WHERE source.url IN
                    (page.url, page.final_url, page.canonical_url))
            """
        ),
        (
            5,
            """
            SELECT 'entry ' || id || ' says ' || place || ', and its story is missing' FROM entry
            WHERE (place = 'story') <> EXISTS
                (SELECT 1 FROM story_entry WHERE entry_id = entry.id)
            """
        ),
        (
            5,
            """
            SELECT 'story ' || id || ' has no entry' FROM story
            WHERE NOT EXISTS (SELECT 1 FROM story_entry WHERE story_id = story.id)
            """
        ),
        (
            7,
            """
            SELECT 'request ' || request_key || ' of story ' || story_id || ' was paid for '
                || COUNT(*) || ' times'
            FROM model_call WHERE answer IS NOT NULL
            GROUP BY story_id, request_key, endpoint HAVING COUNT(*) > 1
            """
        ),
        (
            8,
            """
            SELECT 'story ' || id || ' waits until ' || due_at FROM story
            WHERE state IN ('queued', 'gathered', 'drafted', 'approved') AND due_at > :horizon
            """
        ),
        (
            8,
            """
            SELECT 'story ' || id || ' was taken in the future, at ' || taken_at FROM story
            WHERE taken_at > :now
            """
        ),
    ]
}

extension Database {
    fileprivate func overtried(_ limits: [Story.State: Int]) throws -> [Violation] {
        try limits.flatMap { state, limit in
            try Row.fetchAll(
                self,
                sql: """
                    SELECT id, attempts FROM story WHERE state = :state AND attempts > :limit
                    """, arguments: ["state": state.rawValue, "limit": limit]
            ).map { row in
                Violation(
                    6,
                    "story \(row["id"] as String) was tried \(row["attempts"] as Int) times as "
                        + "\(state.rawValue); \(limit) are allowed")
            }
        }
    }

    fileprivate func changedBytes() throws -> [Violation] {
        let rows = try Row.fetchCursor(self, sql: "SELECT path, bytes, sha256 FROM article")
        var found: [Violation] = []
        while let row = try rows.next() {
            let bytes = Array(row["bytes"] as Data)
            guard SHA256.hexDigest(bytes) != row["sha256"] as String else { continue }
            found.append(Violation(7, "the stored bytes of \(row["path"] as String) changed"))
        }
        return found
    }

    fileprivate func tellingSecrets(_ secrets: [Secret]) throws -> [Violation] {
        var found: [Violation] = []
        let tables = try String.fetchAll(
            self,
            sql: """
                SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                """)
        for table in tables {
            let columns = try columns(in: table).map(\.name)
            for column in columns {
                for secret in secrets {
                    let holds = try Bool.fetchOne(
                        self,
                        sql: """
                            SELECT EXISTS (SELECT 1 FROM "\(table)"
                                WHERE instr("\(column)", :secret) > 0)
                            """, arguments: ["secret": secret.revealed])
                    if holds == true {
                        found.append(Violation(10, "\(table).\(column) tells a secret"))
                    }
                }
            }
        }
        return found
    }
}
