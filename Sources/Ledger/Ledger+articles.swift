package import Domain
package import Foundation
import GRDB

/// The final bytes of an article, and what the ledger says of them.
package struct ArticleRecord: Sendable, Equatable {
    /// Relative to the content directory.
    package var path: String
    package var bytes: [UInt8]
    package var sha256: String
    package var title: String
    package var sourceURL: String
    package var sync: Date
    package var wordCount: Int
    package var score: Int?
    /// Numbers of the cited sources by footnote label: the first is label 1.
    package var cited: [Int]
    /// Hashes of its text that articles with much of it share.
    package var marks: [Int]
    /// What the bytes were made from besides sentences and sources, and the layout that they are set
    /// in.
    package var recipe: Recipe?

    package struct Recipe: Sendable, Equatable {
        package var text: String
        package var layout: String
        package var layoutSHA256: String

        package init(text: String, layout: String, layoutSHA256: String) {
            self.text = text
            self.layout = layout
            self.layoutSHA256 = layoutSHA256
        }
    }

    package init(
        path: String, bytes: [UInt8], sha256: String, title: String, sourceURL: String,
        sync: Date, wordCount: Int, score: Int? = nil, cited: [Int], marks: [Int] = [],
        recipe: Recipe? = nil
    ) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
        self.title = title
        self.sourceURL = sourceURL
        self.sync = sync
        self.wordCount = wordCount
        self.score = score
        self.cited = cited
        self.marks = marks
        self.recipe = recipe
    }
}

/// What verification decided of a draft.
package enum Decision: Sendable, Equatable {
    case approved(ArticleRecord)
    /// Published as a draft, for a person to look at where it stands.
    case draft(ArticleRecord, reason: String)
    case held(reason: String)
    case rejected(reason: String)
}

extension Ledger {
    /// Stores what verification found of a draft and what follows from it: the sentences that
    /// stand, findings, judgments and score, the article's bytes, and the story's next state.
    package func settle(
        _ story: Story, draft: Int64, proven: ProvenDraft?, findings: [Finding],
        judgments: [JudgmentRecord] = [], score: Score? = nil, decision: Decision, now: Date
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.replace(findings, judgments, of: draft)
            if let score { try connection.insert(score, of: draft) }
            if let proven { try connection.insert(proven, of: draft) }
            switch decision {
            case .approved(let article):
                try article.insert(connection, story: story.id, draft: draft)
                try connection.move(story, to: .approved, reason: nil, now: now)
                try connection.endAttempt(
                    of: story, outcome: "approved", detail: article.path, now: now)
            case .draft(let article, let reason):
                try article.insert(connection, story: story.id, draft: draft)
                try connection.move(story, to: .approved, reason: reason, now: now)
                try connection.endAttempt(of: story, outcome: "draft", detail: reason, now: now)
            case .held(let reason):
                try connection.move(story, to: .held, reason: reason, now: now)
                try connection.endAttempt(of: story, outcome: "held", detail: reason, now: now)
            case .rejected(let reason):
                try connection.move(story, to: .rejected, reason: reason, now: now)
                try connection.endAttempt(of: story, outcome: "rejected", detail: reason, now: now)
            }
        }
    }

    /// The article whose file is to be put in place.
    package func article(of story: String) async throws(LedgerError) -> ArticleRecord? {
        try await read { connection in
            guard
                let row = try Row.fetchOne(
                    connection,
                    sql: """
                        SELECT path, bytes, article.sha256, title, source_url, sync_time, word_count, score,
                            recipe, layout_sha256, layout.text AS layout
                        FROM article LEFT JOIN layout ON layout.sha256 = layout_sha256
                        WHERE story_id = :story
                        """, arguments: ["story": story])
            else { return nil }
            let cited = try Int.fetchAll(
                connection,
                sql: """
                    SELECT source_number FROM article_source WHERE story_id = :story
                    ORDER BY label
                    """, arguments: ["story": story])
            return ArticleRecord(
                path: row["path"], bytes: Array(row["bytes"] as Data), sha256: row["sha256"],
                title: row["title"], sourceURL: row["source_url"],
                sync: row.date("sync_time") ?? Date(timeIntervalSince1970: 0),
                wordCount: row["word_count"], score: row["score"], cited: cited,
                recipe: (row["recipe"] as String?).map {
                    ArticleRecord.Recipe(
                        text: $0, layout: row["layout"] ?? "",
                        layoutSHA256: row["layout_sha256"] ?? "")
                })
        }
    }

    /// The file of a story in progress is in place. Why it is a draft stays with the story.
    package func settlePublished(_ story: Story, now: Date) async throws(LedgerError) {
        try await write { connection in
            try connection.execute(
                sql: "UPDATE article SET published_at = :now WHERE story_id = :story",
                arguments: ["story": story.id, "now": Timestamp.text(now)])
            let reason = try String.fetchOne(
                connection, sql: "SELECT reason FROM story WHERE id = :id",
                arguments: ["id": story.id])
            try connection.move(story, to: .published, reason: reason, now: now)
            try connection.endAttempt(of: story, outcome: "published", detail: nil, now: now)
        }
    }
}

extension Database {
    /// What was found out about a draft; a draft may be looked at again.
    func replace(
        _ findings: [Finding], _ judgments: [JudgmentRecord], of draft: Int64
    ) throws {
        for table in ["finding", "judgment"] {
            try execute(
                sql: "DELETE FROM \(table) WHERE draft_id = :draft", arguments: ["draft": draft])
        }
        try insert(findings, of: draft)
        try insert(judgments, of: draft)
    }

    private func insert(_ findings: [Finding], of draft: Int64) throws {
        for (ordinal, finding) in findings.enumerated() {
            try execute(
                sql: """
                    INSERT INTO finding (draft_id, ordinal, rule, severity, place, message)
                    VALUES (:draft, :ordinal, :rule, :severity, :place, :message)
                    """,
                arguments: [
                    "draft": draft, "ordinal": ordinal, "rule": finding.rule,
                    "severity": finding.severity.rawValue, "place": finding.place.description,
                    "message": finding.message,
                ])
        }
    }

    fileprivate func insert(_ proven: ProvenDraft, of draft: Int64) throws {
        for (paragraph, content) in proven.paragraphs.enumerated() {
            for (ordinal, sentence) in content.sentences.enumerated() {
                try execute(
                    sql: """
                        INSERT INTO sentence (draft_id, paragraph, ordinal, text)
                        VALUES (:draft, :paragraph, :ordinal, :text)
                        """,
                    arguments: [
                        "draft": draft, "paragraph": paragraph, "ordinal": ordinal,
                        "text": sentence.text,
                    ])
                try insert(sentence.evidence, of: lastInsertedRowID)
            }
        }
    }

    private func insert(_ evidence: [Evidence], of sentence: Int64) throws {
        for (ordinal, evidence) in evidence.enumerated() {
            try execute(
                sql: """
                    INSERT INTO evidence (sentence_id, ordinal, source_number, first_byte, end_byte)
                    VALUES (:sentence, :ordinal, :source, :first, :end)
                    """,
                arguments: [
                    "sentence": sentence, "ordinal": ordinal, "source": evidence.source,
                    "first": evidence.range.lowerBound, "end": evidence.range.upperBound,
                ])
        }
    }
}

extension ArticleRecord {
    func insert(_ connection: Database, story: String, draft: Int64) throws {
        if let recipe {
            try connection.execute(
                sql: """
                    INSERT INTO layout (sha256, text, first_used_at)
                    VALUES (:sha256, :text, :now) ON CONFLICT DO NOTHING
                    """,
                arguments: [
                    "sha256": recipe.layoutSHA256, "text": recipe.layout,
                    "now": Timestamp.text(sync),
                ])
        }
        try connection.execute(
            sql: """
                INSERT INTO article (story_id, draft_id, path, bytes, sha256, title, source_url,
                    sync_time, word_count, score, recipe, layout_sha256)
                VALUES (:story, :draft, :path, :bytes, :sha256, :title, :source,
                    :sync, :words, :score, :recipe, :layout)
                """,
            arguments: [
                "story": story, "draft": draft, "path": path, "bytes": Data(bytes),
                "sha256": sha256, "title": title, "source": sourceURL,
                "sync": Timestamp.text(sync), "words": wordCount, "score": score,
                "recipe": recipe?.text, "layout": recipe?.layoutSHA256,
            ])
        try connection.insert(marks, of: story)
        for (index, number) in cited.enumerated() {
            try connection.execute(
                sql: """
                    INSERT INTO article_source (story_id, label, source_number)
                    VALUES (:story, :label, :number)
                    """, arguments: ["story": story, "label": index + 1, "number": number])
        }
    }
}
