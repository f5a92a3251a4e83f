extension Arithmetic {
    /// What 1.3 was before it fell by 35%.
    func isBase(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        evidence.contains { change in
            guard change.direction != 0, change.role == .by,
                let percent = change.units.first(where: { $0.measure == .percent })
            else { return false }
            let factor = 1 + Double(change.direction) * change.amount(percent) / 100
            return factor > 0
                && evidence.contains { other in
                    other.sentence == change.sentence
                        && other.units.contains {
                            $0.measure == unit.measure
                                && equals(quantity, unit, other.amount($0) / factor)
                        }
                }
        }
    }

    func differences(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        let isChange =
            quantity.direction != 0 || isCompared(quantity)
            || claim.passage.holds("推算")
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
    func agrees(
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

    func shares(_ quantity: Quantity) -> Bool {
        guard
            has(["占", "比例", "分之", "成", "半", "率", "相当于", "完成", "进度"], by: quantity)
                || quantity.number.isShare
        else {
            return false
        }
        return pairs().contains { first, second in
            isNear(quantity, min(first, second) / max(first, second) * 100)
        }
    }

    func complements(_ quantity: Quantity) -> Bool {
        has(["其余", "其他", "另外", "剩", "余下", "未", "则", "另"], by: quantity)
            && values(.init(measure: .percent, factor: 1)).contains { isNear(quantity, 100 - $0) }
    }

    func changes(_ quantity: Quantity) -> Bool {
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

    func ratios(_ quantity: Quantity) -> Bool {
        let isMore = quantity.role == .by && quantity.direction > 0
        let wanted = isMore ? quantity.number.value + 1 : quantity.number.value
        return pairs().contains { first, second in
            let ratio = max(first, second) / min(first, second)
            // 两倍多 is anything up to three.
            if quantity.bound.side > 0 { return ratio >= wanted && ratio < wanted + 1 }
            if quantity.bound == .nearly || quantity.bound.side < 0 {
                return ratio < wanted && ratio > wanted - 1
            }
            return abs(ratio - wanted) <= max(quantity.number.step / 2, wanted * 0.05)
        }
    }

    /// What a figure was before a change that the evidence tells of, where the sentence says that it
    /// speaks of then, or reckons.
    func isBaseNamed(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard isReckoned || has(Self.before, by: quantity) else { return false }
        return isBase(quantity, unit)
    }

    /// 7.5% for a quarter when 7.9% are 0.4 points more.
    func bases(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard quantity.role == .from || has(Self.before + Self.elsewhen, by: quantity) else {
            return false
        }
        let points = evidence.compactMap { other in
            other.units.first { $0.measure == .point }.map { other.amount($0) }
        }
        let percents = evidence.compactMap { other in
            other.units.first { $0.measure == .percent }.map { other.amount($0) }
        }
        return percents.contains { percent in
            points.contains {
                equals(quantity, unit, percent + $0) || equals(quantity, unit, percent - $0)
            }
        }
    }

    /// A record of 2:08:24 when 2:08:47 are 23 seconds slower.
    func rivals(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard has(["纪录", "后者", "前者", "对手", "第二名", "亚军"], by: quantity) else { return false }
        let values = values(unit)
        return values.indices.contains { first in
            values.indices.contains { second in
                first != second && equals(quantity, unit, values[first] - values[second])
            }
        }
    }

    private static let elsewhen = ["一季度", "二季度", "三季度", "上季", "上月", "前一", "上一", "全国", "同期"]
    static let before = [
        "此前", "之前", "原", "前值", "去年", "上年", "同期", "年前", "年末", "年底", "周前", "月前", "基准", "推算",
    ]
}
