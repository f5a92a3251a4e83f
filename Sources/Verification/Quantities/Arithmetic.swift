/// Figures that a sentence may work out from its evidence: sums, differences, shares, changes
/// between endpoints. Each only where the sentence's own words say that it was worked out so.
struct Arithmetic {
    let claim: Reading
    let evidence: [Quantity]
    let lexicon: Lexicon

    init(_ claim: Reading, _ evidence: [Quantity], lexicon: Lexicon = .shared) {
        self.claim = claim
        self.lexicon = lexicon
        // Twelve operands are more than any sentence adds up; the bound keeps the cost small.
        self.evidence = Array(evidence.filter { !$0.number.isVague }.prefix(24))
    }

    func derives(_ quantity: Quantity) -> Bool {
        quantity.units.contains { unit in
            switch unit.measure {
            case .percent:
                shares(quantity) || changes(quantity) || sums(quantity, unit)
                    || isTwoNamed(quantity, unit)
            case .point: differences(quantity, unit)
            case .multiple: ratios(quantity)
            case .money, .physical, .count:
                sums(quantity, unit) || differences(quantity, unit) || products(quantity, unit)
                    || portions(quantity, unit) || quotients(quantity, unit)
            }
        }
    }

    /// Whether one of these words stands in the figure's own clause.
    private func has(_ words: [String], by quantity: Quantity) -> Bool {
        let inside = claim.items.indices.filter { claim.clauses[$0] == quantity.clause }
        guard let first = inside.first, let last = inside.last else { return false }
        // What begins a clause is often no item: look back to the mark before it.
        let start = first > 0 ? claim.items[first - 1].range.upperBound : 0
        let end =
            last + 1 < claim.items.count ? claim.items[last].range.upperBound : claim.passage.count
        let text = claim.passage.text(start..<min(end, start + 400))
        return words.contains(where: text.contains)
    }

    private func values(_ unit: Quantity.Unit) -> [Double] {
        evidence.compactMap { quantity in
            quantity.units.first { $0.measure == unit.measure || isPercentage($0, unit) }
                .map { quantity.amount($0) }
        }
    }

    private func isPercentage(_ left: Quantity.Unit, _ right: Quantity.Unit) -> Bool {
        [left.measure, right.measure].allSatisfy { $0 == .percent || $0 == .point }
    }

    private func equals(_ quantity: Quantity, _ unit: Quantity.Unit, _ value: Double) -> Bool {
        let amount = quantity.amount(unit)
        let margin = max(
            quantity.number.step * unit.factor * 0.5001,
            quantity.bound == .none ? 0 : abs(amount) * 0.05)
        return abs(amount - value) <= margin + abs(value) * 1e-9
    }

    /// Both operands stand in the sentence as well: it shows its own sum or difference.
    private func isTwoNamed(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        let named = claim.quantities.filter {
            $0.range != quantity.range && $0.sentence == quantity.sentence
        }.compactMap { other in
            other.units.first { $0.measure == unit.measure || isPercentage($0, unit) }
                .map {
                    (value: other.amount($0), measure: $0.measure, start: other.range.lowerBound)
                }
        }
        for (index, first) in named.enumerated() {
            for second in named.dropFirst(index + 1) {
                if equals(quantity, unit, first.value + second.value) { return true }
                // Two percents differ by points, a percent and points by percent.
                if unit.measure == .percent, first.measure == second.measure { continue }
                guard first.value != second.value,
                    equals(quantity, unit, abs(first.value - second.value))
                else { continue }
                let before = claim.text(max(0, second.start - 10)..<second.start)
                let isReference = before.contains("比") || before.contains("较")
                let change = isReference ? first.value - second.value : second.value - first.value
                return quantity.direction == 0 || change * Double(quantity.direction) > 0
            }
        }
        return false
    }

    /// 63% of 14.8 billion, two thirds of 5,400.
    private func portions(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard has(["其中", "即", "相当于", "约合"], by: quantity) else { return false }
        let shares = evidence.compactMap { other in
            other.units.first { $0.measure == .percent }.map { other.amount($0) / 100 }
        }
        return values(unit).contains { whole in
            shares.contains { share in
                let value = whole * (share > 0.66 && share < 0.67 ? 2.0 / 3 : share)
                return equals(quantity, unit, value)
            }
        }
    }

    /// 198 million for 36 vehicles are 5.5 million each.
    private func quotients(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard has(["平均", "每", "人均"], by: quantity) else { return false }
        let counts = evidence.filter { $0.isCount && $0.number.value >= 2 }.map(\.number.value)
        return values(unit).contains { value in
            counts.contains { equals(quantity, unit, value / $0) }
        }
    }

    private func sums(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard
            has(
                ["合计", "总计", "共", "总", "累计", "加起来", "之和", "全部", "含", "包括", "加上"] + Self.before,
                by: quantity) || isTwoNamed(quantity, unit)
        else { return false }
        let values = values(unit)
        guard values.count >= 2 else {
            return isTwoNamed(quantity, unit)
                || has(["此前", "之前", "原价", "原来"], by: quantity) && isBase(quantity, unit)
        }
        if isTwoNamed(quantity, unit) { return true }
        for (index, first) in values.enumerated() {
            for (offset, second) in values.dropFirst(index + 1).enumerated() {
                if equals(quantity, unit, first + second) { return true }
                if quantity.direction == 0, has(Self.before, by: quantity),
                    equals(quantity, unit, first - second) || equals(quantity, unit, second - first)
                {
                    return true
                }
                for third in values.dropFirst(index + offset + 2)
                where equals(quantity, unit, first + second + third) { return true }
            }
        }
        if has(["此前", "之前", "原价", "原来"], by: quantity), isBase(quantity, unit) { return true }
        return values.count <= 8 && equals(quantity, unit, values.reduce(0, +))
    }

    /// What 1.3 was before it fell by 35%.
    private func isBase(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        evidence.contains { change in
            guard change.direction != 0, change.role == .by,
                let percent = change.units.first(where: { $0.measure == .percent })
            else { return false }
            let factor = 1 + Double(change.direction) * change.amount(percent) / 100
            return factor > 0 && values(unit).contains { equals(quantity, unit, $0 / factor) }
        }
    }

    private func differences(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        let isChange =
            quantity.direction != 0 || isCompared(quantity)
            || claim.text(0..<claim.passage.count).contains("推算")
            || has(
                [
                    "相差", "减少", "增加", "顺差", "逆差", "推算", "高出", "多出", "少了", "多了", "低了", "高了", "净增",
                    "领先", "落后", "差距",
                    "超出",
                ], by: quantity)
        let isRest = has(
            ["其余", "另外", "其他", "余下", "剩", "还有", "仍有", "尚未", "尚有"], by: quantity)
        guard isChange || isRest else { return false }
        let operands = evidence.compactMap { operand in
            operand.units.first { $0.measure == unit.measure || isPercentage($0, unit) }
                .map { (operand.amount($0), operand) }
        }
        let whole = operands.map(\.0).max() ?? 0
        for (index, first) in operands.enumerated() {
            for second in operands.dropFirst(index + 1) where first.0 != second.0 {
                guard equals(quantity, unit, abs(first.0 - second.0)) else { continue }
                // The rest is what a part leaves of the whole.
                if !isChange, max(first.0, second.0) < whole { continue }
                if agrees(quantity, first, second) { return true }
            }
        }
        return false
    }

    /// 高 11.5 个百分点, 低于…3 分: the word stands right before the figure.
    private func isCompared(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 4)..<start)
        return before.unicodeScalars.contains { "高低多少升降涨跌缩扩差".unicodeScalars.contains($0) }
    }

    /// A worked-out change goes the way that its operands tell of.
    private func agrees(
        _ quantity: Quantity, _ first: (Double, Quantity), _ second: (Double, Quantity)
    ) -> Bool {
        guard quantity.direction != 0 else { return true }
        let (from, to) =
            first.1.role == .from || second.1.role == .to ? (first, second) : (second, first)
        if from.1.role == .from || to.1.role == .to {
            return (to.0 > from.0) == (quantity.direction > 0)
        }
        let told = [first.1.direction, second.1.direction].filter { $0 != 0 }
        return told.isEmpty || told.contains(quantity.direction)
    }

    /// Three payments of two million are six million.
    private func products(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard has(["合计", "总计", "共", "总", "累计", "约合", "计算"], by: quantity) else { return false }
        // A price for each is multiplied by a count as large as it likes where that is said.
        let limit = has(["约合", "计算"], by: quantity) ? 1e10 : 1000
        let counts = evidence.filter {
            $0.isCount && $0.number.value >= 2 && $0.number.value <= limit
        }
        return values(unit).contains { value in
            counts.contains { equals(quantity, unit, value * $0.number.value) }
        }
    }

    private static let before = [
        "此前", "之前", "原", "前值", "去年", "上年", "同期", "年前", "年末", "年底", "周前", "月前", "基准", "推算",
    ]

    private func pairs() -> [(Double, Double)] {
        var pairs: [(Double, Double)] = []
        for (index, first) in evidence.enumerated() {
            for second in evidence.dropFirst(index + 1) {
                guard let unit = first.units.first,
                    let other = second.units.first(where: { $0.measure == unit.measure }),
                    unit.measure != .point, !first.number.isOrdinal, !second.number.isOrdinal
                else { continue }
                let (left, right) = (first.amount(unit), second.amount(other))
                if left > 0, right > 0, left != right { pairs.append((left, right)) }
            }
        }
        return pairs
    }

    private func shares(_ quantity: Quantity) -> Bool {
        guard has(["占", "比例", "分之", "成", "半", "率"], by: quantity) || quantity.number.isShare
        else {
            return false
        }
        return pairs().contains { first, second in
            isNear(quantity, min(first, second) / max(first, second) * 100)
        } || complements(quantity)
    }

    private func complements(_ quantity: Quantity) -> Bool {
        has(["其余", "其他", "另外", "剩", "余下", "未"], by: quantity)
            && values(.init(measure: .percent, factor: 1)).contains { isNear(quantity, 100 - $0) }
    }

    private func changes(_ quantity: Quantity) -> Bool {
        guard
            quantity.direction != 0
                || has(["增", "升", "涨", "降", "跌", "减", "幅", "高", "低", "多", "少"], by: quantity)
        else { return false }
        // Where the evidence tells the change itself, nothing is left to be worked out, unless the
        // sentence names both ends.
        let isTold = evidence.contains { other in
            other.direction == quantity.direction && other.role == .by
                && other.units.contains { $0.measure == .percent }
        }
        let ends = claim.quantities.count {
            $0.clause == quantity.clause || $0.sentence == quantity.sentence
        }
        guard !isTold || ends >= 3 else { return false }
        return pairs().contains { first, second in
            let low = min(first, second)
            let high = max(first, second)
            switch quantity.direction {
            case 1: return isNear(quantity, (high - low) / low * 100)
            case -1: return isNear(quantity, (high - low) / high * 100)
            default:
                return isNear(quantity, (high - low) / low * 100)
                    || isNear(quantity, (high - low) / high * 100)
            }
        }
    }

    private func ratios(_ quantity: Quantity) -> Bool {
        let isMore = quantity.role == .by && quantity.direction > 0
        let wanted = isMore ? quantity.number.value + 1 : quantity.number.value
        return pairs().contains { first, second in
            let ratio = max(first, second) / min(first, second)
            return abs(ratio - wanted) <= max(quantity.number.step / 2, wanted * 0.05)
        }
    }

    /// ±0.6 points, or half of the last digit shown: what readers would round alike.
    private func isNear(_ quantity: Quantity, _ percent: Double) -> Bool {
        let margin =
            quantity.bound == .none && !quantity.number.isShare
            ? min(0.6, max(quantity.number.step * 0.6, 0.06)) : max(0.6, percent * 0.05)
        switch quantity.bound {
        case .over, .atLeast, .above:
            return percent >= quantity.number.value && percent <= quantity.number.value * 1.15
        case .under, .atMost, .below, .nearly:
            return percent <= quantity.number.value && percent >= quantity.number.value * 0.85
        case .none, .about:
            return abs(quantity.number.value * percentFactor(quantity) - percent) <= margin
        }
    }

    private func percentFactor(_ quantity: Quantity) -> Double {
        quantity.units.first { $0.measure == .percent }?.factor ?? 1
    }
}
