/// One way in which a figure comes out of the evidence's: a step or two whose units fit.
struct Working: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case sum, difference, share, change, multiple, part, rest, whole, base, mean, product
        case complement
    }

    var kind: Kind
    /// The figures that it comes from.
    var operands: [Quantity]
    /// The sentence says that a figure was worked out so.
    var isMeant = false
    /// The evidence itself ties the figures to one another: 4.1 mm, 0.5 mm thinner than the last.
    var isLinked = false
    /// How many ways as good as this one would hit a figure like it by chance.
    var chance = 0.0
    /// It comes to a count of one digit, which most things do.
    var isSmall = false

    /// Whether its figures stand in one sentence of the evidence.
    var isOfOneSentence: Bool {
        Set(operands.filter { !$0.isClaimed }.map(\.sentence)).count <= 1
    }

    /// The words say it, and it is no coincidence: nothing is left to ask.
    var isCertain: Bool {
        if isLinked { return isMeant || chance < 0.01 }
        return isMeant && chance < (isOfOneSentence ? 0.3 : 0.01)
    }

    /// Too good to be a coincidence, but it may be told of something else: a judge is asked.
    var isLikely: Bool {
        if isLinked { return true }
        if isMeant { return chance < (isSmall ? 0.3 : isOfOneSentence ? 2 : 0.5) }
        return [.sum, .difference].contains(kind) && isOfOneSentence && chance < 0.005
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
        case .product: return "\(first) times \(last)"
        case .complement: return "what \(first) leaves of a hundred"
        }
    }
}
