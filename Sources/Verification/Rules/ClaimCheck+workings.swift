import Domain

extension ClaimCheck {
    /// A span of time or an age: a bare figure is as often one as the other.
    func isTime(_ quantity: Quantity) -> Bool {
        quantity.units.contains {
            $0.measure == .physical(lexicon.key("duration"))
                || $0.measure == .physical(lexicon.key("age"))
        }
    }

    /// Whether the sentence says of a figure that it was worked out: a sum, a difference, a share, a
    /// multiple, a mean, a span of time. Not every way to one is known to a rule.
    func isWorkedOut(_ quantity: Quantity) -> Bool {
        if quantity.units.contains(where: { $0.measure == .multiple }) { return true }
        let words = claim.text(quantity.range)
        if ["成", "分之", "半"].contains(where: words.contains) { return true }
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = claim.text(max(0, start - 8)..<start).filter { $0 != " " }
        if Self.differences.contains(where: before.hasSuffix) { return true }
        let clause = claim.items.indices.filter { claim.clauses[$0] == quantity.clause }
        guard let first = clause.first, let last = clause.last else { return false }
        let range =
            min(
                claim.items[first].range.lowerBound, start)..<max(
                claim.items[last].range.upperBound, end)
        return claim.passage.holdsAny(Self.workings, in: range)
    }

    /// Whether the evidence has two figures of the same measure, from which it would follow, or one
    /// that the sentence does not tell: then that one is meant.
    func isReckonable(_ quantity: Quantity, _ evidence: [Quantity]) -> Bool {
        // The very number with another unit, and an age, were not worked out.
        if evidence.contains(where: { $0.number.value == quantity.number.value })
            || quantity.units.contains(where: {
                $0.measure == .physical(lexicon.key("age"))
            })
        {
            return true
        }
        // The sentence tells of two figures what they come to.
        let told = claim.quantities.filter { other in
            other.range != quantity.range
                && evidence.contains { lexicon.agreement(of: other, with: $0) == .full }
        }
        if Set(told.map(\.number.value)).count > 1 { return true }
        // No rate of exchange is known.
        if quantity.isMoney, evidence.contains(where: { $0.isMoney && !isAlike($0, quantity) }) {
            return true
        }
        let span = Set(grounds.span.quantities.map(\.number.value))
        let isShare = quantity.units.contains { [.percent, .point].contains($0.measure) }
        let alike = evidence.filter { theirs in
            isAlike(theirs, quantity) || theirs.isCount && theirs.number.hasScale
                || isShare && theirs.units.contains { [.percent, .point].contains($0.measure) }
        }
        return Set(alike.map(\.number.value)).count > 1
            || alike.contains { theirs in
                span.contains(theirs.number.value)
                    && !claim.quantities.contains {
                        lexicon.agreement(of: $0, with: theirs) == .full
                    }
            }
    }

    /// Right before a difference.
    private static let differences = [
        "高出", "多出", "高了", "低了", "多了", "少了", "快了", "慢了", "早了", "晚了", "长了", "短了", "高", "低", "多",
        "少", "快", "慢", "早", "晚", "贵", "便宜", "领先", "落后", "超出", "共", "共计", "共有",
    ]
    private static let workings =
        Arithmetic.reckoned + [
            "合计", "总计", "占", "降幅", "增幅", "涨幅", "跌幅", "相差", "差距", "其余", "剩余", "距",
            "历时", "持续", "耗时", "才能", "约为", "高点", "低点",
        ]
}
