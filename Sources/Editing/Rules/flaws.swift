/// What is wrong with the form of a piece of prose, in the order of the text: what `mended` would
/// put right, and what it cannot.
package func flaws(in text: String) -> [Flaw] {
    let characters = Array(text.unicodeScalars)
    var flaws = punctuationFlaws(characters) + quoteFlaws(characters) + spacingFlaws(characters)
    flaws += numberFlaws(characters) + wordFlaws(characters) + markupFlaws(text)
    return flaws.sorted { ($0.offset, $0.rule.rawValue) < ($1.offset, $1.rule.rawValue) }
}

/// The text with what is mechanical put right; what was, each rule once; and what is left.
package func edited(_ text: String) -> (text: String, mended: [Flaw], left: [Flaw]) {
    let before = flaws(in: text)
    let better = mended(text)
    let left = better == text ? before : flaws(in: better)
    let standing = Set(left.map(\.rule))
    var seen = standing
    return (better, before.filter { seen.insert($0.rule).inserted }, left)
}

extension Array<Unicode.Scalar> {
    /// The scalar at a place, nil outside of the text.
    func at(_ index: Int) -> Unicode.Scalar? { indices.contains(index) ? self[index] : nil }

    /// Which scalars stand inside “…” or 《…》.
    var quoted: [Bool] {
        var depth = 0
        return map { character in
            let first = character.value
            if first == 0x201c || first == 0x2018 || first == 0x300a { depth += 1 }
            let isQuoted = depth > 0
            if first == 0x201d || first == 0x2019 || first == 0x300b {
                depth = Swift.max(0, depth - 1)
            }
            return isQuoted
        }
    }

    func offsets(of word: String) -> [Int] {
        WordList([word]).matches(in: self).map(\.offset)
    }
}
