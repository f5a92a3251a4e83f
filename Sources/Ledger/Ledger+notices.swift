import Domain
package import Foundation
import GRDB

/// Something that needs a person, for as long as it lasts.
package struct Cause: Sendable, Equatable {
    /// Names it: the same as long as it is the same cause.
    package var key: String
    /// A sentence for the operator.
    package var text: String

    package init(key: String, text: String) {
        self.key = key
        self.text = text
    }
}

/// What an operator is to be told, or was told.
package struct Notice: Sendable, Codable, Equatable {
    package var id: Int64
    package var text: String
    package var since: String
    package var passedAt: String?
}

extension Ledger {
    /// Notes the causes of this moment, and answers what the operator was not told yet: new ones,
    /// and that causes passed of which they were told.
    package func note(_ causes: [Cause], now: Date) async throws(LedgerError) -> [Notice] {
        try await write { connection in
            let now = Timestamp.text(now)
            for cause in causes {
                try connection.execute(
                    sql: """
                        INSERT INTO notice (cause, text, since) VALUES (:cause, :text, :now)
                        ON CONFLICT (cause) WHERE passed_at IS NULL DO NOTHING
                        """, arguments: ["cause": cause.key, "text": cause.text, "now": now])
            }
            let present = Set(causes.map(\.key))
            let open = try Row.fetchAll(
                connection, sql: "SELECT id, cause FROM notice WHERE passed_at IS NULL")
            for row in open where !present.contains(row["cause"]) {
                try connection.execute(
                    sql: "UPDATE notice SET passed_at = :now WHERE id = :id",
                    arguments: ["id": row["id"] as Int64, "now": now])
            }
            // What came and went untold is not worth a word.
            return try Row.fetchAll(
                connection,
                sql: """
                    SELECT id, text, since, passed_at FROM notice
                    WHERE (told_at IS NULL AND passed_at IS NULL)
                        OR (told_at IS NOT NULL AND passed_at IS NOT NULL
                            AND passed_told_at IS NULL)
                    ORDER BY id
                    """
            ).map {
                Notice(
                    id: $0["id"], text: $0["text"], since: $0["since"], passedAt: $0["passed_at"])
            }
        }
    }

    /// The operator was told.
    package func told(_ notices: [Notice], now: Date) async throws(LedgerError) {
        try await write { connection in
            for notice in notices {
                try connection.execute(
                    sql: """
                        UPDATE notice SET told_at = COALESCE(told_at, :now),
                            passed_told_at = CASE WHEN :passed THEN :now END
                        WHERE id = :id
                        """,
                    arguments: [
                        "id": notice.id, "now": Timestamp.text(now),
                        "passed": notice.passedAt != nil,
                    ])
            }
        }
    }

    /// When the last article was published, else when the ledger was made.
    package func lastPublication() async throws(LedgerError) -> Date? {
        try await read { connection in
            try String.fetchOne(
                connection,
                sql: """
                    SELECT COALESCE((SELECT MAX(published_at) FROM article), created_at)
                    FROM ledger
                    """
            ).flatMap(Timestamp.date)
        }
    }

    /// Bytes of the write-ahead log beside the file.
    package var logSize: Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
