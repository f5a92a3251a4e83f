import Domain
package import Foundation
import GRDB

extension Ledger {
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

    /// Notes that the program ended while it parsed these feeds. One that it happened to twice in a
    /// row, the second time alone, is given up. Only for the process that holds the lock.
    package func suspect(feeds: [Int64], now: Date) async throws(LedgerError) {
        guard !feeds.isEmpty else { return }
        try await write { connection in
            for feed in feeds {
                try connection.execute(
                    sql: """
                        UPDATE feed SET crashes = crashes + 1,
                            failures = failures + (crashes > 0),
                            failing_since = CASE WHEN crashes > 0
                                THEN COALESCE(failing_since, :now) ELSE failing_since END,
                            gone_at = CASE WHEN crashes > 0 THEN :now ELSE gone_at END,
                            error = CASE WHEN crashes > 0 THEN 'crashed the program twice while it '
                                || 'was parsed; given up, `caibian feeds resume` tries again'
                                ELSE error END
                        WHERE id = :feed
                        """, arguments: ["feed": feed, "now": Timestamp.text(now)])
            }
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
}
