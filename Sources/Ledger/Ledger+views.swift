import Foundation
import GRDB

/// A line of the view `queue`.
package struct QueueRow: Sendable, Codable, Equatable {
    package var id: String
    package var state: String
    package var reason: String?
    package var headline: String
    package var kind: String?
    package var entries: Int
    package var sources: Int
    package var attempts: Int
    package var trouble: String?
    package var takenAt: String?
    package var dueAt: String
    package var beganAt: String
    package var changedAt: String
    /// Micro-units.
    package var cost: Int
}

/// A line of the view `published`.
package struct PublishedRow: Sendable, Codable, Equatable {
    package var id: String
    package var path: String
    package var title: String
    package var sourceURL: String
    package var syncTime: String
    package var publishedAt: String
    package var wordCount: Int
    package var score: Int?
    package var kind: String?
    package var footnotes: Int
    package var cost: Int
    package var sha256: String
}

/// A line of the view `spending`.
package struct SpendingRow: Sendable, Codable, Equatable {
    package var day: String
    package var endpoint: String
    package var model: String
    package var purpose: String
    package var calls: Int
    package var promptTokens: Int
    package var completionTokens: Int
    package var cost: Int
    package var reserved: Int
}

/// A line of the view `feed_health`.
package struct FeedRow: Sendable, Codable, Equatable {
    package var url: String
    package var title: String?
    package var format: String?
    package var status: Int?
    package var error: String?
    package var failures: Int
    package var polls: Int
    package var unchanged: Int
    package var entries: Int
    package var bytes: Int
    package var polledAt: String?
    package var changedAt: String?
    package var dueAt: String?
    package var goneAt: String?
    package var defects: String?
    package var currentURL: String?
    package var failingSince: String?
    package var selfURL: String?
    package var hubURL: String?

    /// What an operator should know, in words.
    package var trouble: String? {
        error ?? currentURL.map { "moved to \($0)" } ?? defects
    }

    /// Of a feed that was never polled.
    package init(url: String) {
        self.url = url
        (failures, polls, unchanged, entries, bytes) = (0, 0, 0, 0, 0)
    }
}

/// A line of the view `problems`.
package struct ProblemRow: Sendable, Codable, Equatable {
    package var kind: String
    package var name: String
    package var condition: String
    package var detail: String?
    package var since: String?
}

/// Everything the ledger knows of one story.
package struct StoryDetail: Sendable, Codable, Equatable {
    package var story: [String: String]
    package var entries: [[String: String]]
    package var sources: [[String: String]]
    /// What the search providers said when they were asked for the headline.
    package var searches: [[String: String]]
    package var calls: [[String: String]]
    package var findings: [[String: String]]
    package var attempts: [[String: String]]
    package var article: [String: String]?
}

extension Ledger {
    package func queue() async throws(LedgerError) -> [QueueRow] {
        try await rows(of: "queue")
    }

    package func published() async throws(LedgerError) -> [PublishedRow] {
        try await rows(of: "published")
    }

    package func spending() async throws(LedgerError) -> [SpendingRow] {
        try await rows(of: "spending")
    }

    package func feedHealth() async throws(LedgerError) -> [FeedRow] {
        try await rows(of: "feed_health")
    }

    package func problems() async throws(LedgerError) -> [ProblemRow] {
        try await rows(of: "problems")
    }

    /// Everything of a story for a person to read, texts left out; nil when there is no such story.
    package func detail(of story: String) async throws(LedgerError) -> StoryDetail? {
        try await read { connection in
            func lines(_ sql: String) throws -> [[String: String]] {
                try Row.fetchAll(connection, sql: sql, arguments: ["id": story]).map(\.words)
            }
            guard let head = try lines("SELECT * FROM story WHERE id = :id").first else {
                return nil
            }
            return StoryDetail(
                story: head,
                entries: try lines(
                    """
                    SELECT story_entry.relation, entry.title, entry.url, entry.published_at,
                        feed.url AS feed
                    FROM story_entry JOIN entry ON entry.id = story_entry.entry_id
                    JOIN feed ON feed.id = entry.feed_id
                    WHERE story_entry.story_id = :id ORDER BY entry.published_at, entry.id
                    """),
                sources: try lines(
                    """
                    SELECT number, kind, url, title, publisher, published_at, retrieved_at,
                        language, status, length(text) AS characters, sha256, provider, rank,
                        CASE is_primary WHEN 1 THEN 'primary' END AS standing,
                        CASE is_reusable WHEN 1 THEN 'verbatim' END AS reuse,
                        CASE is_suspect WHEN 1 THEN 'suspect' END AS suspicion
                    FROM source WHERE story_id = :id ORDER BY number
                    """),
                searches: try lines(
                    """
                    SELECT provider, query, asked_at, outcome FROM search
                    WHERE query = (SELECT headline FROM story WHERE id = :id)
                    ORDER BY asked_at, provider
                    """),
                calls: try lines(
                    """
                    SELECT purpose, endpoint, model, started_at, outcome, prompt_tokens,
                        completion_tokens, cost, reserved_cost, milliseconds
                    FROM model_call WHERE story_id = :id ORDER BY id
                    """),
                findings: try lines(
                    """
                    SELECT draft.round, finding.severity, finding.rule, finding.place,
                        finding.message
                    FROM finding JOIN draft ON draft.id = finding.draft_id
                    WHERE draft.story_id = :id ORDER BY draft.round, finding.ordinal
                    """),
                attempts: try lines(
                    """
                    SELECT state, started_at, ended_at, outcome, detail
                    FROM attempt WHERE story_id = :id ORDER BY id
                    """),
                article: try lines(
                    """
                    SELECT path, title, source_url, sync_time, published_at, word_count, score,
                        sha256
                    FROM article WHERE story_id = :id
                    """
                ).first)
        }
    }

    /// Lines of a view as the Codable value that its columns spell in camel case.
    func rows<Line: Decodable & Sendable>(
        of view: String
    ) async throws(LedgerError) -> [Line] {
        try await read { connection in
            try ViewLine<Line>.fetchAll(connection, sql: "SELECT * FROM \(view)").map(\.line)
        }
    }
}

/// Reads a row by the names of its columns: `source_url` as `sourceURL`.
private struct ViewLine<Line: Decodable>: Decodable, FetchableRecord {
    let line: Line

    static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy {
        .custom { ColumnKey(column: $0) }
    }

    init(from decoder: any Decoder) throws {
        line = try Line(from: decoder)
    }
}

private struct ColumnKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(column: String) {
        let words = column.split(separator: "_")
        stringValue =
            words.prefix(1).joined()
            + words.dropFirst().map { $0 == "url" ? "URL" : $0.capitalized }.joined()
    }

    init?(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }
}

extension Row {
    /// The columns that hold something, as text.
    fileprivate var words: [String: String] {
        var words: [String: String] = [:]
        for (column, value) in self where !value.isNull {
            words[column] = String.fromDatabaseValue(value) ?? "\(value)"
        }
        return words
    }
}
