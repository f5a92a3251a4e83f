package import Domain
package import Ledger
import Publishing
import Verification

/// What of an article's file its ledger cannot prove: sentences that are not those whose evidence
/// the ledger holds, and whose sources have no passage that carries them.
package func claimFindings(in text: String, ledger: Ledger) async throws -> [Finding] {
    let (story, sentences) = citedSentences(of: text)
    guard let story, let first = sentences.first else {
        return [
            Finding(
                rule: "claim.no_story", severity: .hard, place: .line(1, column: 1),
                message: "aigc.content_id names no story, so that the ledger proves nothing of it")
        ]
    }
    let sources = try await ledger.sources(of: story)
    guard !sources.isEmpty else {
        return [
            Finding(
                rule: "claim.no_story", severity: .hard, place: first.place,
                message: "the ledger knows no story \(story)")
        ]
    }
    let proven = try await ledger.sentences(of: story).flatMap { $0 }
    let repointer = Repointer(SourceReadings(sources))
    var findings: [Finding] = []
    for sentence in sentences {
        let cited = sources.filter { sentence.urls.contains($0.url) }
        if cited.isEmpty {
            findings.append(
                Finding(
                    rule: "claim.uncited", severity: .hard, place: sentence.place,
                    message: "the sentence cites no source of the story"))
        } else if !isProven(sentence.text, proven, repointer, cited, of: sources) {
            findings.append(
                Finding(
                    rule: "claim.unproven", severity: .hard, place: sentence.place,
                    message: "it is no sentence of the ledger, and no passage of the sources that "
                        + "it cites carries it"))
        }
    }
    return findings
}

/// Whether the ledger has evidence for the sentence that passes the rules, or a cited source a
/// passage that does.
private func isProven(
    _ text: String, _ proven: [ProvenDraft.Sentence], _ repointer: Repointer, _ cited: [Source],
    of sources: [Source]
) -> Bool {
    let numbers = Set(cited.map(\.number))
    if let known = proven.first(where: { $0.text == text }) {
        return known.evidence.contains { numbers.contains($0.source) }
    }
    let others = Set(sources.map(\.number)).subtracting(numbers)
    let sentence = Draft.Sentence(evidence: [], text: text)
    return repointer.repointed(sentence, avoiding: others) != nil
}
