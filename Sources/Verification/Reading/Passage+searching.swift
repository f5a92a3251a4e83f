extension Passage {
    /// Whether a word stands in the text, or in a range of it, as it is written here.
    func holds(_ word: String, in range: Range<Int>? = nil) -> Bool {
        Self.holds(word.unicodeScalars, in: scalars, range ?? 0..<count)
    }

    /// Whether one of these words stands there.
    func holdsAny(_ words: [String], in range: Range<Int>? = nil) -> Bool {
        words.contains { holds($0, in: range) }
    }

    /// The same in lower case.
    func holdsAnyLower(_ words: [String], in range: Range<Int>? = nil) -> Bool {
        words.contains { Self.holds($0.unicodeScalars, in: lower, range ?? 0..<count) }
    }

    private static func holds(
        _ word: String.UnicodeScalarView, in text: [UInt32], _ range: Range<Int>
    ) -> Bool {
        guard let first = word.first?.value else { return true }
        for start in range.clamped(to: text.indices) where text[start] == first {
            var index = start
            var isSame = true
            for scalar in word {
                guard index < text.count, text[index] == scalar.value else {
                    isSame = false
                    break
                }
                index += 1
            }
            if isSame { return true }
        }
        return false
    }
}
