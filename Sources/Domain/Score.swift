/// What an article is worth, from 0 to 100, and the figures that it is reckoned from: the ledger
/// keeps them, and reckons it again.
package struct Score: Sendable, Equatable {
    /// The least that lowers the score whatever its figures say.
    package enum Cap: String, Sendable, CaseIterable {
        case contradicted, injection, hard, snippets

        package var points: Int {
            switch self {
            case .contradicted: 39
            case .injection: 49
            case .hard: 59
            case .snippets: 74
            }
        }
    }

    /// Claims that can be checked, those that are supported, in part, and contradicted.
    package var claims: Int
    package var supported: Int
    package var partial: Int
    package var contradicted: Int
    /// Markers in the text, and those whose source supports the sentence.
    package var markers: Int
    package var supporting: Int
    /// Sentences that can be checked, and those of them with a marker.
    package var sentences: Int
    package var cited: Int
    package var publishers: Int
    package var formPoints: Int
    package var cap: Cap?

    package init(
        claims: Int, supported: Int, partial: Int, contradicted: Int, markers: Int,
        supporting: Int, sentences: Int, cited: Int, publishers: Int, formPoints: Int, cap: Cap?
    ) {
        self.claims = claims
        self.supported = supported
        self.partial = partial
        self.contradicted = contradicted
        self.markers = markers
        self.supporting = supporting
        self.sentences = sentences
        self.cited = cited
        self.publishers = publishers
        self.formPoints = formPoints
        self.cap = cap
    }

    /// 45 for support, 20 for markers, 15 for citing, 10 for publishers, 10 for form.
    package var uncapped: Int {
        let support =
            claims == 0
            ? 0 : max(0, Double(2 * supported + partial - 2 * contradicted) / Double(2 * claims))
        let value =
            45 * support + 20 * share(supporting, markers) + 15 * share(cited, sentences)
            + 10 * min(1, Double(publishers) / 2)
            + 10 * (1 - min(1, Double(formPoints) / 20))
        return Int(value.rounded())
    }

    package var value: Int { min(uncapped, cap?.points ?? 100) }

    private func share(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }
}
