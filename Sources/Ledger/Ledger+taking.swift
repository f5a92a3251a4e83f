package import Domain
package import Foundation
import GRDB

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
            try connection.giveUp(state, attempts: limit, now: now)
            guard let row = try connection.takeBest(state, alone: alone, now: now) else {
                return nil
            }
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

    /// The states of which a story is due: one reading, for all who wait.
    package func statesDue(at now: Date) async throws(LedgerError) -> [Story.State] {
        try await read { connection in
            try String.fetchAll(
                connection,
                sql: """
                    SELECT value FROM json_each('["queued","gathered","drafted","approved"]')
                    WHERE EXISTS (SELECT 1 FROM story
                            WHERE state = value AND taken_at IS NULL AND due_at <= :now)
                        AND NOT EXISTS (SELECT 1 FROM step_rest
                            WHERE step = value AND until > :now)
                    """, arguments: ["now": Timestamp.text(now)]
            ).compactMap(Story.State.init)
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
}

// What a take asks of all stories: each by an index alone, or a backlog would slow every one down.
extension Ledger {
    package static let givingUp = """
        UPDATE story SET state = 'dead', changed_at = :now,
            reason = 'gave up after ' || attempts || ' attempts: '
                || COALESCE(trouble, 'the program ended during each')
        WHERE state = :state AND taken_at IS NULL AND attempts >= :limit AND attempts > 0
        """

    package static let takingBest = """
        WITH RECURSIVE rung (worth) AS (
            SELECT MAX(worth) FROM story WHERE state = :state AND taken_at IS NULL
            UNION ALL
            SELECT (SELECT MAX(worth) FROM story
                WHERE state = :state AND taken_at IS NULL AND worth < rung.worth)
            FROM rung WHERE rung.worth IS NOT NULL
        )
        UPDATE story SET taken_at = :now, attempts = attempts + 1
        WHERE id = (
            SELECT best.id FROM rung JOIN story AS best ON best.id = (
                SELECT id FROM story
                WHERE state = :state AND taken_at IS NULL AND worth = rung.worth
                    AND due_at <= :now AND (crashes > 0) = :alone
                ORDER BY began_at DESC, id LIMIT 1)
            ORDER BY rung.worth
                    / (1 + MAX(0, julianday(:now) - julianday(best.began_at))) DESC,
                best.began_at DESC, best.id
            LIMIT 1)
        RETURNING id, state, headline, began_at, attempts
        """
}

extension Database {
    /// Stories whose attempts are used up die.
    fileprivate func giveUp(_ state: Story.State, attempts limit: Int, now: String) throws {
        try execute(
            sql: Ledger.givingUp,
            arguments: ["state": state.rawValue, "limit": limit, "now": now])
    }

    /// Marks the best story that is due as taken. Of those with one worth the newest is best: an
    /// index has them in that order, and worths are few.
    fileprivate func takeBest(_ state: Story.State, alone: Bool, now: String) throws -> Row? {
        try Row.fetchOne(
            self,
            sql: Ledger.takingBest,
            arguments: ["state": state.rawValue, "now": now, "alone": alone])
    }

    /// Articles made since then, and stories that are past that state on their way to one.
    fileprivate func articles(since: Date, on state: Story.State) throws -> Int {
        // Added up, not joined by OR: each part reads its index alone.
        try Int.fetchOne(
            self,
            sql: """
                SELECT (SELECT COUNT(*) FROM article WHERE sync_time >= :since)
                    + (SELECT COUNT(*) FROM story WHERE state = 'drafted' AND taken_at IS NULL)
                    + (SELECT COUNT(*) FROM story WHERE state = 'gathered' AND taken_at IS NULL
                        AND :state = 'queued')
                    + (SELECT COUNT(*) FROM story WHERE taken_at IS NOT NULL
                        AND (state IN (:state, 'drafted')
                            OR state = 'gathered' AND :state = 'queued'))
                """, arguments: ["since": Timestamp.text(since), "state": state.rawValue]) ?? 0
    }
}
