package import Domain
import Editing

/// Looks for what carries a sentence in other places than its evidence: a true sentence with the
/// wrong citation is no invention.
package struct Repointer {
    private let sources: SourceReadings
    private let sentences: [Int: [(text: String, grams: Set<Int>)]]

    package init(_ sources: SourceReadings) {
        self.sources = sources
        sentences = Dictionary(
            uniqueKeysWithValues: sources.all.map { source in
                let bytes = Array(source.text.utf8)
                return (
                    source.number,
                    sentenceRanges(of: source.text).compactMap { range in
                        let text = String(decoding: bytes[range], as: UTF8.self)
                            .split(whereSeparator: \.isNewline).joined(separator: " ")
                        return (12...300).contains(text.count) ? (text, grams(text, of: 2)) : nil
                    }
                )
            })
    }

    /// The sentence with evidence that passes every hard rule; nil when no passage is like it.
    /// - Parameter avoided: sources that were found not to carry it.
    package func repointed(_ sentence: Draft.Sentence, avoiding avoided: Set<Int>) -> Draft
        .Sentence?
    {
        let own = grams(sentence.text, of: 2)
        guard !own.isEmpty else { return nil }
        let candidates = sources.all.filter { !avoided.contains($0.number) }.flatMap { source in
            (sentences[source.number] ?? []).map {
                (source.id, $0.text, $0.grams.intersection(own).count)
            }
        }.filter { $0.2 * 2 >= own.count }.sorted { $0.2 > $1.2 }
        for (source, span, _) in candidates.prefix(5) {
            let other = Draft.Sentence(
                evidence: [.init(source: source, span: span)], text: sentence.text)
            var check = SentenceCheck(sources)
            let claim = check.check(other, at: .article)
            if !claim.isCondemned, claim.cues.isEmpty { return other }
        }
        return nil
    }
}
