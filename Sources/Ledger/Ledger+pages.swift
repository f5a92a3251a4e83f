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
    /// The page of that canonical URL, or that goes by it too.
    package func page(at url: String) async throws(LedgerError) -> PageRecord? {
        try await read { connection in
            try Row.fetchOne(
                connection,
                sql: """
                    SELECT url, final_url, canonical_url, status, title, publisher, author,
                        published_at, retrieved_at, language, image, directives, text, error
                    FROM page
                    WHERE url = COALESCE(
                        (SELECT page_url FROM page_alias WHERE page_alias.url = :url), :url)
                    """, arguments: ["url": url]
            ).map(PageRecord.init)
        }
    }

    /// - Parameter aliases: other canonical URLs by which the page will be known.
    package func record(
        _ page: PageRecord, aliases: Set<String> = [], fetch: FetchRecord
    ) async throws(LedgerError) {
        try await write { connection in
            try fetch.insert(connection)
            try page.insert(connection)
            for alias in aliases where alias != page.url {
                try connection.execute(
                    sql: """
                        INSERT INTO page_alias (url, page_url) VALUES (:alias, :page)
                        ON CONFLICT DO NOTHING
                        """, arguments: ["alias": alias, "page": page.url])
            }
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
                language: row["language"], image: row["image"],
                directives: (row["directives"] as String?)?.components(separatedBy: ", ") ?? [],
                text: row["text"]),
            error: row["error"])
    }

    fileprivate func insert(_ connection: Database) throws {
        try connection.execute(
            sql: """
                INSERT INTO page (url, final_url, canonical_url, status, title, publisher, author,
                    published_at, retrieved_at, language, image, directives, text, error)
                VALUES (:url, :final, :canonical, :status, :title, :publisher, :author,
                    :published, :retrieved, :language, :image, :directives, :text, :error)
                ON CONFLICT (url) DO UPDATE SET final_url = excluded.final_url,
                    canonical_url = excluded.canonical_url, status = excluded.status,
                    title = excluded.title, publisher = excluded.publisher,
                    author = excluded.author, published_at = excluded.published_at,
                    retrieved_at = excluded.retrieved_at, language = excluded.language,
                    image = excluded.image, directives = excluded.directives,
                    text = excluded.text, error = excluded.error
                """,
            arguments: [
                "url": url, "final": finalURL, "canonical": page.canonicalURL, "status": status,
                "title": page.title, "publisher": page.publisher, "author": page.author,
                "published": page.published.map(Timestamp.text),
                "retrieved": Timestamp.text(retrieved), "language": page.language,
                "image": page.image, "text": page.text, "error": error,
                "directives": page.directives.isEmpty
                    ? nil : page.directives.joined(separator: ", "),
            ])
    }
}
