/// One way in which a figure comes out of the evidence's: a step or two whose units fit.
struct Working: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case sum, difference, share, change, multiple, part, rest, whole, base, mean, middle,
            product
        case complement
    }

    var kind: Kind
    /// The figures that it comes from.
    var operands: [Quantity]
    /// The sentence says that a figure was worked out so.
    var isMeant = false
    /// How many of its figures the sentence tells as well.
    var told = 0
    /// The evidence itself ties the figures to one another: 4.1 mm, 0.5 mm thinner than the last.
    var isLinked = false
    /// How many ways as good as this one would hit a figure like it by chance.
    var chance = 0.0
    /// Its figures follow one upon the other.
    var isNext = false
    /// It comes to a count of one digit, which most things do.
    var isSmall = false
    /// The sentence tells both figures and what they come to.
    var isShown = false
    /// It comes to a half, a third, four tenths: words for what was worked out.
    var isRough = false

    /// Whether its figures stand in one sentence of the evidence.
    var isOfOneSentence: Bool {
        Set(operands.filter { !$0.isClaimed }.map(\.sentence)).count <= 1
    }

    /// Ten of a figure, or a hundredth: what a slip of the power of ten comes to as well.
    var movesPoint: Bool {
        let powers = kind == .part ? [1, 10.0] : [10, 100, 1000, 10_000]
        return [.mean, .product, .part].contains(kind)
            && operands.contains { powers.contains($0.number.value) }
    }

    var isSumOrDifference: Bool { [.sum, .difference].contains(kind) }

    var isPercent: Bool {
        operands.contains { $0.units.contains { $0.measure == .percent } }
    }

    /// What speaks for it besides the value.
    var merit: Int {
        (isMeant ? 4 : 0) + (isOfOneSentence ? 1 : 0) + (told > 0 ? 1 : 0)
            + (told == operands.count ? 1 : 0)
    }

    var rank: Double {
        Double(merit) + (isLinked ? 4 : 0) - min(chance, 1) * 0.9 - (operands.count > 2 ? 1 : 0)
    }

    /// The words say it, and it is no coincidence: nothing is left to ask.
    var isCertain: Bool {
        if isLinked { return isMeant || chance < 0.01 }
        guard isMeant, !isSmall || told > 0 || chance < 0.3 else { return false }
        switch (isOfOneSentence, told > 0) {
        case (true, true): return chance < 1
        case (true, false), (false, true): return chance < 0.3
        case (false, false): return chance < 0.03
        }
    }

    /// Too good to be a coincidence, but it may be told of something else: a judge is asked.
    var isLikely: Bool {
        if isLinked { return true }
        if isShown { return chance < 2 }
        if isMeant {
            return isRough || chance < (isSmall ? 0.3 : isOfOneSentence ? 2 : 0.5)
        }
        // 83% of 24.6 billion, where the sentence tells the 83%.
        if kind == .part, told > 0 { return chance < 0.05 }
        return isSumOrDifference
            && chance < (isNext && !isPercent ? 0.03 : 0.005)
    }
}

extension Working.Kind {
    /// What a figure is of those that it comes from, for who judges.
    func words(_ operands: [String]) -> String {
        let (first, last) = (operands.first ?? "", operands.last ?? "")
        let all = operands.joined(separator: " and ")
        switch self {
        case .sum: return "\(all) together"
        case .difference: return "the difference of \(all)"
        case .share: return operands.count > 1 ? "one of \(all) as a share of the other" : first
        case .change: return "how far \(all) lie apart"
        case .multiple: return "one of \(all) over the other"
        case .part: return "\(last) of \(first)"
        case .rest: return "what \(last) leaves of \(first)"
        case .whole: return "that of which \(first) is \(last)"
        case .base: return "\(first) before or after \(last)"
        case .mean: return "\(first) over \(last)"
        case .middle: return "the middle of \(all)"
        case .product: return "\(first) times \(last)"
        case .complement: return "what \(first) leaves of a hundred"
        }
    }
}
