package import Domain
import Editing

/// Decides what becomes of an inspected draft: what stands of it, its score, and whether it is
/// published, waits for a person, or is rejected.
///
/// - Parameters:
///   - judgments: by place, of those claims that a judge was asked about; nil when the settings ask
///     none, and the hard rules decide alone, without a score.
///   - reuse: the largest share of runs of eight characters that the article has in common with one
///     of the site's own, and that one's title.
package func conclude(
    _ draft: Draft, _ inspection: Inspection, judgments: [Place: Judgment]?,
    sources: SourceReadings, kind: ArticleKind, policy: Policy,
    reuse: (share: Double, title: String)? = nil
) -> Verdict {
    let fallen = inspection.fallen(judgments, tldr: draft.tldr.map(mended))
    var (proven, all, removed, emptied) = inspection.proven(draft, without: fallen)
    let article = ArticleCheck(proven, kind: kind, sources: sources, keywords: draft.keywords)
    proven.keywords = article.keywords
    let findings = inspection.findings + emptied + article.findings
    let outcome = Outcome(
        draft: proven, findings: findings, all: all, removed: removed,
        summaries: inspection.summaries.map(\.place).filter { !fallen.contains($0) },
        sources: sources.all, policy: policy, reuse: reuse)
    let score = judgments.map { outcome.score(inspection, judgments: $0, fallen: fallen) }
    return Verdict(
        findings: findings, draft: proven,
        decision: outcome.decision(score: score, judgments: judgments), score: score)
}

/// Decides by the hard rules alone.
package func verify(
    _ draft: Draft, against sources: [Source], kind: ArticleKind, policy: Policy,
    names: [Name] = seedNames
) -> Verdict {
    let sources = SourceReadings(sources, names: names)
    return conclude(
        draft, inspect(draft, against: sources), judgments: nil, sources: sources, kind: kind,
        policy: policy)
}

extension Inspection {
    /// The places that a judge did not find in the sources. A sentence of the TL;DR falls only
    /// where enough is left of it.
    func fallen(_ judgments: [Place: Judgment]?, tldr: [String]) -> Set<Place> {
        guard let judgments else { return [] }
        var fallen: Set<Place> = []
        var left = tldr.joined().hanCount
        for claim in claims {
            switch judgments[claim.place]?.word {
            case .supported, .partial: continue
            case nil where !claim.isCheckworthy && claim.cues.isEmpty: continue
            case .contradicted, .notFound, nil: break
            }
            switch claim.place {
            case .sentence: fallen.insert(claim.place)
            case .tldr where left - claim.text.hanCount >= 60:
                left -= claim.text.hanCount
                fallen.insert(claim.place)
            case .tldr, .title, .article, .heading, .keyword, .line: break
            }
        }
        return fallen
    }
}
