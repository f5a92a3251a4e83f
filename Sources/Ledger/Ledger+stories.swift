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
    /// none is due.
    ///
    /// Stories whose attempts are used up die here, so that one which kills the process is tried no
    /// more often than one which fails.
    ///
    /// With `room`, none is taken either when that many articles were made or are being made.
    package func take(
        _ state: Story.State, attempts limit: Int, room: Room? = nil, now: Date
    ) async throws(LedgerError) -> Story? {
        try await write { connection in
            if let room, try connection.articles(since: room.since) >= room.articles { return nil }
            let now = Timestamp.text(now)
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
                        ORDER BY weight DESC, began_at DESC, id
                        LIMIT 1)
                    RETURNING id, state, headline, began_at, attempts
                    """, arguments: ["state": state.rawValue, "now": now])
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
    package func recover(now: Date) async throws(LedgerError) -> Int {
        try await write { connection in
            try connection.execute(
                sql: """
                    UPDATE attempt SET ended_at = :now, outcome = 'cut short'
                    WHERE ended_at IS NULL
                    """, arguments: ["now": Timestamp.text(now)])
            try connection.execute(
                sql: """
                    UPDATE model_call SET ended_at = :now, outcome = 'the program ended meanwhile'
                    WHERE ended_at IS NULL
                    """, arguments: ["now": Timestamp.text(now)])
            try connection.execute(
                sql: """
                    UPDATE story SET taken_at = NULL,
                        trouble = 'the program ended during this step'
                    WHERE taken_at IS NOT NULL
                    """)
            return connection.changesCount
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
                    taken_at = NULL, attempts = 0, trouble = NULL
                WHERE id = :id AND state = :state AND taken_at IS NOT NULL
                """,
            arguments: [
                "id": story.id, "state": story.state.rawValue, "next": state.rawValue,
                "reason": reason, "now": Timestamp.text(now),
            ])
        try requireChange(of: story)
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

    /// Articles made since then and stories on their way to one.
    fileprivate func articles(since: Date) throws -> Int {
        try Int.fetchOne(
            self,
            sql: """
                SELECT (SELECT COUNT(*) FROM article WHERE sync_time >= :since)
                    + (SELECT COUNT(*) FROM story WHERE state IN ('gathered', 'drafted')
                        OR (state = 'queued' AND taken_at IS NOT NULL))
                """, arguments: ["since": Timestamp.text(since)]) ?? 0
    }

    fileprivate func postpone(
        _ story: Story, until due: Date, trouble: String?, refund: Int
    ) throws {
        try execute(
            sql: """
                UPDATE story SET taken_at = NULL, due_at = :due, trouble = :trouble,
                    attempts = attempts - :refund
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
