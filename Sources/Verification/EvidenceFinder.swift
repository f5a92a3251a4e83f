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

    func find(_ quotation: Draft.Quotation) -> Match {
        guard let source = sources[quotation.source], let text = folded[quotation.source] else {
            return .unknownSource
        }
        let span = FoldedText(quotation.span)
        if span.scalars.count < 12 { return .tooShort }
        if span.scalars.count > 400 { return .tooLong }
        if let (range, count) = text.occurrences(of: span) {
            let evidence = Evidence(source: source.number, range: range)
            return count > 1 ? .ambiguous(evidence) : .found(evidence)
        }
        guard let near = nearest(span, in: text) else { return .absent(nearest: nil) }
        let range = text.bytes(near.range)
        let words = source.text.bytes(in: range)
        guard near.edits * 10 <= span.scalars.count, Self.alike(span, text, near.range) else {
            return .absent(nearest: String(words.prefix(80)))
        }
        return .snapped(Evidence(source: source.number, range: range), words: words)
    }

    /// The stretch that takes the fewest edits to become the span (Sellers' algorithm: a match may
    /// begin anywhere).
    private func nearest(
        _ span: FoldedText, in text: FoldedText
    ) -> (range: Range<Int>, edits: Int)? {
        let pattern = span.scalars
        guard pattern.count * text.scalars.count <= 20_000_000, !text.scalars.isEmpty else {
            return nil
        }
        // Each cell: edits so far, and where the match began.
        var column = (0...pattern.count).map { (edits: $0, start: 0) }
        var best = (edits: Int.max, range: 0..<0)
        for (position, scalar) in text.scalars.enumerated() {
            var diagonal = column[0]
            column[0] = (0, position + 1)
            diagonal.start = position
            for row in 1...pattern.count {
                let above = column[row - 1]
                let left = column[row]
                var cell = (
                    edits: diagonal.edits + (pattern[row - 1] == scalar ? 0 : 1),
                    start: diagonal.start
                )
                if above.edits + 1 < cell.edits { cell = (above.edits + 1, above.start) }
                if left.edits + 1 < cell.edits { cell = (left.edits + 1, left.start) }
                diagonal = left
                column[row] = cell
            }
            let last = column[pattern.count]
            if last.edits < best.edits, last.start <= position {
                best = (last.edits, last.start..<position + 1)
            }
        }
        return best.range.isEmpty ? nil : (best.range, best.edits)
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
