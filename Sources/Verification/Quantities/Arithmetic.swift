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
            case .percent: shares(quantity) || changes(quantity) || sums(quantity, unit)
            case .point: differences(quantity, unit)
            case .multiple: ratios(quantity)
            case .money, .physical, .count:
                sums(quantity, unit) || differences(quantity, unit) || products(quantity, unit)
            }
        }
    }

    private func has(_ words: [String]) -> Bool {
        let text = claim.passage.text(0..<min(claim.passage.count, 600))
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

    private func sums(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard
            has([
                "合计", "总计", "共", "总", "累计", "加起来", "之和", "此前", "之前", "原", "前值", "上年", "去年", "全部",
                "含", "包括", "加上",
            ])
        else { return false }
        let values = values(unit)
        guard values.count >= 2 else { return false }
        for (index, first) in values.enumerated() {
            for (offset, second) in values.dropFirst(index + 1).enumerated() {
                if equals(quantity, unit, first + second) { return true }
                if has(["此前", "之前", "原", "前值", "去年", "上年"]),
                    equals(quantity, unit, abs(first - second))
                {
                    return true
                }
                for third in values.dropFirst(index + offset + 2)
                where equals(quantity, unit, first + second + third) { return true }
            }
        }
        return values.count <= 8 && equals(quantity, unit, values.reduce(0, +))
    }

    private func differences(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        let isChange =
            quantity.direction != 0
            || has([
                "相差", "差", "减少", "增加", "高出", "多出", "少了", "多了", "低", "高", "比", "较", "净增", "其余", "另外",
                "剩",
                "其他", "余下", "缩", "扩", "升", "降", "涨", "跌", "领先", "落后", "仅", "还有", "省", "年龄", "岁",
            ])
        guard isChange else { return false }
        let values = values(unit)
        for (index, first) in values.enumerated() {
            for second in values.dropFirst(index + 1)
            where equals(quantity, unit, abs(first - second)) && first != second {
                return quantity.direction == 0 || agreesWithChange(quantity)
            }
        }
        return false
    }

    /// A worked-out change goes the way that the evidence tells of.
    private func agreesWithChange(_ quantity: Quantity) -> Bool {
        let directions = Set(evidence.map(\.direction).filter { $0 != 0 })
        return directions.isEmpty || directions.contains(quantity.direction)
    }

    /// Three payments of two million are six million.
    private func products(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard has(["合计", "总计", "共", "总", "累计", "每"]) else { return false }
        let counts = evidence.filter {
            $0.isCount && $0.number.value >= 2 && $0.number.value <= 1000
        }
        return values(unit).contains { value in
            counts.contains { equals(quantity, unit, value * $0.number.value) }
        }
    }

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
        guard has(["占", "比例", "分之", "成", "半", "率", "约"]) || quantity.number.isShare else {
            return false
        }
        return pairs().contains { first, second in
            isNear(quantity, min(first, second) / max(first, second) * 100)
        } || complements(quantity)
    }

    private func complements(_ quantity: Quantity) -> Bool {
        has(["其余", "其他", "另外", "剩", "余下", "未"])
            && values(.init(measure: .percent, factor: 1)).contains { isNear(quantity, 100 - $0) }
    }

    private func changes(_ quantity: Quantity) -> Bool {
        guard
            quantity.direction != 0 || has(["增", "升", "涨", "降", "跌", "减", "幅", "高", "低", "多", "少"])
        else { return false }
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
