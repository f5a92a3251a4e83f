import Foundation

extension Arithmetic {
    /// Whether the evidence itself ties the figures of a working to one another: a figure and how
    /// far it lies from another, a whole and a part of it, a figure and its multiple.
    func isLinked(_ working: Working) -> Bool {
        let operands = working.operands
        if operands.count > 2, working.kind == .sum, isRun(operands) { return true }
        if working.kind == .difference, leavesAll(operands) { return true }
        if working.kind == .sum, isJoined(operands) || operands.contains(where: isAddition) {
            return true
        }
        // 2.4 times as much and up 1.4 times are one figure.
        if working.kind == .multiple, operands.count == 1,
            operands[0].units.contains(where: { $0.measure == .multiple })
        {
            return true
        }
        guard let (first, second) = places(operands) else { return false }
        let isNear = working.isOfOneSentence && abs(first - second) <= 2
        switch working.kind {
        case .sum: return isNear && sides(operands).sorted() == [-1, 0]
        case .difference:
            return isNear && (sides(operands).sorted() == [0, 1] || isPart(operands))
        case .part:
            return (operands[1].direction == 0 || operands[1].role == .to)
                && isWhole(operands[0], of: operands[1])
                && (working.isOfOneSentence || working.chance < 1)
        case .whole: return isNear && first < second && isShareOf(operands[1])
        case .base:
            return isNear
                && (first < second || operands[1].units.contains { $0.measure == .percent })
        case .product:
            return isNear
                && (operands.contains(where: isEach) || isOutput(operands) || isRise(operands[1]))
        case .rest, .complement, .share, .change, .multiple, .mean, .middle: return false
        }
    }

    /// 12 金 14 银 10 铜: figures that stand side by side, with a word for each.
    private func isRun(_ operands: [Quantity]) -> Bool {
        zip(operands, operands.dropFirst()).allSatisfy { first, second in
            guard !first.isClaimed, !second.isClaimed,
                (1...6).contains(second.range.lowerBound - first.range.upperBound)
            else { return false }
            return source.passage.scalars[first.range.upperBound..<second.range.lowerBound]
                .contains(where: Passage.isHan)
        }
    }

    /// 168 passengers and six crew
    private func isJoined(_ operands: [Quantity]) -> Bool {
        guard operands.count == 2, operands.allSatisfy({ $0.isCount && !$0.isClaimed }) else {
            return false
        }
        let between = source.text(between: operands[0].range, and: operands[1].range).lowercased()
        return between.hasSuffix(" and ") && between.count <= 24
            && !between.contains { ",;.".contains($0) }
    }

    /// 96,000 homes, all but 14,300 of which
    private func leavesAll(_ operands: [Quantity]) -> Bool {
        operands.count == 2
            && operands.contains { operand in
                let start = operand.range.lowerBound
                return !operand.isClaimed
                    && source.text(max(0, start - 8)..<start).lowercased() == "all but "
            }
    }

    /// It adds 4,000 euros; deaths outnumbered births by 108,900.
    func isAddition(_ quantity: Quantity) -> Bool {
        guard !quantity.isClaimed else { return false }
        let start = quantity.range.lowerBound
        let before = source.text(max(0, start - 32)..<start).lowercased()
        return before.hasSuffix(" adds ")
            || before.contains("outnumber") && before.hasSuffix(" by ")
    }

    /// Where two figures stand among those of their measures in the evidence, ranks left out.
    func places(_ operands: [Quantity]) -> (Int, Int)? {
        let measures = Set(operands.flatMap(\.units).map(\.measure))
        let all = evidence.filter { other in
            !other.number.isOrdinal && other.units.contains { measures.contains($0.measure) }
        }
        guard operands.count == 2,
            let first = all.firstIndex(where: { $0.range == operands[0].range }),
            let second = all.firstIndex(where: { $0.range == operands[1].range })
        else { return nil }
        return (first, second)
    }

    /// 58 billion, 46 billion of which: the second is a part of the first.
    private func isPart(_ operands: [Quantity]) -> Bool {
        let (whole, part) = (operands[0], operands[1])
        guard !whole.isClaimed, !part.isClaimed, whole.range.upperBound < part.range.lowerBound
        else { return false }
        let between = source.text(between: whole.range, and: part.range).lowercased()
        let behind = source.text(part.range.upperBound..<part.range.upperBound + 24).lowercased()
        return ["其中", "of which", "of whom", "including", "of them", "包括"].contains(
            where: between.contains)
            || [" of them", " of which", " of whom"].contains(where: behind.contains)
    }

    /// A third of its capacity, 占全部的三分之一.
    private func isShareOf(_ percent: Quantity) -> Bool {
        guard percent.direction == 0, !percent.isClaimed else { return false }
        let (start, end) = (percent.range.lowerBound, percent.range.upperBound)
        return source.text(end..<end + 4).lowercased().hasPrefix(" of ")
            || source.text(max(0, start - 10)..<start).contains("占")
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

    /// 60 万千瓦、4 小时 and 600 MW, four-hour: a power with how long it lasts.
    private func isOutput(_ operands: [Quantity]) -> Bool {
        let isPower = operands[0].units.contains {
            $0.measure == .physical(lexicon.key("power"))
        }
        return isPower
            && (0...40).contains(
                operands[1].range.lowerBound - operands[0].range.upperBound)
    }

    /// Double this year from 390 million
    private func isRise(_ quantity: Quantity) -> Bool {
        quantity.direction > 0 && quantity.units.contains { $0.measure == .multiple }
    }

    /// A mean of the evidence, or a price: 户均 271 万元, 212 dollars each.
    private func isEach(_ quantity: Quantity) -> Bool {
        guard !quantity.isClaimed else { return false }
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = source.text(max(0, start - 8)..<start).lowercased()
        return ["均", "每", "average of "].contains(where: before.contains)
            || source.text(end..<end + 6).lowercased().hasPrefix(" each")
    }

    /// On which side of another each of two figures lies; points change a percent, whatever that
    /// itself is the growth of.
    func sides(_ operands: [Quantity]) -> [Int] {
        let hasPoints = operands.contains { $0.units.contains { $0.measure == .point } }
        return operands.map { operand in
            hasPoints && operand.units.contains { $0.measure == .percent } ? 0 : side(operand)
        }
    }

    /// 1 for a figure by which something lies above another, -1 for one by which it lies below.
    func side(_ quantity: Quantity) -> Int {
        // 增速比上月末低 0.2 个百分点 compares, whatever grows.
        let compared = comparedSide(quantity)
        if compared != 0 { return compared }
        return quantity.role == .by ? quantity.direction : 0
    }

    /// The same where words compare: 45 more than, 比…多 45. Without what it is compared with, the
    /// other way round: what is 7 pounds cheaper lies below what was named before.
    private func comparedSide(_ quantity: Quantity) -> Int {
        guard !quantity.isClaimed else { return 0 }
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = source.text(max(0, start - 5)..<start).filter { !" 了约近逾".contains($0) }
        // 3.9 billion, 700 million more than planned: the word is of the next figure.
        let behind = source.text(end..<end + 28).lowercased().prefix { !$0.isNumber }
        // 全长 34.6 公里 is longer than nothing.
        let isWhole = Self.measured.contains(where: before.hasSuffix)
        // 减少 210 万亩 tells of a change, and compares with nothing.
        let isChange = before.dropLast().last.map { "最减提增扩延缩加放降变".contains($0) } ?? false
        if !isWhole, !isChange, let word = Self.compared.first(where: { before.hasSuffix($0.word) })
        {
            let isTime = quantity.units.contains {
                $0.measure == .physical(lexicon.key("duration"))
            }
            let side = word.isPace && isTime ? -word.side : word.side
            return ["比", "较"].contains(where: source.text(max(0, start - 16)..<start).contains)
                || word.isWhole
                ? side : -side
        }
        guard let word = Self.comparing.first(where: { behind.prefix(16).contains($0.word) }),
            let range = behind.range(of: word.word)
        else { return 0 }
        let rest = behind[range.upperBound...].prefix(8)
        let isTold =
            rest.hasPrefix(" than") || rest.hasPrefix(" of ")
            || word.takesNoun && rest.first == " " && rest.dropFirst().first?.isLetter == true
        // Who is seconds behind took longer; who is points behind has fewer.
        let isTurned =
            [" behind", " back", " ahead", " clear"].contains(word.word)
            && !quantity.units.contains {
                $0.measure == .physical(lexicon.key("duration"))
            }
        return isTold != isTurned ? word.side : -word.side
    }

    private static let measured = [
        "全长", "总长", "身高", "体重", "净重", "全高", "总高", "总重", "起飞重", "线长", "跨长", "船长", "车长", "最高",
    ]

    // 快 3.1 个百分点 is ahead, 快 3 秒 takes less.
    private static let compared: [(word: String, side: Int, isPace: Bool, isWhole: Bool)] =
        ["高", "多", "厚", "重", "长", "贵", "大"].map { ($0, 1, false, false) }
        + ["低", "少", "薄", "轻", "短", "便宜", "小"].map { ($0, -1, false, false) }
        + ["快", "早"].map { ($0, 1, true, false) } + ["慢", "晚"].map { ($0, -1, true, false) }
        + ["节约", "节省"].map { ($0, -1, false, true) } + ["超支"].map { ($0, 1, false, true) }
    private static let comparing: [(word: String, side: Int, takesNoun: Bool)] =
        [
            " more", " higher", " heavier", " longer", " slower", " later", " dearer", " larger",
            " taller",
        ].map { ($0, 1, false) }
        + [" above", " behind", " back", " outside", " over"].map { ($0, 1, true) }
        + [
            " less", " fewer", " lower", " lighter", " shorter", " faster", " earlier", " ahead",
            " cheaper", " smaller", " thinner", " clear", " short",
        ].map { ($0, -1, false) }
        + [" below", " inside", " under"].map { ($0, -1, true) }
}
