import Domain

extension ClaimCheck {
    /// 2.2 times as much is not 2.2 times more: 增加 N 倍 leads to N + 1 times.
    mutating func checkMultiples() {
        for quantity in claim.quantities where isMultiple(quantity) {
            let told = grounds.near.quantities.filter {
                isMultiple($0) && abs($0.number.value - quantity.number.value) < 0.001
            }
            guard !told.isEmpty, let side = timesSide(quantity, claim) else { continue }
            let sides = told.map { timesSide($0, grounds.near) }
            guard sides.allSatisfy({ $0 == -side }) else { continue }
            let more = side > 0 ? "so much more" : "so much in all"
            find(
                "number.multiple", .hard,
                "\"\(claim.text(quantity.range))\" is \(more) in the sentence, not in the evidence; "
                    + "增加一倍 is to twice as much")
        }
    }

    private func isMultiple(_ quantity: Quantity) -> Bool {
        quantity.units.contains { $0.measure == .multiple }
    }

    /// 是上年的 3.1 倍 for 增长 2.1 倍
    func isGrownTo(_ quantity: Quantity) -> Bool {
        guard isMultiple(quantity) else { return false }
        let near = grounds.near
        if timesSide(quantity, claim) == 1 {
            // 增加两倍 for `tripled`
            return near.quantities.contains { other in
                isMultiple(other) && other.isLoose && other.direction > 0
                    && other.number.value == quantity.number.value + 1
            }
        }
        return near.quantities.contains { other in
            isMultiple(other) && timesSide(other, near) == 1
                && Passage.isHan(near.passage.scalars[other.range.upperBound - 1])
                && abs(other.number.value + 1 - quantity.number.value) < 1e-6
        }
    }

    /// Another multiple of the evidence, which the sentence does not tell: fourfold for twice.
    func rivalMultiple(of quantity: Quantity) -> Quantity? {
        let value = quantity.number.value
        // Half is a share as often.
        guard isMultiple(quantity), !quantity.number.isShare, value >= 1 else { return nil }
        // 5.2 ± 0.8 倍, and 3.1 倍 for what rose by 2.1 倍
        let isTold = grounds.near.quantities.contains { other in
            quantity.number.step < 1
                && [value, value - 1].contains { abs($0 - other.number.value) < 1e-6 }
        }
        guard !isTold else { return nil }
        return grounds.near.quantities.first { other in
            isMultiple(other) && (!other.isCount || tellsTimes(other))
                && !claim.quantities.contains { lexicon.agreement(of: $0, with: other) >= .bound }
        }
    }

    /// `four times the lifespan`, where `four times a year` only counts.
    private func tellsTimes(_ quantity: Quantity) -> Bool {
        let behind = grounds.near.text(
            quantity.range.upperBound..<quantity.range.upperBound + 10
        ).lowercased()
        return [
            " the", " as", " that", " high", " more", " its", " larg", " what", " great", " fast",
        ]
        .contains(where: behind.hasPrefix)
    }

    /// 1 for so many times more, -1 for so many times as much, nil where it is not told.
    private func timesSide(_ quantity: Quantity, _ reading: Reading) -> Int? {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = reading.text(max(0, start - 5)..<start).filter { !" 了约近超过逾".contains($0) }
        if Passage.isHan(reading.passage.scalars[end - 1]) {
            if ["至", "到", "是", "为", "达", "的", "原来", "相当于"].contains(where: before.hasSuffix) {
                return -1
            }
            return Self.growing.contains(where: before.hasSuffix) ? 1 : nil
        }
        let behind = reading.text(end..<end + 20).lowercased()
        let word = reading.text(quantity.range).lowercased()
        if behind.hasPrefix(" as ") || behind.hasPrefix(" the ") || behind.hasPrefix(" what ")
            || behind.hasPrefix(" that ")
            || ["doubl", "tripl", "trebl"].contains(where: word.hasPrefix)
        {
            return -1
        }
        return nil
    }

    private static let growing = [
        "增加", "增长", "提高", "提升", "加快", "上升", "高出", "多出", "增", "多", "快", "高", "大", "长", "贵", "涨", "重",
    ]

    /// 12% where two percents of one sentence lie 12 points apart, one of which the sentence tells;
    /// the figures of the evidence that it may be as well stand elsewhere.
    func isPointsApart(_ quantity: Quantity, _ matches: [Quantity]) -> Bool {
        func percents(_ reading: Reading) -> [Quantity] {
            reading.quantities.filter { $0.units.contains { $0.measure == .percent } }
        }
        guard quantity.units.contains(where: { $0.measure == .percent && $0.factor == 1 }),
            quantity.bound == .none, !quantity.number.isShare, isCompared(quantity)
        else { return false }
        let told = percents(claim).map(\.number.value)
        let theirs = percents(grounds.near)
        return theirs.contains { first in
            told.contains(first.number.value)
                && !matches.contains { $0.sentence == first.sentence }
                && theirs.contains { second in
                    second.sentence == first.sentence
                        && abs(
                            abs(first.number.value - second.number.value) - quantity.number.value)
                            < 1e-6
                }
        }
    }

    private func isCompared(_ quantity: Quantity) -> Bool {
        if quantity.direction != 0 { return true }
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 5)..<start).filter { !" 约了".contains($0) }
        return [
            "高出", "高", "低", "多", "少", "相差", "领先", "落后", "提高", "上升", "增加", "增长", "下降", "降低", "扩大",
            "收窄",
        ].contains(where: before.hasSuffix)
    }
}
