package import Domain
package import Foundation
import GRDB

/// A source and how it was come by.
package struct GatheredSource: Sendable {
    package var source: Source
    package var status: Int?
    package var provider: String?
    package var query: String?
    package var rank: Int?

    package init(
        _ source: Source, status: Int? = nil, provider: String? = nil, query: String? = nil,
        rank: Int? = nil
    ) {
        self.source = source
        self.status = status
        self.provider = provider
        self.query = query
        self.rank = rank
    }
}

extension Ledger {
    /// Stores the numbered sources of a story in progress; its state becomes `gathered`.
    package func settle(
        _ story: Story, sources: [GatheredSource], kind: ArticleKind, now: Date
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.execute(
                sql: "DELETE FROM source WHERE story_id = :story", arguments: ["story": story.id])
            for source in sources { try source.insert(connection, story: story.id) }
            try connection.execute(
                sql: "UPDATE story SET kind = :kind WHERE id = :id",
                arguments: ["kind": kind.rawValue, "id": story.id])
            try connection.move(story, to: .gathered, reason: nil, now: now)
            try connection.endAttempt(
                of: story, outcome: "gathered", detail: "\(sources.count) sources", now: now)
        }
    }

    /// The sources of a story by number.
    package func sources(of story: String) async throws(LedgerError) -> [Source] {
        try await read { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT number, kind, url, title, publisher, author, published_at, retrieved_at,
                        language, text, is_reusable, is_suspect, is_primary
                    FROM source WHERE story_id = :story ORDER BY number
                    """, arguments: ["story": story]
            ).map(Source.init)
        }
    }

    /// The kind of article that a gathered story becomes.
    package func kind(of story: String) async throws(LedgerError) -> ArticleKind? {
        try await read { connection in
            try String.fetchOne(
                connection, sql: "SELECT kind FROM story WHERE id = :id", arguments: ["id": story]
            ).flatMap(ArticleKind.init)
        }
    }
}

extension GatheredSource {
    fileprivate func insert(_ connection: Database, story: String) throws {
        try connection.execute(
            sql: """
                INSERT INTO source (story_id, number, kind, url, title, publisher, author,
                    published_at, retrieved_at, language, text, sha256, status, provider, query,
                    rank, is_reusable, is_suspect, is_primary)
                VALUES (:story, :number, :kind, :url, :title, :publisher, :author,
                    :published, :retrieved, :language, :text, :sha256, :status, :provider, :query,
                    :rank, :reusable, :suspect, :primary)
                """,
            arguments: [
                "story": story, "number": source.number, "kind": source.kind.rawValue,
                "url": source.url, "title": source.title, "publisher": source.publisher,
                "author": source.author, "published": source.published.map(Timestamp.text),
                "retrieved": Timestamp.text(source.retrieved), "language": source.language,
                "text": source.text, "sha256": source.sha256, "status": status,
                "provider": provider, "query": query, "rank": rank,
                "reusable": source.isReusable, "suspect": source.isSuspect,
                "primary": source.isPrimary,
            ])
    }
}

extension Source {
    fileprivate init(_ row: Row) {
        self.init(
            number: row["number"], kind: Kind(rawValue: row["kind"]) ?? .snippet,
            url: row["url"], title: row["title"], publisher: row["publisher"],
            author: row["author"], published: row.date("published_at"),
            retrieved: row.date("retrieved_at") ?? Date(timeIntervalSince1970: 0),
            language: row["language"], text: row["text"], isReusable: row["is_reusable"],
            isSuspect: row["is_suspect"],
            isPrimary: row["is_primary"])
    }
}
