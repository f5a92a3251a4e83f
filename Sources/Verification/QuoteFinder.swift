package import Domain

/// Looks up what somebody quotes of the sources.
package struct QuoteFinder: Sendable {
    /// What a judge may quote, in characters.
    private static let longest = 240

    private let sources: SourceReadings

    package init(_ sources: SourceReadings) {
        self.sources = sources
    }

    /// Where the words stand in a source, verbatim but for quotes, widths and white space.
    package func find(_ words: String, in source: Int) -> Evidence? {
        let quotation = Draft.Quotation(source: "s\(source)", span: words)
        return switch sources.finder.find(quotation, longest: Self.longest) {
        case .found(let evidence), .ambiguous(let evidence): evidence
        case .snapped, .unknownSource, .tooShort, .tooLong, .absent: nil
        }
    }

    /// Whether one of the figures of a claim agrees with one of the quotation; a claim without digits
    /// has none that must.
    package func agrees(_ claim: String, with quotation: String) -> Bool {
        guard claim.contains(where: { $0.isASCII && $0.isNumber }) else { return true }
        let ours = Reading(claim, lexicon: sources.lexicon)
        let theirs = Reading(quotation, lexicon: sources.lexicon)
        guard !ours.quantities.isEmpty else { return true }
        return ours.quantities.contains { own in
            theirs.quantities.contains { sources.lexicon.agreement(of: own, with: $0) > .unit }
        } || !ours.dates.isEmpty && !theirs.dates.isEmpty
    }
}
