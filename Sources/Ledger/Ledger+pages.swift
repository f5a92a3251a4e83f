package import Domain
package import Foundation
import GRDB

/// A page as it was read once: its text, or why it has none.
package struct PageRecord: Sendable {
    package var url: String
    package var finalURL: String
    package var status: Int?
    package var retrieved: Date
    package var page: Page
    package var error: String?

    package init(
        url: String, finalURL: String, status: Int?, retrieved: Date, page: Page,
        error: String? = nil
    ) {
        self.url = url
        self.finalURL = finalURL
        self.status = status
        self.retrieved = retrieved
        self.page = page
        self.error = error
    }
}

/// A search as it was answered once.
package struct SearchRecord: Sendable {
    package var provider: String
    package var query: String
    package var asked: Date
    /// In words: `results`, or why there are none.
    package var outcome: String
    package var snippets: [Snippet]

    package init(
        provider: String, query: String, asked: Date, outcome: String, snippets: [Snippet]
    ) {
        self.provider = provider
        self.query = query
        self.asked = asked
        self.outcome = outcome
        self.snippets = snippets
    }
}

/// A site's robots.txt as it was answered.
package struct RobotsRecord: Sendable, Equatable {
    /// Scheme, host and port.
    package var origin: String
    package var fetched: Date
    /// Nil when the site could not be reached.
    package var status: Int?
    package var body: [UInt8]

    package init(origin: String, fetched: Date, status: Int?, body: [UInt8]) {
        self.origin = origin
        self.fetched = fetched
        self.status = status
        self.body = body
    }
}

extension Ledger {
    package func page(at url: String) async throws(LedgerError) -> PageRecord? {
        try await read { connection in
            try Row.fetchOne(
                connection,
                sql: """
                    SELECT url, final_url, canonical_url, status, title, publisher, author,
                        published_at, retrieved_at, language, image, text, error
                    FROM page WHERE url = :url
                    """, arguments: ["url": url]
            ).map(PageRecord.init)
        }
    }

    package func record(_ page: PageRecord, fetch: FetchRecord) async throws(LedgerError) {
        try await write { connection in
            try fetch.insert(connection)
            try page.insert(connection)
        }
    }

    package func search(
        _ query: String, at provider: String, since: Date
    ) async throws(LedgerError) -> SearchRecord? {
        try await read { connection in
            guard
                let row = try Row.fetchOne(
                    connection,
                    sql: """
                        SELECT asked_at, outcome, results FROM search
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
                snippets: try JSONDecoder().decode([Snippet].self, from: Data(results.utf8)))
        }
    }

    package func record(_ search: SearchRecord, fetch: FetchRecord) async throws(LedgerError) {
        try await write { connection in
            try fetch.insert(connection)
            let results = try JSONEncoder().encode(search.snippets)
            try connection.execute(
                sql: """
                    INSERT OR REPLACE INTO search (provider, query, asked_at, outcome, results)
                    VALUES (:provider, :query, :asked, :outcome, :results)
                    """,
                arguments: [
                    "provider": search.provider, "query": search.query,
                    "asked": Timestamp.text(search.asked), "outcome": search.outcome,
                    "results": String(decoding: results, as: UTF8.self),
                ])
        }
    }

    package func robots(
        of origin: String, since: Date
    ) async throws(LedgerError) -> RobotsRecord? {
        try await read { connection in
            try Row.fetchOne(
                connection,
                sql: """
                    SELECT fetched_at, status, body FROM robots
                    WHERE origin = :origin AND fetched_at >= :since
                    """, arguments: ["origin": origin, "since": Timestamp.text(since)]
            ).map { row in
                RobotsRecord(
                    origin: origin, fetched: row.date("fetched_at") ?? since,
                    status: row["status"], body: Array(row["body"] as Data))
            }
        }
    }

    package func record(_ robots: RobotsRecord, fetch: FetchRecord) async throws(LedgerError) {
        try await write { connection in
            try fetch.insert(connection)
            try connection.execute(
                sql: """
                    INSERT OR REPLACE INTO robots (origin, fetched_at, status, body)
                    VALUES (:origin, :fetched, :status, :body)
                    """,
                arguments: [
                    "origin": robots.origin, "fetched": Timestamp.text(robots.fetched),
                    "status": robots.status, "body": Data(robots.body),
                ])
        }
    }
}

extension PageRecord {
    fileprivate init(_ row: Row) {
        self.init(
            url: row["url"], finalURL: row["final_url"], status: row["status"],
            retrieved: row.date("retrieved_at") ?? Date(timeIntervalSince1970: 0),
            page: Page(
                title: row["title"], publisher: row["publisher"], author: row["author"],
                published: row.date("published_at"), canonicalURL: row["canonical_url"],
                language: row["language"], image: row["image"], text: row["text"]),
            error: row["error"])
    }

    fileprivate func insert(_ connection: Database) throws {
        try connection.execute(
            sql: """
                INSERT OR REPLACE INTO page (url, final_url, canonical_url, status, title,
                    publisher, author, published_at, retrieved_at, language, image, text, error)
                VALUES (:url, :final, :canonical, :status, :title,
                    :publisher, :author, :published, :retrieved, :language, :image, :text, :error)
                """,
            arguments: [
                "url": url, "final": finalURL, "canonical": page.canonicalURL, "status": status,
                "title": page.title, "publisher": page.publisher, "author": page.author,
                "published": page.published.map(Timestamp.text),
                "retrieved": Timestamp.text(retrieved), "language": page.language,
                "image": page.image, "text": page.text, "error": error,
            ])
    }
}
