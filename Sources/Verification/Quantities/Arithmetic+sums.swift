extension Arithmetic {
    /// Both operands stand in the sentence as well: it shows its own sum or difference.
    func isTwoNamed(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
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

    func sums(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
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
                // Two percents differ by points.
                if quantity.direction == 0, unit.measure != .percent,
                    has(Self.before, by: quantity),
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

    /// 198 million for 36 vehicles are 5.5 million each.
    func quotients(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard has(["平均", "每", "人均", "均", "各", "单"], by: quantity) else { return false }
        // Half to each are two.
        let counts =
            evidence.filter { $0.isCount && $0.number.value >= 2 }.map(\.number.value)
            + evidence.filter { $0.number.isShare && $0.number.value > 0 }
            .map { 100 / $0.number.value }
        return values(unit).contains { value in
            counts.contains { equals(quantity, unit, value / $0) }
        }
    }

    /// Three payments of two million are six million.
    func products(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
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

    /// 63% of 14.8 billion, two thirds of 5,400.
    func portions(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        // 6.1 万用户中约有 5.2 万户: the whole that a part is of stands there.
        let isOpen = has(Self.parting, by: quantity)
        let shares = evidence.compactMap { other in
            other.units.first { $0.measure == .percent }.map { other.amount($0) / 100 }
        }
        return values(unit).contains { whole in
            (isOpen || isNamed(whole, unit))
                && shares.contains { share in
                    let value = whole * (share > 0.66 && share < 0.67 ? 2.0 / 3 : share)
                    return equals(quantity, unit, value)
                }
        }
    }

    /// 1,150 jobs that are 8% of a workforce are of 14,375.
    func wholes(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard has(Self.reckoned, by: quantity) || isReckoned else { return false }
        return values(unit).contains { part in
            shareValues.contains { $0 > 0 && $0 < 1 && equals(quantity, unit, part / $0) }
        }
    }

    /// Whether the sentence names a figure itself.
    private func isNamed(_ value: Double, _ unit: Quantity.Unit) -> Bool {
        claim.quantities.contains { other in
            other.units.contains {
                $0.measure == unit.measure && abs(other.amount($0) - value) <= value * 0.01
            }
        }
    }

    /// The shares of the evidence, of one.
    private var shareValues: [Double] {
        evidence.compactMap { other in
            other.units.first { $0.measure == .percent }.map { other.amount($0) / 100 }
        }
    }

    /// The sentence says that it reckons.
    var isReckoned: Bool {
        claim.passage.holdsAny(Self.reckoned)
            || claim.passage.holdsAny(["按", "以"]) && claim.passage.holdsAny(["计,", "计算", "计，"])
    }

    static let reckoned = ["推算", "计算", "折算", "估算", "意味着", "据此", "换算", "相当于", "折合"]
    private static let parting = [
        "其中", "即", "相当于", "约合", "折合", "每人", "各得", "各分", "将用于", "意味着", "计算", "推算",
    ]
}
