package import Domain
import Foundation
import GRDB

extension Ledger {
    /// The vectors that were paid for, of those that these hashes name.
    package func vectors(
        of hashes: [String]
    ) async throws(LedgerError) -> [String: Vector] {
        try await read { connection in
            let rows = try Row.fetchAll(
                connection,
                sql: """
                    SELECT text_hash, numbers FROM vector
                    WHERE text_hash IN (SELECT value FROM json_each(:hashes))
                    """, arguments: ["hashes": "\(hashes)"])
            return Dictionary(
                uniqueKeysWithValues: rows.compactMap { row in
                    Vector(bytes: row["numbers"] as Data).map { (row["text_hash"], $0) }
                })
        }
    }
}

extension Database {
    /// Keeps the vectors that a call brought.
    func keep(_ vectors: [String: Vector], of call: Int64, now: Date) throws {
        for (hash, vector) in vectors {
            try execute(
                sql: """
                    INSERT INTO vector (text_hash, model_call_id, numbers, made_at)
                    VALUES (:hash, :call, :numbers, :now)
                    ON CONFLICT (text_hash) DO UPDATE SET model_call_id = excluded.model_call_id,
                        numbers = excluded.numbers, made_at = excluded.made_at
                    """,
                arguments: [
                    "hash": hash, "call": call, "numbers": Data(vector.bytes),
                    "now": Timestamp.text(now),
                ])
        }
    }
}
