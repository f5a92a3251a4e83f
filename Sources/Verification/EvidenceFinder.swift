import Domain

/// Finds what a model quotes in the sources that it names.
struct EvidenceFinder {
    enum Match: Equatable {
        case found(Evidence)
        /// It stands there more than once; the first counts.
        case ambiguous(Evidence)
        /// The source's own words differ a little; they count.
        case snapped(Evidence, words: String)
        case unknownSource
        case tooShort, tooLong
        /// The passage that comes nearest.
        case absent(nearest: String?)
    }

    private let sources: [String: Source]
    private let folded: [String: FoldedText]

    init(_ sources: [Source]) {
        self.sources = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) })
        folded = self.sources.mapValues { FoldedText($0.text) }
    }

    /// - Parameter longest: characters that a span may have.
    func find(_ quotation: Draft.Quotation, longest: Int = 200) -> Match {
        guard let source = sources[quotation.source], let text = folded[quotation.source] else {
            return .unknownSource
        }
        let span = FoldedText(quotation.span)
        if span.scalars.count < 12 { return .tooShort }
        if span.scalars.count > longest { return .tooLong }
        if let (range, count) = text.occurrences(of: span) {
            let evidence = Evidence(source: source.number, range: range)
            return count > 1 ? .ambiguous(evidence) : .found(evidence)
        }
        guard let near = ApproximateMatch(of: span.scalars).nearest(in: text.scalars) else {
            return .absent(nearest: nil)
        }
        let range = text.bytes(near.range)
        let words = source.text.bytes(in: range)
        guard near.edits * 10 <= span.scalars.count, Self.alike(span, text, near.range) else {
            return .absent(nearest: String(words.prefix(80)))
        }
        return .snapped(Evidence(source: source.number, range: range), words: words)
    }

    /// Same digits, same negations: no near miss changes what is said.
    private static func alike(_ span: FoldedText, _ text: FoldedText, _ range: Range<Int>) -> Bool {
        let theirs = String(String.UnicodeScalarView(text.scalars[range]))
        let ours = String(String.UnicodeScalarView(span.scalars))
        return facts(ours) == facts(theirs)
    }

    private static func facts(_ text: String) -> [String] {
        var facts = text.split { !$0.isNumber }.map(String.init)
        let words = text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
        facts += words.filter { $0 == "not" || $0 == "no" || $0 == "never" || $0.hasSuffix("n't") }
        facts += text.filter { "不未没无非否".contains($0) }.map(String.init)
        return facts
    }
}

extension String {
    /// The characters of a range of UTF-8 bytes.
    func bytes(in range: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        let end = utf8.index(startIndex, offsetBy: range.upperBound)
        return String(self[start..<end])
    }
}
