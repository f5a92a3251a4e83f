import Configuration
import Domain
import Drafting
import Foundation
package import Ledger
import Publishing
import Verification

extension Line {
    /// The article of a held story with its draft's id, as an operator may approve it: the stored
    /// one, else compiled now from what verification let stand. Nil when nothing stands.
    package func heldArticle(
        of story: String
    ) async throws -> (article: ArticleRecord, draft: Int64)? {
        guard let record = try await ledger.draft(of: story) else { return nil }
        if let stored = try await ledger.article(of: story) { return (stored, record.id) }
        let draft = try parseDraft(record.raw)
        let sources = try await ledger.sources(of: story)
        let verdict = Verification.verify(
            draft, against: shown(sources, by: record), kind: record.kind,
            policy: Policy(
                publishers: settings.publish.publishers,
                sensitiveWords: settings.publish.sensitive))
        guard !verdict.draft.paragraphs.isEmpty else { return nil }
        let now = effects.now()
        let held = Story(id: story, state: .held, headline: draft.title, began: now)
        return (try await article(held, verdict.draft, record, sources, at: now), record.id)
    }
}
