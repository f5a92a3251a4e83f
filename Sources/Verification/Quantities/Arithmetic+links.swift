extension Arithmetic {
    /// Whether the evidence itself ties the figures of a working to one another: a figure and how
    /// far it lies from another, a whole and a part of it, a figure and its multiple.
    func isLinked(_ working: Working) -> Bool {
        let operands = working.operands
        guard operands.count == 2, let (first, second) = places(operands) else { return false }
        let isNext = working.isOfOneSentence && abs(first - second) == 1
        let isNear = working.isOfOneSentence && abs(first - second) <= 2
        switch working.kind {
        case .sum: return isNear && operands.map(side).sorted() == [-1, 0]
        case .difference:
            return isNear && (operands.map(side).sorted() == [0, 1] || isPart(operands))
        case .part:
            return operands[1].direction == 0 && isWhole(operands[0], of: operands[1])
                && (working.isOfOneSentence || working.chance < 1)
        case .whole: return isNext && first < second && operands[1].direction == 0
        case .base: return isNext && first < second
        case .rest, .complement, .share, .change, .multiple, .mean, .product: return false
        }
    }

    /// Where two figures stand among those of the evidence, ranks left out.
    func places(_ operands: [Quantity]) -> (Int, Int)? {
        let all = evidence.filter { !$0.number.isOrdinal }
        guard let first = all.firstIndex(where: { $0.range == operands[0].range }),
            let second = all.firstIndex(where: { $0.range == operands[1].range })
        else { return nil }
        return (first, second)
    }

    /// 58 billion, 46 billion of which: the second is a part of the first.
    private func isPart(_ operands: [Quantity]) -> Bool {
        let (whole, part) = (operands[0], operands[1])
        guard !whole.isClaimed, !part.isClaimed, whole.range.upperBound < part.range.lowerBound
        else { return false }
        let between = source.text(whole.range.upperBound..<part.range.lowerBound).lowercased()
        let behind = source.text(part.range.upperBound..<part.range.upperBound + 24).lowercased()
        return ["其中", "of which", "of whom", "including", "of them", "包括"].contains(
            where: between.contains)
            || [" of them", " of which", " of whom"].contains(where: behind.contains)
    }

    /// The greatest figure of its measure in the sentence of a percent, or in the one before.
    private func isWhole(_ quantity: Quantity, of percent: Quantity) -> Bool {
        guard let unit = quantity.units.first,
            (0...1).contains(percent.sentence - quantity.sentence)
        else { return false }
        return evidence.allSatisfy { other in
            !(quantity.sentence...percent.sentence).contains(other.sentence)
                || other.units.allSatisfy {
                    $0.measure != unit.measure || other.amount($0) <= quantity.amount(unit)
                }
        }
    }

    /// 1 for a figure by which something lies above another, -1 for one by which it lies below.
    func side(_ quantity: Quantity) -> Int {
        if quantity.direction != 0 { return quantity.role == .by ? quantity.direction : 0 }
        return comparedSide(quantity)
    }

    /// The same where words compare: 45 more than, 比…多 45.
    private func comparedSide(_ quantity: Quantity) -> Int {
        guard !quantity.isClaimed else { return 0 }
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = source.text(max(0, start - 3)..<start)
        let behind = source.text(end..<end + 16).lowercased()
        // 快 3.1 个百分点 is ahead, 快 3 秒 takes less.
        let isTime = quantity.units.contains { $0.measure == .physical(lexicon.key("duration")) }
        if Self.swift.contains(where: before.contains) { return isTime ? -1 : 1 }
        if Self.slow.contains(where: before.contains) { return isTime ? 1 : -1 }
        if Self.above.contains(where: before.contains) { return 1 }
        if Self.below.contains(where: before.contains) { return -1 }
        if Self.over.contains(where: behind.contains) { return 1 }
        return Self.under.contains(where: behind.contains) ? -1 : 0
    }

    private static let above = ["高", "多", "厚", "重", "长", "贵", "大"]
    private static let below = ["低", "少", "薄", "轻", "短", "便宜", "小"]
    private static let swift = ["快", "早"]
    private static let slow = ["慢", "晚"]
    private static let over = [
        " more than", " higher", " above", " heavier", " longer", " slower", " later", " behind",
        " dearer", " larger", " taller", " back", " outside",
    ]
    private static let under = [
        " less", " fewer", " lower", " below", " lighter", " shorter", " faster", " earlier",
        " ahead", " cheaper", " smaller", " thinner", " clear", " short of", " inside",
    ]
}
