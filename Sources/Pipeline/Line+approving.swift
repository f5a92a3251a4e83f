import Configuration
import Domain
import Drafting
import Foundation
package import Ledger
import Publishing
import Verification

extension Line {
    /// The article of a held story with its draft's id, as an operator may approve it: the stored
    /// one, else compiled now from what verification and the ledger's judgments let stand, with the
    /// score that they give. Nil when nothing stands.
    package func heldArticle(
        of story: String
    ) async throws -> (article: ArticleRecord, draft: Int64)? {
        guard let record = try await ledger.draft(of: story) else { return nil }
        if let stored = try await ledger.article(of: story) { return (stored, record.id) }
        let draft = try parseDraft(record.raw)
        let sources = try await ledger.sources(of: story)
        let shown = try await read(shown(sources, by: record))
        let inspection = inspect(draft, against: shown)
        // What a judge turned down stays out; where nobody could be asked the rules decide alone.
        let known = try await ledger.judgments(of: story)
        let judgments = inspection.claims.reduce(into: [Place: Judgment]()) {
            $0[$1.place] = known[$1.key]
        }
        let verdict = Verification.conclude(
            draft, inspection, judgments: judgments.isEmpty ? nil : judgments, sources: shown,
            kind: record.kind,
            policy: Policy(
                publishers: settings.publish.publishers,
                sensitiveWords: settings.publish.sensitive))
        guard !verdict.draft.paragraphs.isEmpty else { return nil }
        let now = effects.now()
        let held = Story(id: story, state: .held, headline: draft.title, began: now)
        let compiled = try await article(
            held, verdict.draft, record, sources, score: verdict.score?.value, at: now)
        return (compiled, record.id)
    }
}
