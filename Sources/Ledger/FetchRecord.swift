import Domain
package import Foundation
import GRDB

/// A request over the network and what came of it.
package struct FetchRecord: Sendable {
    package enum Purpose: String, Sendable {
        case feed, page, search, robots
    }

    package var purpose: Purpose
    package var url: String
    package var finalURL: String?
    package var status: Int?
    package var bytes: Int
    package var started: Date
    package var duration: Duration
    package var error: String?

    package init(
        purpose: Purpose, url: String, finalURL: String? = nil, status: Int? = nil,
        bytes: Int = 0, started: Date, duration: Duration = .zero, error: String? = nil
    ) {
        self.purpose = purpose
        self.url = url
        self.finalURL = finalURL
        self.status = status
        self.bytes = bytes
        self.started = started
        self.duration = duration
        self.error = error
    }

    func insert(_ connection: Database) throws {
        try connection.execute(
            sql: """
                INSERT INTO fetch (purpose, url, final_url, status, bytes, started_at,
                    milliseconds, error)
                VALUES (:purpose, :url, :final, :status, :bytes, :started, :milliseconds, :error)
                """,
            arguments: [
                "purpose": purpose.rawValue, "url": url, "final": finalURL, "status": status,
                "bytes": bytes, "started": Timestamp.text(started),
                "milliseconds": duration.milliseconds, "error": error,
            ])
    }
}
