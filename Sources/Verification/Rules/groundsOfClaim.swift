package import Domain
import Editing
package import Foundation

/// What the rules say of a sentence by itself, given its source and, where it is known, the
/// verbatim span that carries it; without one the whole source is the span. The sentence is mended
/// first, as that of an article is.
///
/// For corpora and tests; an article is checked by `verify`, which reads each source once.
package func claimFindings(
    _ sentence: String, source: String, evidence: String? = nil, published: Date? = nil
) -> [Finding] {
    let place = Place.sentence(paragraph: 0, sentence: 0)
    var (span, passage) = (source, source)
    if let evidence, !evidence.isEmpty {
        guard let range = FoldedText(source).occurrences(of: FoldedText(evidence))?.first else {
            return [
                Finding(
                    rule: "evidence.absent", severity: .hard, place: place,
                    message: "the source does not say \"\(evidence.prefix(60))\"")
            ]
        }
        span = source.bytes(in: range)
        passage = source.bytes(in: neighbourhood(of: range, in: source))
    }
    let index = SourceIndex(number: 1, text: source)
    let grounds = Grounds(
        spans: [span], passages: [passage], cited: [index], others: [], published: published)
    return ClaimCheck(mended(sentence), grounds: grounds, place: place).findings
}
