import Domain
package import Foundation
import GRDB

/// What is known of an endpoint.
package struct EndpointRecord: Sendable, Equatable {
    /// Something is wrong with it until then, for this reason.
    package var pause: (until: Date, reason: String)?
    /// It asked to be left alone until then.
    package var readyAt: Date?
    /// How far it can be held to a form, and the URL and model that this was learned of.
    package var output: String?
    package var learnedOf: String?

    package static func == (one: EndpointRecord, other: EndpointRecord) -> Bool {
        one.pause?.until == other.pause?.until && one.pause?.reason == other.pause?.reason
            && one.readyAt == other.readyAt && one.output == other.output
            && one.learnedOf == other.learnedOf
    }
}

extension Ledger {
    /// Six hours: no pause is longer.
    fileprivate static let longestPause = 21_600.0

    /// How many failures in a row open an endpoint's circuit.
    private static let patience = 5

    /// What is known of an endpoint; one that was never in trouble is not known.
    package func endpoint(_ name: String) async throws(LedgerError) -> EndpointRecord? {
        try await read { connection in
            try Row.fetchOne(
                connection,
                sql: """
                    SELECT paused_until, reason, ready_at, output, learned_of
                    FROM endpoint WHERE name = :name
                    """, arguments: ["name": name]
            ).map { row in
                EndpointRecord(
                    pause: row.date("paused_until").map { ($0, row["reason"] ?? "") },
                    readyAt: row.date("ready_at"), output: row["output"],
                    learnedOf: row["learned_of"])
            }
        }
    }

    /// Pauses an endpoint that a person must mend: fifteen minutes, doubling to six hours while the
    /// trouble lasts. Answers until when, and whether this is the first pause in a row.
    package func pause(
        _ endpoint: String, reason: String, now: Date
    ) async throws(LedgerError) -> (until: Date, isFirst: Bool) {
        try await write { connection in
            try connection.pause(endpoint, reason: reason, least: 900, now: now)
        }
    }

    /// Counts a failure; the fifth in a row opens the circuit: a minute, doubling to six hours until
    /// a call succeeds. Answers the pause that begins.
    package func countFailure(
        of endpoint: String, reason: String, now: Date
    ) async throws(LedgerError) -> (until: Date, isFirst: Bool)? {
        try await write { connection in
            try connection.execute(
                sql: """
                    INSERT INTO endpoint (name, failures) VALUES (:name, 1)
                    ON CONFLICT (name) DO UPDATE SET failures = failures + 1
                    """, arguments: ["name": endpoint])
            let failures =
                try Int.fetchOne(
                    connection, sql: "SELECT failures FROM endpoint WHERE name = :name",
                    arguments: ["name": endpoint]) ?? 0
            guard failures >= Self.patience else { return nil }
            return try connection.pause(
                endpoint, reason: "\(failures) failures in a row, the last: \(reason)", least: 60,
                now: now)
        }
    }

    /// Leaves an endpoint alone until then, as it asked.
    package func leaveAlone(_ endpoint: String, until: Date) async throws(LedgerError) {
        try await write { connection in
            try connection.execute(
                sql: """
                    INSERT INTO endpoint (name, ready_at) VALUES (:name, :until)
                    ON CONFLICT (name) DO UPDATE SET ready_at = :until
                    """, arguments: ["name": endpoint, "until": Timestamp.text(until)])
        }
    }

    /// Remembers how far an endpoint can be held to a form.
    package func learn(
        _ output: String, of url: String, at endpoint: String
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.execute(
                sql: """
                    INSERT INTO endpoint (name, output, learned_of) VALUES (:name, :output, :of)
                    ON CONFLICT (name) DO UPDATE SET output = :output, learned_of = :of
                    """, arguments: ["name": endpoint, "output": output, "of": url])
        }
    }
}

extension Database {
    /// Calls that fail side by side pause once.
    fileprivate func pause(
        _ endpoint: String, reason: String, least: Double, now: Date
    ) throws -> (until: Date, isFirst: Bool) {
        let row = try Row.fetchOne(
            self, sql: "SELECT paused_until, pauses FROM endpoint WHERE name = :name",
            arguments: ["name": endpoint])
        if let until = row?.date("paused_until"), until > now { return (until, false) }
        let pauses: Int = row?["pauses"] ?? 0
        let length = min(least * Double(1 << min(pauses, 12)), Ledger.longestPause)
        let until = now.addingTimeInterval(length)
        try execute(
            sql: """
                INSERT INTO endpoint (name, paused_until, reason, pauses)
                VALUES (:name, :until, :reason, 1)
                ON CONFLICT (name) DO UPDATE SET paused_until = :until, reason = :reason,
                    pauses = pauses + 1
                """,
            arguments: ["name": endpoint, "until": Timestamp.text(until), "reason": reason])
        return (until, pauses == 0)
    }
}
