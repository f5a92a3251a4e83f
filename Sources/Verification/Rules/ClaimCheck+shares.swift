import Domain

extension ClaimCheck {
    /// 占 24.6% where 24.6% is how much the evidence has it grow, and the other way round.
    mutating func checkShares() {
        let near = grounds.near
        for quantity in claim.quantities
        where isChecked(quantity) && quantity.units.contains(where: { $0.measure == .percent }) {
            let matches = near.quantities.filter {
                lexicon.agreement(of: quantity, with: $0) == .full
            }
            guard !matches.isEmpty, workings[quantity.range.lowerBound] == nil else { continue }
            let isShare = claim.tellsShare(quantity)
            let grew = matches.allSatisfy {
                $0.direction != 0 && $0.role == .by && !near.tellsShare($0)
            }
            let wasShare = matches.allSatisfy { $0.direction == 0 && near.tellsShare($0) }
            guard
                isShare && quantity.direction == 0 && grew
                    || !isShare && tellsGrowth(quantity) && wasShare
            else { continue }
            find(
                "number.change", .hard,
                "\"\(claim.text(quantity.range))\" is \(grew ? "a growth" : "a share") in the "
                    + "evidence: \"\(context(matches[0]))\"")
        }
    }

    /// 优惠 55% for 5.5折, which leaves 55%.
    func isDiscount(_ quantity: Quantity, _ matches: [Quantity]) -> Bool {
        takesOff(quantity) && matches.allSatisfy { grounds.near.text($0.range).hasSuffix("折") }
    }

    /// 优惠 45% for 5.5折.
    func isRestOfDiscount(_ quantity: Quantity) -> Bool {
        takesOff(quantity)
            && grounds.near.quantities.contains { other in
                grounds.near.text(other.range).hasSuffix("折")
                    && abs(100 - other.number.value * 10 - quantity.number.value) < 0.1
            }
    }

    private func takesOff(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        return quantity.units.contains { $0.measure == .percent && $0.factor == 1 }
            && ["优惠", "减", "降", "省", "便宜", "折扣"].contains(
                where: claim.text(max(0, start - 5)..<start).contains)
    }

    /// 同比增长 34%, right before the figure: 新增用户的 34% is no growth.
    private func tellsGrowth(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 4)..<start).filter { !" 了约".contains($0) }
        return quantity.bound.side == 0
            && ["增长", "增加", "上升", "上涨", "下降", "减少", "下跌"].contains(where: before.hasSuffix)
    }
}

extension Reading {
    /// 占总量的 24.6%, 18% of them, made up 44%
    fileprivate func tellsShare(_ quantity: Quantity) -> Bool {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = text(max(0, start - 18)..<start).lowercased()
        if passage.scalars[..<start].suffix(14).contains(0x5360) {
            // 占比 and 占有率 may grow as well.
            let tail = before.split(separator: "占").last ?? ""
            // 磁盘占用少 38%
            return !tail.hasPrefix("用") && !tail.contains { "，,。；;增升提降".contains($0) }
        }
        // 相当于高点的 36%
        let tail = before.split(whereSeparator: { "，,。；;".contains($0) }).last ?? ""
        if tail.filter({ !" 约近".contains($0) }).hasSuffix("的"),
            ["相当于", "仅为", "只有", "约为", "完成", "恢复至", "恢复到"].contains(where: tail.contains)
        {
            return true
        }
        return text(end..<end + 4).lowercased().hasPrefix(" of ")
            || ["accounted for ", "made up ", "makes up ", "accounting for ", "represents "]
                .contains(where: before.contains)
    }
}
