package import Domain
package import Foundation
import GRDB

/// What ends a try at a step without a result.
package enum Setback: Sendable, Equatable {
    /// It failed and is tried again then; counts as an attempt.
    case retry(at: Date, reason: String)
    /// The other side, or the budget, asks to wait; counts as no attempt.
    case wait(until: Date, reason: String)
    /// The program is being stopped; as if never begun.
    case stopped
    case rejected(reason: String)
    case held(reason: String)
    case dead(reason: String)
}

/// How many articles may be made in a stretch of time.
package struct Room: Sendable, Equatable {
    package var articles: Int
    package var since: Date

    package init(articles: Int, since: Date) {
        self.articles = articles
        self.since = since
    }
}

extension Ledger {
    /// Takes the story of that state that is due and matters most, and counts the attempt. Nil when
    /// none is due. What matters: the feed's weight, how many feeds tell it, and half as much a day
    /// after it began.
    ///
    /// Stories whose attempts are used up die here, so that one which kills the process is tried no
    /// more often than one which fails.
    ///
    /// With `rooms`, none is taken either when that many articles were made or are being made; none
    /// while the step rests. `alone` takes those that were in progress when the program last
    /// crashed, and only those; otherwise they are left out.
    package func take(
        _ state: Story.State, attempts limit: Int, rooms: [Room] = [], alone: Bool = false,
        now: Date
    ) async throws(LedgerError) -> Story? {
        try await write { connection in
            for room in rooms
            where try connection.articles(since: room.since, on: state) >= room.articles {
                return nil
            }
            let now = Timestamp.text(now)
            guard try !connection.isResting(state, at: now) else { return nil }
            try connection.execute(
                sql: """
                    UPDATE story SET state = 'dead', changed_at = :now,
                        reason = 'gave up after ' || attempts || ' attempts: '
                            || COALESCE(trouble, 'the program ended during each')
                    WHERE state = :state AND taken_at IS NULL AND attempts >= :limit
                    """, arguments: ["state": state.rawValue, "limit": limit, "now": now])
            let row = try Row.fetchOne(
                connection,
                sql: """
                    UPDATE story SET taken_at = :now, attempts = attempts + 1
                    WHERE id = (
                        SELECT id FROM story
                        WHERE state = :state AND taken_at IS NULL AND due_at <= :now
                            AND (crashes > 0) = :alone
                        ORDER BY weight * (1 + MIN(5, (
                                SELECT COUNT(DISTINCT entry.feed_id) FROM story_entry
                                JOIN entry ON entry.id = story_entry.entry_id
                                WHERE story_entry.story_id = story.id
                                    AND story_entry.relation <> 'repeat')))
                            / (1 + MAX(0, julianday(:now) - julianday(began_at))) DESC,
                            began_at DESC, id
                        LIMIT 1)
                    RETURNING id, state, headline, began_at, attempts
                    """, arguments: ["state": state.rawValue, "now": now, "alone": alone])
            guard let row else { return nil }
            try connection.execute(
                sql: """
                    INSERT INTO attempt (story_id, state, started_at)
                    VALUES (:story, :state, :now)
                    """,
                arguments: ["story": row["id"] as String, "state": state.rawValue, "now": now])
            return Story(
                id: row["id"], state: state, headline: row["headline"],
                began: row.date("began_at") ?? Date(timeIntervalSince1970: 0),
                attempts: row["attempts"])
        }
    }

    /// Ends a try without a result: the story waits, or comes to rest.
    package func settle(_ story: Story, as setback: Setback, now: Date) async throws(LedgerError) {
        try await write { connection in
            switch setback {
            case .retry(let due, let reason):
                try connection.postpone(story, until: due, trouble: reason, refund: 0)
            case .wait(let due, let reason):
                try connection.postpone(story, until: due, trouble: reason, refund: 1)
            case .stopped:
                try connection.postpone(story, until: now, trouble: nil, refund: 1)
            case .rejected(let reason):
                try connection.move(story, to: .rejected, reason: reason, now: now)
            case .held(let reason):
                try connection.move(story, to: .held, reason: reason, now: now)
            case .dead(let reason):
                try connection.move(story, to: .dead, reason: reason, now: now)
            }
            try connection.endAttempt(
                of: story, outcome: setback.word, detail: setback.reason, now: now)
        }
    }

    /// Frees what a crash left in progress. Only for the process that holds the lock.
    ///
    /// A story that was in progress at two crashes in a row, the second time alone, is dead.
    /// Publishing is not blamed: the file may be in place already.
    package func recover(now: Date) async throws(LedgerError) -> Int {
        try await write { connection in
            let now = Timestamp.text(now)
            try connection.execute(
                sql: """
                    UPDATE attempt SET ended_at = :now, outcome = 'cut short'
                    WHERE ended_at IS NULL
                    """, arguments: ["now": now])
            try connection.execute(
                sql: """
                    UPDATE model_call SET ended_at = :now, outcome = 'the program ended meanwhile'
                    WHERE ended_at IS NULL
                    """, arguments: ["now": now])
            try connection.execute(
                sql: """
                    UPDATE story SET taken_at = NULL,
                        trouble = 'the program ended during this step',
                        crashes = crashes + (state <> 'approved')
                    WHERE taken_at IS NOT NULL
                    """)
            let count = connection.changesCount
            try connection.execute(
                sql: """
                    UPDATE story SET state = 'dead', changed_at = :now,
                        reason = 'crashed the program twice while ' || state
                    WHERE crashes >= 2 AND state IN ('queued', 'gathered', 'drafted')
                    """, arguments: ["now": now])
            return count
        }
    }

    /// Notes the time, and when the clock was set back lets nothing wait for the old one; false
    /// when it was.
    @discardableResult
    package func noteClock(_ now: Date) async throws(LedgerError) -> Bool {
        try await write { connection in
            let seen = try String.fetchOne(connection, sql: "SELECT seen_at FROM ledger")
            let isBack =
                seen.flatMap(Timestamp.date).map { now < $0.addingTimeInterval(-60) } ?? false
            let arguments: StatementArguments = ["now": Timestamp.text(now)]
            try connection.execute(
                sql: "UPDATE ledger SET seen_at = :now", arguments: arguments)
            guard isBack else { return true }
            for sql in [
                """
                UPDATE story SET due_at = :now WHERE due_at > :now
                    AND state IN ('queued', 'gathered', 'drafted', 'approved')
                """,
                "UPDATE feed SET due_at = :now WHERE due_at > :now",
                "UPDATE endpoint SET paused_until = :now WHERE paused_until > :now",
                "UPDATE step_rest SET until = :now WHERE until > :now",
            ] {
                try connection.execute(sql: sql, arguments: arguments)
            }
            return false
        }
    }

    /// Whether a story of that state is due: a reading, for one who waits.
    package func hasDue(_ state: Story.State, now: Date) async throws(LedgerError) -> Bool {
        try await read { connection in
            let now = Timestamp.text(now)
            guard try !connection.isResting(state, at: now) else { return false }
            return try Bool.fetchOne(
                connection,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM story
                        WHERE state = :state AND taken_at IS NULL AND due_at <= :now)
                    """, arguments: ["state": state.rawValue, "now": now]) ?? false
        }
    }

    /// How many stories are due, by state.
    package func due(at now: Date) async throws(LedgerError) -> [String: Int] {
        try await read { connection in
            let rows = try Row.fetchAll(
                connection,
                sql: """
                    SELECT state, COUNT(*) AS count FROM story
                    WHERE state IN ('queued', 'gathered', 'drafted', 'approved')
                        AND taken_at IS NULL AND due_at <= :now
                    GROUP BY state
                    """, arguments: ["now": Timestamp.text(now)])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["state"], $0["count"]) })
        }
    }

    /// Lets a step rest as a whole: so long, doubling each time up to the most. True when it did
    /// not rest before.
    package func rest(
        _ step: Story.State, least: Duration, most: Duration, reason: String, now: Date
    ) async throws(LedgerError) -> Bool {
        try await write { connection in
            let times =
                try Int.fetchOne(
                    connection, sql: "SELECT times FROM step_rest WHERE step = :step",
                    arguments: ["step": step.rawValue]) ?? 0
            let seconds = min(
                Double(least.components.seconds) * Double(1 << min(times, 16)),
                Double(most.components.seconds))
            try connection.execute(
                sql: """
                    INSERT INTO step_rest (step, since, until, times, reason)
                    VALUES (:step, :now, :until, 1, :reason)
                    ON CONFLICT (step) DO UPDATE SET until = :until, times = times + 1,
                        reason = :reason
                    """,
                arguments: [
                    "step": step.rawValue, "now": Timestamp.text(now), "reason": reason,
                    "until": Timestamp.text(now.addingTimeInterval(seconds)),
                ])
            return times == 0
        }
    }

    /// Ends every rest: an operator says that the causes are mended.
    package func endRests() async throws(LedgerError) {
        try await write { connection in
            try connection.execute(sql: "DELETE FROM step_rest")
            try connection.execute(
                sql: "UPDATE endpoint SET paused_until = NULL, reason = NULL")
        }
    }

    /// When the next story becomes due, over the states that a pass works on; nil when none waits.
    package func nextDue() async throws(LedgerError) -> Date? {
        try await read { connection in
            try String.fetchOne(
                connection,
                sql: """
                    SELECT MIN(due_at) FROM story
                    WHERE state IN ('queued', 'gathered', 'drafted', 'approved')
                        AND taken_at IS NULL
                    """
            ).flatMap(Timestamp.date)
        }
    }

    /// Rejects queued stories that began before then: no news any more when their turn comes.
    package func rejectQueued(
        before: Date, reason: String, now: Date
    ) async throws(LedgerError) -> Int {
        try await write { connection in
            try connection.execute(
                sql: """
                    UPDATE story SET state = 'rejected', reason = :reason, changed_at = :now
                    WHERE state = 'queued' AND taken_at IS NULL AND began_at < :before
                    """,
                arguments: [
                    "reason": reason, "now": Timestamp.text(now), "before": Timestamp.text(before),
                ])
            return connection.changesCount
        }
    }
}

extension Setback {
    fileprivate var word: String {
        switch self {
        case .retry: "failed"
        case .wait: "waits"
        case .stopped: "stopped"
        case .rejected: "rejected"
        case .held: "held"
        case .dead: "dead"
        }
    }

    fileprivate var reason: String? {
        switch self {
        case .retry(_, let reason), .wait(_, let reason), .rejected(let reason),
            .held(let reason), .dead(let reason):
            reason
        case .stopped: nil
        }
    }
}

extension Database {
    /// Moves a story in progress to its next state, if it still is where the step found it.
    func move(_ story: Story, to state: Story.State, reason: String?, now: Date) throws {
        try execute(
            sql: """
                UPDATE story SET state = :next, reason = :reason, changed_at = :now, due_at = :now,
                    taken_at = NULL, attempts = 0, trouble = NULL, crashes = 0
                WHERE id = :id AND state = :state AND taken_at IS NOT NULL
                """,
            arguments: [
                "id": story.id, "state": story.state.rawValue, "next": state.rawValue,
                "reason": reason, "now": Timestamp.text(now),
            ])
        try requireChange(of: story)
        // What one story got through is open to the others.
        try execute(
            sql: "DELETE FROM step_rest WHERE step = :state",
            arguments: ["state": story.state.rawValue])
    }

    func isResting(_ step: Story.State, at now: String) throws -> Bool {
        try Bool.fetchOne(
            self,
            sql: "SELECT EXISTS (SELECT 1 FROM step_rest WHERE step = :step AND until > :now)",
            arguments: ["step": step.rawValue, "now": now]) ?? false
    }

    func endAttempt(of story: Story, outcome: String, detail: String?, now: Date) throws {
        try execute(
            sql: """
                UPDATE attempt SET ended_at = :now, outcome = :outcome, detail = :detail
                WHERE story_id = :story AND ended_at IS NULL
                """,
            arguments: [
                "story": story.id, "outcome": outcome, "detail": detail,
                "now": Timestamp.text(now),
            ])
    }

    /// Articles made since then, and stories that are past that state on their way to one.
    fileprivate func articles(since: Date, on state: Story.State) throws -> Int {
        try Int.fetchOne(
            self,
            sql: """
                SELECT (SELECT COUNT(*) FROM article WHERE sync_time >= :since)
                    + (SELECT COUNT(*) FROM story
                        WHERE state = 'drafted' OR (state = 'gathered' AND :state = 'queued')
                            OR (state = :state AND taken_at IS NOT NULL))
                """, arguments: ["since": Timestamp.text(since), "state": state.rawValue]) ?? 0
    }

    fileprivate func postpone(
        _ story: Story, until due: Date, trouble: String?, refund: Int
    ) throws {
        try execute(
            sql: """
                UPDATE story SET taken_at = NULL, due_at = :due, trouble = :trouble,
                    attempts = attempts - :refund,
                    crashes = CASE WHEN :trouble IS NULL THEN crashes ELSE 0 END
                WHERE id = :id AND state = :state AND taken_at IS NOT NULL
                """,
            arguments: [
                "id": story.id, "state": story.state.rawValue, "due": Timestamp.text(due),
                "trouble": trouble, "refund": refund,
            ])
        try requireChange(of: story)
    }

    private func requireChange(of story: Story) throws {
        guard changesCount == 0 else { return }
        let state = try String.fetchOne(
            self, sql: "SELECT state FROM story WHERE id = :id", arguments: ["id": story.id])
        throw LedgerError.overtaken(story: story.id, state: state ?? "gone")
    }
}
