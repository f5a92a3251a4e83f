import Domain

extension ClaimCheck {
    /// 连续第二年 is no third year in a row.
    mutating func checkStreaks() {
        let near = grounds.near
        let (ours, theirs) = (claim.streaks, near.streaks)
        guard !theirs.isEmpty else { return }
        for streak in ours
        where !theirs.contains(where: { $0.number.value == streak.number.value })
            // for a sixth year, but not the second year in which
            && !near.quantities.contains(where: {
                let start = $0.range.lowerBound
                return ($0.number.isOrdinal || $0.number.isShare)
                    && !near.text(max(0, start - 4)..<start).lowercased().hasSuffix("the ")
                    && lexicon.agreement(of: streak, with: $0) == .full
            })
        {
            find(
                "number.rank", .hard,
                "\"\(claim.text(streak.range))\" in a row are \"\(near.text(theirs[0].range))\" "
                    + "in the evidence")
        }
    }
}

extension Reading {
    /// Figures that count what follows upon each other: 连续三个季度, third straight, five in a row.
    fileprivate var streaks: [Quantity] {
        quantities.filter { quantity in
            let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
            guard quantity.number.step == 1, quantity.number.value > 1 else { return false }
            let before = text(max(0, start - 4)..<start).filter { $0 != " " }
            if before.hasSuffix("连续") || before.hasSuffix("连续第") { return true }
            let behind = text(end..<end + 24).lowercased()
            return [" straight", " consecutive", "-straight"].contains(where: behind.hasPrefix)
                || behind.contains(" in a row") || behind.contains(" running")
        }
    }
}
