package import Domain
import Foundation
import GRDB

/// A judgment as the ledger keeps it.
package struct JudgmentRecord: Sendable, Equatable {
    package var place: String
    /// A hash of the claim's words and evidence.
    package var key: String
    package var claim: String
    package var judgment: Judgment

    package init(place: String, key: String, claim: String, judgment: Judgment) {
        self.place = place
        self.key = key
        self.claim = claim
        self.judgment = judgment
    }
}

/// A line of the view `finding_counts`.
package struct FindingCount: Sendable, Codable, Equatable {
    package var rule: String
    package var severity: String
    package var findings: Int
    package var stories: Int
    /// Stories that were held or rejected among them.
    package var stopped: Int
    package var lastAt: String
}

extension Ledger {
    /// What was judged of a story's drafts, by the claim's key; the last word counts.
    package func judgments(of story: String) async throws(LedgerError) -> [String: Judgment] {
        try await read { connection in
            let rows = try Row.fetchAll(
                connection,
                sql: """
                    SELECT claim_key, word, slip, note, source_number, first_byte, end_byte
                    FROM judgment JOIN draft ON draft.id = judgment.draft_id
                    WHERE draft.story_id = :story
                    ORDER BY draft.round
                    """, arguments: ["story": story])
            return Dictionary(
                rows.map { ($0["claim_key"] as String, Judgment($0)) },
                uniquingKeysWith: { _, last in last })
        }
    }

    /// How often each rule spoke, the rules that stop most first.
    package func findingCounts() async throws(LedgerError) -> [FindingCount] {
        try await read { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT rule, severity, findings, stories, stopped, last_at FROM finding_counts
                    """
            ).map { row in
                FindingCount(
                    rule: row["rule"], severity: row["severity"], findings: row["findings"],
                    stories: row["stories"], stopped: row["stopped"], lastAt: row["last_at"])
            }
        }
    }

    /// The score of a story's last draft that has one, with its figures.
    package func score(of story: String) async throws(LedgerError) -> Score? {
        try await read { connection in
            try Row.fetchOne(
                connection,
                sql: """
                    SELECT claims, supported, partial, contradicted, markers, supporting, sentences,
                        cited, publishers, form_points, cap
                    FROM score JOIN draft ON draft.id = score.draft_id
                    WHERE draft.story_id = :story
                    ORDER BY draft.round DESC LIMIT 1
                    """, arguments: ["story": story]
            ).map { Score($0) }
        }
    }

    /// Scores that their figures do not give: none, unless the ledger was changed by hand.
    package func scoresDiffering() async throws(LedgerError) -> Int {
        try await read { connection in
            try Int.fetchOne(
                connection, sql: "SELECT COUNT(*) FROM scores WHERE value <> reckoned") ?? 0
        }
    }
}

extension Judgment {
    fileprivate init(_ row: Row) {
        self.init(
            word: Word(rawValue: row["word"]) ?? .notFound,
            slip: Slip(rawValue: row["slip"]) ?? .none,
            note: row["note"])
        if let source: Int = row["source_number"], let first: Int = row["first_byte"],
            let end: Int = row["end_byte"], first < end
        {
            evidence = Evidence(source: source, range: first..<end)
        }
    }
}

extension Score {
    fileprivate init(_ row: Row) {
        self.init(
            claims: row["claims"], supported: row["supported"], partial: row["partial"],
            contradicted: row["contradicted"], markers: row["markers"],
            supporting: row["supporting"], sentences: row["sentences"], cited: row["cited"],
            publishers: row["publishers"], formPoints: row["form_points"],
            cap: (row["cap"] as String?).flatMap(Cap.init))
    }
}

extension Database {
    func insert(_ judgments: [JudgmentRecord], of draft: Int64) throws {
        for record in judgments {
            try execute(
                sql: """
                    INSERT INTO judgment (draft_id, place, claim_key, claim, word, slip, note,
                        source_number, first_byte, end_byte)
                    VALUES (:draft, :place, :key, :claim, :word, :slip, :note,
                        :source, :first, :end)
                    """,
                arguments: [
                    "draft": draft, "place": record.place, "key": record.key,
                    "claim": record.claim, "word": record.judgment.word.rawValue,
                    "slip": record.judgment.slip.rawValue, "note": record.judgment.note,
                    "source": record.judgment.evidence?.source,
                    "first": record.judgment.evidence?.range.lowerBound,
                    "end": record.judgment.evidence?.range.upperBound,
                ])
        }
    }

    func insert(_ score: Score, of draft: Int64) throws {
        try execute(
            sql: """
                INSERT INTO score (draft_id, claims, supported, partial, contradicted, markers,
                    supporting, sentences, cited, publishers, form_points, cap, value)
                VALUES (:draft, :claims, :supported, :partial, :contradicted, :markers,
                    :supporting, :sentences, :cited, :publishers, :form, :cap, :value)
                """,
            arguments: [
                "draft": draft, "claims": score.claims, "supported": score.supported,
                "partial": score.partial, "contradicted": score.contradicted,
                "markers": score.markers, "supporting": score.supporting,
                "sentences": score.sentences, "cited": score.cited,
                "publishers": score.publishers, "form": score.formPoints,
                "cap": score.cap?.rawValue, "value": score.value,
            ])
    }
}
