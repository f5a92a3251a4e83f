package import Domain
package import Foundation
import GRDB

/// A search as it was answered once.
package struct SearchRecord: Sendable {
    package var provider: String
    package var query: String
    package var asked: Date
    /// In words: how many results, or why there are none.
    package var outcome: String
    package var snippets: [Snippet]
    /// Of the answer's body; nil when none came.
    package var sha256: String?
    /// The provider is passed over until then.
    package var pausedUntil: Date?

    package init(
        provider: String, query: String, asked: Date, outcome: String = "",
        snippets: [Snippet] = [], sha256: String? = nil, pausedUntil: Date? = nil
    ) {
        self.provider = provider
        self.query = query
        self.asked = asked
        self.outcome = outcome
        self.snippets = snippets
        self.sha256 = sha256
        self.pausedUntil = pausedUntil
    }
}

/// A line of the view `search_health`.
package struct SearchRow: Sendable, Codable, Equatable {
    package var name: String
    package var outcome: String
    package var askedAt: String
    /// Of the site's zone.
    package var day: String
    /// Questions on that day.
    package var asked: Int
    package var pausedUntil: String?
}

extension Ledger {
    /// The answer of a provider to a query, where it was asked since then and did answer.
    package func search(
        _ query: String, at provider: String, since: Date
    ) async throws(LedgerError) -> SearchRecord? {
        try await read { connection in
            guard
                let row = try Row.fetchOne(
                    connection,
                    sql: """
                        SELECT asked_at, outcome, results, sha256 FROM search
                        WHERE provider = :provider AND query = :query AND asked_at >= :since
                        """,
                    arguments: [
                        "provider": provider, "query": query, "since": Timestamp.text(since),
                    ])
            else { return nil }
            let results: String = row["results"]
            return SearchRecord(
                provider: provider, query: query, asked: row.date("asked_at") ?? since,
                outcome: row["outcome"],
                snippets: try JSONDecoder().decode([Snippet].self, from: Data(results.utf8)),
                sha256: row["sha256"])
        }
    }

    /// What is known of the providers that were ever asked, by name.
    package func searchProviders() async throws(LedgerError) -> [String: SearchRow] {
        let rows: [SearchRow] = try await rows(of: "search_health")
        return Dictionary(rows.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Keeps an answer, and what it says of the provider.
    ///
    /// A failure stands in `search` too, so that the story's operator reads it, but answers nobody:
    /// who asks again asks the provider once its pause is over.
    package func record(
        _ search: SearchRecord, fetch: FetchRecord, day: String
    ) async throws(LedgerError) {
        try await write { connection in
            try fetch.insert(connection)
            let results = try JSONEncoder().encode(search.snippets)
            try connection.execute(
                sql: """
                    INSERT OR REPLACE INTO search (provider, query, asked_at, outcome, results,
                        sha256)
                    VALUES (:provider, :query, :asked, :outcome, :results, :sha256)
                    """,
                arguments: [
                    "provider": search.provider, "query": search.query,
                    "asked": Timestamp.text(search.asked), "outcome": search.outcome,
                    "results": String(decoding: results, as: UTF8.self), "sha256": search.sha256,
                ])
            try connection.execute(
                sql: """
                    INSERT INTO search_provider (name, asked_at, day, asked, outcome, paused_until)
                    VALUES (:name, :asked, :day, 1, :outcome, :paused)
                    ON CONFLICT (name) DO UPDATE SET asked_at = excluded.asked_at,
                        asked = CASE WHEN day = excluded.day THEN asked + 1 ELSE 1 END,
                        day = excluded.day, outcome = excluded.outcome,
                        paused_until = excluded.paused_until
                    """,
                arguments: [
                    "name": search.provider, "asked": Timestamp.text(search.asked), "day": day,
                    "outcome": search.outcome,
                    "paused": search.pausedUntil.map(Timestamp.text),
                ])
        }
    }
}
