package import Domain
import Editing

/// Decides, sentence by sentence, what of a draft stands, and then what becomes of the article.
///
/// `sources` are those that the model was shown, `names` those that two languages write differently. A sentence with a hard finding is removed, not the
/// article; nothing passes because a check could not run.
package func verify(
    _ draft: Draft, against sources: [Source], kind: ArticleKind, policy: Policy,
    names: [Name] = seedNames
) -> Verdict {
    var sentences = SentenceCheck(sources: sources, lexicon: .words.adding(names))
    var proven = ProvenDraft(
        title: mended(draft.title), tldr: draft.tldr.map(mended).filter { !$0.isEmpty },
        slug: draft.slug, keywords: [], paragraphs: [])
    var counts = (all: 0, removed: 0)
    for (paragraph, content) in draft.paragraphs.enumerated() {
        var standing: [ProvenDraft.Sentence] = []
        for (index, sentence) in content.sentences.enumerated() {
            counts.all += 1
            let place = Place.sentence(paragraph: paragraph, sentence: index)
            if let passed = sentences.check(sentence, at: place) {
                standing.append(passed)
            } else {
                counts.removed += 1
            }
        }
        let heading = mended(content.heading)
        if standing.isEmpty, !content.sentences.isEmpty || !heading.isEmpty {
            sentences.findings.append(
                Finding(
                    rule: "section.empty", severity: .form,
                    place: .heading(paragraph: paragraph),
                    message: "no sentence of this paragraph stands; it is left out"))
        } else if !standing.isEmpty {
            proven.paragraphs.append(.init(heading: heading, sentences: standing))
        }
    }
    let article = ArticleCheck(proven, kind: kind, sources: sources, keywords: draft.keywords)
    proven.keywords = article.keywords
    let findings = sentences.findings + article.findings
    return Verdict(
        findings: findings, draft: proven,
        decision: decide(findings, proven, counts, sources, policy))
}

private func decide(
    _ findings: [Finding], _ draft: ProvenDraft, _ counts: (all: Int, removed: Int),
    _ sources: [Source], _ policy: Policy
) -> Verdict.Decision {
    let hard = findings.filter { $0.severity == .hard }
    if draft.paragraphs.isEmpty {
        let foreign = hard.filter { $0.rule.hasPrefix("language.") }
        if counts.all > 0, foreign.count * 2 >= counts.all {
            return .reject(reason: "the draft is not in Simplified Chinese")
        }
        return .reject(
            reason: "no sentence of the draft stands" + (hard.first.map { ": \($0.message)" } ?? "")
        )
    }
    if counts.removed * 4 > counts.all {
        return .hold(
            reason: "\(counts.removed) of \(counts.all) sentences do not stand: "
                + (hard.first?.message ?? "see its findings"))
    }
    let whole = hard.filter {
        if case .sentence = $0.place { false } else { true }
    }
    if let first = whole.first { return .hold(reason: first.message) }
    let cited = Set(draft.paragraphs.flatMap(\.sentences).flatMap(\.evidence).map(\.source))
    let citedSources = sources.filter { cited.contains($0.number) }
    if let suspect = citedSources.first(where: \.isSuspect) {
        return .hold(reason: "source \(suspect.number) reads like instructions to a model")
    }
    let publishers = Set(citedSources.map { $0.publisher ?? $0.url })
    if publishers.count < policy.publishers {
        return .hold(
            reason: "\(publishers.count) publishers are cited, \(policy.publishers) are required")
    }
    let text = draft.title + draft.paragraphs.flatMap(\.sentences).map(\.text).joined()
    if let word = policy.sensitiveWords.first(where: text.contains) {
        return .hold(reason: "sensitive topic: \(word)")
    }
    return .approve
}
