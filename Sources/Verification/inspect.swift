package import Domain
import Editing

/// What the rules say of the sentences of a draft, one by one.
package struct Inspection: Sendable, Equatable {
    package var findings: [Finding]
    /// Every sentence of the body in its order, condemned or not.
    package var sentences: [Claim]
    /// Title and TL;DR, with the evidence of the sentences that they are nearest to.
    package var summaries: [Claim]

    /// All that a judge may be asked about.
    package var claims: [Claim] { sentences.filter { !$0.isCondemned } + summaries }
}

/// Checks every sentence of a draft against its evidence and its form.
///
/// A hard finding condemns a sentence, not the article; nothing passes because a check could not
/// run.
package func inspect(_ draft: Draft, against sources: SourceReadings) -> Inspection {
    var check = SentenceCheck(sources)
    var sentences: [Claim] = []
    for (paragraph, content) in draft.paragraphs.enumerated() {
        for (index, sentence) in content.sentences.enumerated() {
            let place = Place.sentence(paragraph: paragraph, sentence: index)
            sentences.append(check.check(sentence, at: place))
        }
    }
    let standing = sentences.filter { !$0.isCondemned }
    let summaries =
        ([(Place.title, draft.title)] + draft.tldr.enumerated().map { (.tldr($0), $1) })
        .map { place, text in
            let text = mended(text)
            return Claim(
                place: place, text: text, evidence: evidence(of: text, among: standing))
        }
    return Inspection(findings: check.findings, sentences: sentences, summaries: summaries)
}

/// The evidence of the two sentences that a summary shares most with.
private func evidence(of summary: String, among sentences: [Claim]) -> [Evidence] {
    let own = grams(summary, of: 2)
    let ranked = sentences.enumerated().map { index, sentence in
        (index, sentence, grams(sentence.text, of: 2).intersection(own).count)
    }.filter { $0.2 > 0 }.sorted { ($0.2, $1.0) > ($1.2, $0.0) }
    var evidence: [Evidence] = []
    for item in ranked.prefix(2).flatMap(\.1.evidence) where !evidence.contains(item) {
        evidence.append(item)
    }
    return Array(evidence.prefix(3))
}

extension Inspection {
    /// What stands of the draft when these places are left out; and how much was left out.
    func proven(
        _ draft: Draft, without fallen: Set<Place>
    ) -> (draft: ProvenDraft, all: Int, removed: Int, findings: [Finding]) {
        var proven = ProvenDraft(
            title: mended(draft.title),
            tldr: draft.tldr.enumerated().filter { !fallen.contains(.tldr($0.offset)) }
                .map { mended($0.element) }.filter { !$0.isEmpty },
            slug: draft.slug, keywords: [], paragraphs: [])
        var findings: [Finding] = []
        var removed = 0
        var rest = sentences[...]
        for (paragraph, content) in draft.paragraphs.enumerated() {
            let own = rest.prefix(content.sentences.count)
            rest = rest.dropFirst(content.sentences.count)
            let standing = own.filter { !$0.isCondemned && !fallen.contains($0.place) }
            removed += own.count - standing.count
            let heading = mended(content.heading)
            if !standing.isEmpty {
                proven.paragraphs.append(
                    .init(
                        heading: heading,
                        sentences: standing.map { .init(text: $0.text, evidence: $0.evidence) }))
            } else if !content.sentences.isEmpty || !heading.isEmpty {
                findings.append(
                    Finding(
                        rule: "section.empty", severity: .form,
                        place: .heading(paragraph: paragraph),
                        message: "no sentence of this paragraph stands; it is left out"))
            }
        }
        return (proven, sentences.count, removed, findings)
    }
}
