package import Domain
import Foundation
import GRDB

/// Where a sentence of an article comes from.
package struct Explanation: Sendable, Codable, Equatable {
    /// Counts from 1, over the whole article.
    package var sentence: Int
    package var text: String
    package var evidence: [Proof]

    package struct Proof: Sendable, Codable, Equatable {
        /// The footnote.
        package var label: Int
        package var source: Int
        package var kind: String
        package var url: String
        package var title: String
        package var publisher: String?
        package var publishedAt: String?
        package var retrievedAt: String
        package var sourceSHA256: String
        package var firstByte: Int
        package var endByte: Int
        /// What stands around the span, and the span itself.
        package var before: String
        package var span: String
        package var after: String
        package var fetch: Fetch?
    }

    package struct Fetch: Sendable, Codable, Equatable {
        package var purpose: String
        package var url: String
        package var status: Int?
        package var bytes: Int?
        package var startedAt: String
        package var milliseconds: Int?
    }
}

/// The model call that an article's draft came from.
package struct CallExplanation: Sendable, Codable, Equatable {
    package var purpose: String
    package var endpoint: String
    package var model: String
    package var prompt: String?
    package var promptSHA256: String
    package var requestKey: String
    package var startedAt: String
    package var promptTokens: Int?
    package var completionTokens: Int?
    package var reservedTokens: Int
    /// Micro-units; nil when only the reservation is known.
    package var cost: Int?
    package var outcome: String?
}

extension Ledger {
    /// The story whose article has these bytes, else the one whose article stands at this path.
    package func story(
        ofFile path: String, sha256: String
    ) async throws(LedgerError) -> (story: String, isUnchanged: Bool)? {
        try await read { connection in
            try Row.fetchOne(
                connection,
                sql: """
                    SELECT story_id, sha256 = :sha256 AS is_unchanged FROM article
                    WHERE sha256 = :sha256 OR path = :path
                    ORDER BY is_unchanged DESC LIMIT 1
                    """, arguments: ["sha256": sha256, "path": path]
            ).map { ($0["story_id"], $0["is_unchanged"]) }
        }
    }

    /// The sentences of an article by paragraph, with their evidence.
    package func sentences(
        of story: String
    ) async throws(LedgerError) -> [[ProvenDraft.Sentence]] {
        try await read { connection in
            var paragraphs: [[ProvenDraft.Sentence]] = []
            for row in try connection.sentences(of: story) {
                let evidence = try connection.evidence(of: row["id"])
                let sentence = ProvenDraft.Sentence(
                    text: row["text"],
                    evidence: evidence.map {
                        Evidence(
                            source: $0["source_number"], range: $0["first_byte"]..<$0["end_byte"])
                    })
                while paragraphs.count <= row["paragraph"] { paragraphs.append([]) }
                paragraphs[row["paragraph"]].append(sentence)
            }
            return paragraphs
        }
    }

    /// Every sentence of an article back to the fetch of its source.
    package func explanations(of story: String) async throws(LedgerError) -> [Explanation] {
        try await read { connection in
            try connection.sentences(of: story).enumerated().map { index, row in
                Explanation(
                    sentence: index + 1, text: row["text"],
                    evidence: try connection.evidence(of: row["id"]).map {
                        try connection.proof($0)
                    })
            }
        }
    }

    /// The calls behind an article's draft, the one that wrote it first.
    package func calls(behind story: String) async throws(LedgerError) -> [CallExplanation] {
        try await read { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT purpose, endpoint, model, prompt.name AS prompt, prompt_sha256,
                        request_key, started_at, prompt_tokens, completion_tokens,
                        reserved_tokens, cost, outcome
                    FROM model_call LEFT JOIN prompt ON prompt.sha256 = prompt_sha256
                    WHERE story_id = :story
                    ORDER BY model_call.id = (SELECT model_call_id FROM draft
                        JOIN article ON article.draft_id = draft.id
                        WHERE article.story_id = :story) DESC, model_call.id
                    """, arguments: ["story": story]
            ).map(CallExplanation.init)
        }
    }
}

extension Database {
    fileprivate func sentences(of story: String) throws -> [Row] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT sentence.id, sentence.paragraph, sentence.text
                FROM sentence JOIN article ON article.draft_id = sentence.draft_id
                WHERE article.story_id = :story
                ORDER BY sentence.paragraph, sentence.ordinal
                """, arguments: ["story": story])
    }

    fileprivate func evidence(of sentence: Int64) throws -> [Row] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT evidence.source_number, evidence.first_byte, evidence.end_byte,
                    source.story_id, source.kind, source.url, source.title, source.publisher,
                    source.published_at, source.retrieved_at, source.sha256, source.text,
                    (SELECT article_source.label FROM article_source
                        JOIN source AS cited ON cited.story_id = article_source.story_id
                            AND cited.number = article_source.source_number
                        WHERE article_source.story_id = source.story_id
                            AND cited.url = source.url) AS label
                FROM evidence
                JOIN sentence ON sentence.id = evidence.sentence_id
                JOIN draft ON draft.id = sentence.draft_id
                JOIN source ON source.story_id = draft.story_id
                    AND source.number = evidence.source_number
                WHERE evidence.sentence_id = :sentence ORDER BY evidence.ordinal
                """, arguments: ["sentence": sentence])
    }

    fileprivate func proof(_ row: Row) throws -> Explanation.Proof {
        let text = Array((row["text"] as String).utf8)
        let (first, end) = (row["first_byte"] as Int, row["end_byte"] as Int)
        func piece(_ range: Range<Int>) -> String {
            let range = range.clamped(to: 0..<text.count)
            // Half characters at the ends of a context are left out.
            let whole = text[range].drop { $0 & 0xc0 == 0x80 }
            return String(decoding: whole, as: UTF8.self).filter { $0 != "\u{fffd}" }
        }
        return Explanation.Proof(
            label: row["label"] ?? 0, source: row["source_number"], kind: row["kind"],
            url: row["url"], title: row["title"], publisher: row["publisher"],
            publishedAt: row["published_at"], retrievedAt: row["retrieved_at"],
            sourceSHA256: row["sha256"], firstByte: first, endByte: end,
            before: piece(max(0, first - 120)..<first), span: piece(first..<end),
            after: piece(end..<min(end + 120, text.count)),
            fetch: try fetch(of: row["url"], story: row["story_id"]))
    }

    /// The last request that brought a page, or the feed that an entry's own text came with.
    private func fetch(of url: String, story: String) throws -> Explanation.Fetch? {
        try Row.fetchOne(
            self,
            sql: """
                SELECT purpose, fetch.url, fetch.status, fetch.bytes, started_at, milliseconds
                FROM fetch
                WHERE fetch.url = :url OR final_url = :url
                    OR fetch.url IN (SELECT page.url FROM page WHERE canonical_url = :url)
                    OR fetch.url IN (SELECT feed.url FROM feed
                        JOIN entry ON entry.feed_id = feed.id
                        JOIN story_entry ON story_entry.entry_id = entry.id
                        WHERE story_entry.story_id = :story AND entry.url = :url)
                ORDER BY purpose = 'page' DESC, fetch.status = 200 DESC, fetch.id DESC LIMIT 1
                """, arguments: ["url": url, "story": story]
        ).map { row in
            Explanation.Fetch(
                purpose: row["purpose"], url: row["url"], status: row["status"],
                bytes: row["bytes"], startedAt: row["started_at"],
                milliseconds: row["milliseconds"])
        }
    }
}

extension CallExplanation {
    fileprivate init(_ row: Row) {
        self.init(
            purpose: row["purpose"], endpoint: row["endpoint"], model: row["model"],
            prompt: row["prompt"], promptSHA256: row["prompt_sha256"],
            requestKey: row["request_key"], startedAt: row["started_at"],
            promptTokens: row["prompt_tokens"], completionTokens: row["completion_tokens"],
            reservedTokens: row["reserved_tokens"], cost: row["cost"], outcome: row["outcome"])
    }
}
