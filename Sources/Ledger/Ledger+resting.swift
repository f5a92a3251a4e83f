package import Domain
package import Foundation
import GRDB

extension Ledger {
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
}

extension Database {
    func isResting(_ step: Story.State, at now: String) throws -> Bool {
        try Bool.fetchOne(
            self,
            sql: "SELECT EXISTS (SELECT 1 FROM step_rest WHERE step = :step AND until > :now)",
            arguments: ["step": step.rawValue, "now": now]) ?? false
    }
}
