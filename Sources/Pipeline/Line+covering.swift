import Configuration
import Domain
import Foundation
import Ledger
import Publishing

extension Line {
    /// The image that the page of the first cited source names which the settings allow to be shown,
    /// with its credit; nil where there is none.
    func cover(of draft: ProvenDraft, from sources: [Source]) async throws -> Article.Cover? {
        let allowed = settings.publish.cover
        guard allowed != .none else { return nil }
        let byNumber = Dictionary(uniqueKeysWithValues: sources.map { ($0.number, $0) })
        var seen: Set<Int> = []
        for evidence in draft.paragraphs.flatMap(\.sentences).flatMap(\.evidence)
        where seen.insert(evidence.source).inserted {
            guard let source = byNumber[evidence.source], source.kind == .page,
                allowed == .any || source.isReusable, let url = canonicalURL(source.url),
                let image = try await ledger.page(at: url)?.page.image,
                let parts = URL(string: image), let host = parts.host, !host.isEmpty,
                ["http", "https"].contains(parts.scheme?.lowercased())
            else { continue }
            return Article.Cover(
                image: image, credit: source.publisher ?? URL(string: source.url)?.host ?? host)
        }
        return nil
    }
}
