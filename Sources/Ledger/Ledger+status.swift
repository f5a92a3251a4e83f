import Domain
package import Foundation
import GRDB

/// Where everything stands.
package struct Overview: Sendable, Codable, Equatable {
    package struct Progress: Sendable, Codable, Equatable {
        package var id: String
        package var state: String
        package var headline: String
        package var since: String
    }

    package struct Stuck: Sendable, Codable, Equatable {
        package var id: String
        package var state: String
        package var attempts: Int
        package var dueAt: String
        package var trouble: String
    }

    package struct Rule: Sendable, Codable, Equatable {
        package var rule: String
        package var severity: String
        package var count: Int
    }

    /// Stories by state.
    package var stories: [String: Int] = [:]
    package var inProgress: [Progress] = []
    package var stuck: [Stuck] = []
    /// Of the last seven days, the most frequent first.
    package var findings: [Rule] = []
    package var feeds = 0
    package var feedsInTrouble = 0
    package var lastPoll: String?
    package var lastPublished: String?
    package var publishedToday = 0
    package var spentToday = 0
    package var spentThisMonth = 0
    package var nextPoll: String?
    package var nextStory: String?
    package var openNotices: [Notice] = []
}

extension Ledger {
    /// How much waits, is in progress, was published since the day's start, and is held.
    package func pulse(
        dayStart: Date
    ) async throws(LedgerError) -> (waiting: Int, inProgress: Int, published: Int, held: Int) {
        try await read { connection in
            let row = try Row.fetchOne(
                connection,
                sql: """
                    SELECT (SELECT COUNT(*) FROM story WHERE taken_at IS NULL
                            AND state IN ('queued', 'gathered', 'drafted', 'approved')) AS waiting,
                        (SELECT COUNT(*) FROM story WHERE taken_at IS NOT NULL) AS taken,
                        (SELECT COUNT(*) FROM article WHERE published_at >= :start) AS published,
                        (SELECT COUNT(*) FROM story
                            WHERE state = 'held' AND taken_at IS NULL) AS held
                    """, arguments: ["start": Timestamp.text(dayStart)])
            return (
                row?["waiting"] ?? 0, row?["taken"] ?? 0, row?["published"] ?? 0,
                row?["held"] ?? 0
            )
        }
    }

    /// Where everything stands at this moment; `dayStart` and `day` are the site's present day.
    package func overview(
        now: Date, dayStart: Date, day: String
    ) async throws(LedgerError) -> Overview {
        try await read { connection in
            var overview = Overview()
            for row in try Row.fetchAll(
                connection, sql: "SELECT state, COUNT(*) AS count FROM story GROUP BY state")
            {
                overview.stories[row["state"]] = row["count"]
            }
            overview.inProgress = try connection.inProgress()
            overview.stuck = try connection.stuck()
            overview.findings = try connection.findings(
                since: Timestamp.text(now.addingTimeInterval(-7 * 86_400)))
            try connection.count(into: &overview, dayStart: Timestamp.text(dayStart), day: day)
            overview.openNotices = try Row.fetchAll(
                connection,
                sql: """
                    SELECT id, text, since, passed_at FROM notice WHERE passed_at IS NULL
                    ORDER BY since DESC LIMIT 20
                    """
            ).map {
                Notice(
                    id: $0["id"], text: $0["text"], since: $0["since"], passedAt: $0["passed_at"])
            }
            return overview
        }
    }
}

extension Database {
    fileprivate func inProgress() throws -> [Overview.Progress] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT id, state, headline, taken_at FROM story WHERE taken_at IS NOT NULL
                ORDER BY taken_at
                """
        ).map {
            .init(id: $0["id"], state: $0["state"], headline: $0["headline"], since: $0["taken_at"])
        }
    }

    fileprivate func stuck() throws -> [Overview.Stuck] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT id, state, attempts, due_at, trouble FROM story
                WHERE state IN ('queued', 'gathered', 'drafted', 'approved')
                    AND taken_at IS NULL AND trouble IS NOT NULL
                ORDER BY changed_at LIMIT 20
                """
        ).map {
            .init(
                id: $0["id"], state: $0["state"], attempts: $0["attempts"], dueAt: $0["due_at"],
                trouble: $0["trouble"])
        }
    }

    fileprivate func findings(since: String) throws -> [Overview.Rule] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT finding.rule, finding.severity, COUNT(*) AS count
                FROM finding JOIN draft ON draft.id = finding.draft_id
                WHERE draft.made_at >= :since
                GROUP BY finding.rule, finding.severity ORDER BY count DESC, finding.rule LIMIT 20
                """, arguments: ["since": since]
        ).map { .init(rule: $0["rule"], severity: $0["severity"], count: $0["count"]) }
    }

    fileprivate func count(into overview: inout Overview, dayStart: String, day: String) throws {
        let row = try Row.fetchOne(
            self,
            sql: """
                SELECT (SELECT COUNT(*) FROM feed) AS feeds,
                    (SELECT COUNT(*) FROM feed WHERE error IS NOT NULL) AS troubles,
                    (SELECT MAX(polled_at) FROM feed) AS last_poll,
                    (SELECT MAX(published_at) FROM article) AS last_published,
                    (SELECT COUNT(*) FROM article WHERE published_at >= :start) AS today,
                    (SELECT COALESCE(SUM(COALESCE(cost, reserved_cost)), 0) FROM model_call
                        WHERE day = :day) AS spent_today,
                    (SELECT COALESCE(SUM(COALESCE(cost, reserved_cost)), 0) FROM model_call
                        WHERE day BETWEEN substr(:day, 1, 7) || '-01'
                            AND substr(:day, 1, 7) || '-31') AS spent_month,
                    (SELECT MIN(due_at) FROM feed WHERE gone_at IS NULL) AS next_poll,
                    (SELECT MIN(due_at) FROM story
                        WHERE state IN ('queued', 'gathered', 'drafted', 'approved')
                            AND taken_at IS NULL) AS next_story
                """, arguments: ["start": dayStart, "day": day])
        guard let row else { return }
        overview.feeds = row["feeds"]
        overview.feedsInTrouble = row["troubles"]
        overview.lastPoll = row["last_poll"]
        overview.lastPublished = row["last_published"]
        overview.publishedToday = row["today"]
        overview.spentToday = row["spent_today"]
        overview.spentThisMonth = row["spent_month"]
        overview.nextPoll = row["next_poll"]
        overview.nextStory = row["next_story"]
    }
}
