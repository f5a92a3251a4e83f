import Domain

extension ClaimCheck {
    /// Two figures that the sentence puts side by side are of one row of the evidence: the growth of
    /// one line does not belong to the amount of another.
    mutating func checkRows() {
        let near = grounds.near
        let parts = Self.parts(near)
        let checked = zip(claim.quantities, Self.parts(claim))
            .filter { isChecked($0.0) && isOfRow($0.0) && !isNamed($0.0) }
        let matched = checked.map { quantity, _ in
            near.quantities.indices.filter {
                lexicon.agreement(of: quantity, with: near.quantities[$0]) == .full
            }
        }
        let told = Set(matched.flatMap { $0 })
        for index in checked.indices.dropFirst() {
            let ((first, row), (second, next)) = (checked[index - 1], checked[index])
            guard first.sentence == second.sentence, row == next, matched[index - 1].count == 1,
                matched[index].count == 1, let a = matched[index - 1].first,
                let b = matched[index].first, a != b,
                !isAlike(near.quantities[a], near.quantities[b])
            else { continue }
            // 增速快于 6.2% 的营收增速 sets two rows side by side.
            let between = claim.text(between: first.range, and: second.range)
            // and 87 亿元，比 2019 年低 23% names what it compares with.
            let compared = between.replacing("同比", with: "").replacing("环比", with: "")
            if ["快于", "慢于", "高于", "低于", "超过", "，比", ",比"].contains(where: compared.contains) {
                continue
            }
            for (anchor, other) in [(a, b), (b, a)] {
                guard
                    let rival = [anchor - 1, anchor + 1].first(where: { place in
                        near.quantities.indices.contains(place) && !told.contains(place)
                            && isOfRow(near.quantities[place])
                            && parts[place] == parts[anchor]
                            && isAlike(near.quantities[place], near.quantities[other])
                            && near.quantities[place].role == near.quantities[other].role
                    }), abs(anchor - other) > 1 || parts[anchor] != parts[other]
                else { continue }
                let isOneThing = first.clause == second.clause || !namesAnother(second)
                // An amount and its growth alone are surely of one row.
                let isOwn = isGrowth(second, of: first) || isGrowth(first, of: second)
                guard !isLong || isOwn else { continue }
                // 1.7 倍 may be told of anything.
                let isMultiple = [first, second].contains {
                    $0.units.contains { $0.measure == .multiple }
                }
                find(
                    "number.row",
                    isOneThing && isOwn && !isMultiple && parts[anchor] != parts[other]
                        ? .hard : .soft,
                    "\"\(claim.text(first.range))\" and \"\(claim.text(second.range))\" belong to "
                        + "different things in the evidence, which has "
                        + "\"\(near.text(near.quantities[rival].range))\" there")
                return
            }
        }
    }

    /// 187 亿元，同比增长 3.4%: neither was worked out, and nothing is named between them.
    private func isGrowth(_ growth: Quantity, of amount: Quantity) -> Bool {
        growth.direction != 0 && growth.role != .to
            && growth.units.contains { $0.measure == .percent }
            && (amount.isMoney || amount.number.hasScale || amount.isPhysical)
            && amount.role != .from
            && workings[growth.range.lowerBound] == nil
            && workings[amount.range.lowerBound] == nil
            && max(growth.range.lowerBound, amount.range.lowerBound)
                - min(growth.range.upperBound, amount.range.upperBound) <= 9
    }

    /// Small counts and spans of time stand beside anything.
    private func isOfRow(_ quantity: Quantity) -> Bool {
        !quantity.number.isOrdinal
            && (quantity.isMoney || quantity.number.hasScale || quantity.number.digits >= 2
                || quantity.units.contains { $0.measure == .percent })
            && !isTime(quantity)
    }

    func isAlike(_ left: Quantity, _ right: Quantity) -> Bool {
        left.units.contains { unit in right.units.contains { $0.measure == unit.measure } }
    }

    /// Whether the clause of a figure names a thing of its own.
    private func namesAnother(_ quantity: Quantity) -> Bool {
        claim.items.indices.contains { index in
            claim.clauses[index] == quantity.clause
                && claim.items[index].range.upperBound <= quantity.range.lowerBound
                && claim.items[index].meanings.contains { $0.kind == .noun || $0.kind == .name }
        }
    }

    /// For each figure the row that it stands in: rows are parted by semicolons, sentences, `while`.
    private static func parts(_ reading: Reading) -> [Int] {
        var starts: [Int] = []
        for (index, item) in reading.items.enumerated() {
            let isNew = index > 0 && reading.statements[index] != reading.statements[index - 1]
            var isJoint = false
            if case .latin = item.kind {
                isJoint = ["while", "whereas", "but"].contains(
                    reading.text(item.range).lowercased())
            }
            if isNew || isJoint { starts.append(item.range.lowerBound) }
        }
        return reading.quantities.map { quantity in
            starts.count { $0 <= quantity.range.lowerBound }
        }
    }
}
