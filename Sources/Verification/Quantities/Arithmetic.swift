/// What the figures of a text come to when they are worked with, for the figures of a sentence.
struct Arithmetic {
    let claim: Reading
    /// The text that its figures stand in, and those of them that can be worked with.
    let source: Reading
    private(set) var evidence: [Quantity]
    let lexicon: Lexicon

    init(_ claim: Reading, _ source: Reading, lexicon: Lexicon = .shared) {
        self.claim = claim
        self.source = source
        self.lexicon = lexicon
        // More figures than any sentence works with; the bound keeps the cost small.
        evidence = Array(
            source.quantities.lazy.filter { quantity in
                let end = quantity.range.upperBound
                // 二号 is a name.
                return !quantity.number.isVague && source.text(end..<end + 1) != "号"
            }.prefix(36))
    }

    /// Counts a figure of the sentence itself among those to work with.
    mutating func add(_ quantity: Quantity) {
        guard quantity.number.value > 0, !quantity.number.isOrdinal, evidence.count < 40,
            !evidence.contains(where: { lexicon.agreement(of: quantity, with: $0) == .full })
        else { return }
        var quantity = quantity
        quantity.isClaimed = true
        evidence.append(quantity)
    }

    /// Whether one of these words stands in the figure's own clause.
    func has(_ words: [String], by quantity: Quantity) -> Bool {
        let inside = claim.items.indices.filter { claim.clauses[$0] == quantity.clause }
        guard let first = inside.first, let last = inside.last else { return false }
        // What begins a clause is often no item: look back to the mark before it.
        let start = first > 0 ? claim.items[first - 1].range.upperBound : 0
        let end =
            last + 1 < claim.items.count ? claim.items[last].range.upperBound : claim.passage.count
        return claim.passage.holdsAny(words, in: start..<min(end, start + 400))
    }
}
