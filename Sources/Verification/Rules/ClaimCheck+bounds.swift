import Domain

extension ClaimCheck {
    /// 便宜一半以上 for less than half of the price: what is left of a half is one.
    func isCheaper(_ quantity: Quantity, _ matches: [Quantity]) -> Bool {
        let start = quantity.range.lowerBound
        return quantity.number.isShare && quantity.number.value == 50
            && ["便宜", "低", "少", "减", "降", "省", "短", "轻"].contains(
                where: claim.text(max(0, start - 4)..<start).contains)
            && matches.allSatisfy { $0.direction == 0 }
    }

    /// 45% and 47% for 46%, plus or minus one point.
    func isTolerated(_ quantity: Quantity) -> Bool {
        let near = grounds.near
        let marks = [
            "plus or minus", "give or take", "tolerance band", "either side", "±", "误差", "上下浮动",
        ]
        guard near.passage.holdsAnyLower(marks) else { return false }
        return zip(near.quantities, near.quantities.dropFirst()).contains { before, margin in
            // 1.44 degrees above the 1850-1900 average, give or take 0.13
            let middle = near.quantities.last {
                $0.range.upperBound <= margin.range.lowerBound && isAlike($0, quantity)
            }
            guard let middle,
                let unit = quantity.units.first(where: { unit in
                    middle.units.contains { $0.measure == unit.measure }
                }), let own = middle.units.first(where: { $0.measure == unit.measure }),
                middle.sentence == margin.sentence,
                before.range.upperBound <= margin.range.lowerBound,
                near.passage.holdsAnyLower(
                    marks, in: before.range.upperBound..<margin.range.lowerBound)
            else { return false }
            let distance = abs(middle.amount(own) - quantity.amount(unit))
            // 3.2 billion, plus or minus 2%
            let isShare =
                margin.units.contains { $0.measure == .percent } && unit.measure != .percent
            let reach =
                margin.number.value * (isShare ? middle.amount(own) / 100 : own.factor)
            return abs(distance - reach) <= quantity.number.step * unit.factor
                * (isShare ? 0.5 : 0.01)
        }
    }

    /// 最低 37.9% for duties of 18.4% to 37.9%.
    func isOtherEnd(_ quantity: Quantity, _ matches: [Quantity]) -> Bool {
        // 最大吃水下调 0.3 米 bounds nothing.
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 5)..<start).filter { !" 为是约可达".contains($0) }
        let isBeside = ["最低", "最高", "最多", "最少"].contains(where: before.hasSuffix)
        guard quantity.bound.side != 0, quantity.role != .from,
            isBeside || !quantity.isBoundLoose, matches.count == 1
        else { return false }
        // 最高 1450 美元 for what costs from $1,450.
        let near = grounds.near
        let place = matches[0].range.lowerBound
        let isFloor =
            quantity.bound.side < 0 && quantity.isMoney
            && ["charges ", "charged ", "priced ", "prices ", "starts ", "starting ", "costs "]
                .contains(
                    where: near.text(max(0, place - 24)..<place).lowercased().contains)
            && near.text(max(0, place - 5)..<place).lowercased() == "from "
        return isFloor || end(of: matches[0]) == quantity.bound.side
    }

    /// 至少 60% for between 60% and 75%.
    func isOwnEnd(_ quantity: Quantity, _ matches: [Quantity]) -> Bool {
        quantity.bound.side != 0 && matches.contains { end(of: $0) == -quantity.bound.side }
    }

    /// 1 for the upper end of a range of the evidence, -1 for the lower, 0 for neither.
    private func end(of match: Quantity) -> Int {
        let ranges = grounds.near.ranges
        if ranges.contains(where: { $0.high.range == match.range }) { return 1 }
        return ranges.contains { $0.low.range == match.range } ? -1 : 0
    }

    /// 24 亿至 29 亿 for between 2.6 and 2.9 billion: a range that ends or begins as one of the
    /// evidence is that one.
    mutating func checkRanges() {
        let theirs = grounds.near.ranges
        for (low, high) in claim.ranges {
            func fits(_ ours: Quantity, _ other: Quantity) -> Bool {
                lexicon.agreement(of: ours, with: other) >= .bound
            }
            let alike = theirs.filter {
                fits(low, $0.low) != fits(high, $0.high) && isAlike(low, $0.low)
            }
            guard let other = alike.first,
                !theirs.contains(where: { fits(low, $0.low) && fits(high, $0.high) })
            else { continue }
            find(
                "number.bound", .hard,
                "\"\(claim.text(low.range.lowerBound..<high.range.upperBound))\" is "
                    + "\"\(grounds.near.text(other.low.range.lowerBound..<other.high.range.upperBound))\" "
                    + "in the evidence")
        }
    }

    /// The figure of the evidence that is this one without its bound, where no other of full agreement
    /// is: up to $900 million for 不少于 9 亿美元, whatever else is about a billion.
    func isTurned(_ quantity: Quantity, _ ranked: [(Quantity, Agreement)]) -> Bool {
        // 低于所称的 4 欧元 compares.
        guard quantity.bound.side != 0, ![.above, .below].contains(quantity.bound) else {
            return false
        }
        func plain(_ quantity: Quantity) -> Quantity {
            var plain = quantity
            plain.bound = .none
            return plain
        }
        let same = ranked.filter {
            lexicon.agreement(of: plain(quantity), with: plain($0.0)) == .full
        }
        // 5.04 亿 is no less than 5 亿, and up to 5 亿 is what the figure is.
        let exact = same.filter { $0.0.amount($0.0.units[0]) == quantity.amount(quantity.units[0]) }
        return !same.isEmpty && (exact.isEmpty ? same : exact).allSatisfy { $0.1 == .bound }
    }

    /// 限制在 8000 人以内 for a cap at 8,000.
    func isCapped(_ side: Int, _ matches: [Quantity]) -> Bool {
        let near = grounds.near
        guard side != 0 else { return false }
        let words =
            side < 0
            ? [
                " cap ", " cap on", " held to", " kept to", " hold to", "limit", "ceiling",
                "maximum", "上限", "封顶", "限制", "限流", "限额", "限速", "可载", "可容纳", "能容纳", "可坐",
                "can reach", "could reach", "may reach", "capacity", "can carry", "can hold",
                "can seat", "can store",
            ]
            : [" floor", "minimum", "threshold", "下限", "门槛", "起点"]
        return matches.contains { match in
            let start = match.range.lowerBound
            return near.passage.holdsAnyLower(
                words, in: max(0, start - 90)..<match.range.upperBound + 20)
        }
    }

    /// 310 万剂，未达到 500 万剂的门槛: the sentence compares two figures of the evidence, rightly.
    func comparesRightly(_ quantity: Quantity) -> Bool {
        guard quantity.bound.side != 0, let unit = quantity.units.first,
            let before = claim.quantities.last(where: {
                $0.range.upperBound <= quantity.range.lowerBound
                    && $0.sentence == quantity.sentence && isAlike($0, quantity)
            }), let own = before.units.first(where: { $0.measure == unit.measure }),
            claim.text(between: before.range, and: quantity.range).contains(where: {
                "，,".contains($0)
            }),
            grounds.near.quantities.contains(where: {
                lexicon.agreement(of: before, with: $0) == .full
            })
        else { return false }
        let difference = before.amount(own) - quantity.amount(unit)
        return difference * Double(quantity.bound.side) > 0
    }

    /// 上限从 800 TB 提高到 2.5 PB, 一度重挫 8.9%, 以 2.1 万为限, 超过估价 500 万的两倍: another word tells
    /// of the bound.
    func isBoundInWords(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let isMoved = [.from, .to].contains(quantity.role)
        let isMultiple = quantity.units.contains { $0.measure == .multiple }
        let end = quantity.range.upperBound
        if claim.passage.holdsAny(["为限", "为上限", "封顶"], in: end..<min(end + 5, claim.passage.count))
        {
            return true
        }
        return claim.passage.holdsAny(
            ["一度", "盘中", "开盘", "至多", "限为", "限定为", "限于"], in: max(0, start - 6)..<start)
            || isMultiple && claim.passage.holdsAny(["超过", "超出"], in: max(0, start - 18)..<start)
            || isMoved && claim.passage.holdsAny(["上限", "下限"], in: max(0, start - 24)..<start)
    }

    /// 200 元至 500 元: the ends of a range are bounds by themselves.
    func isRangeEnd(_ quantity: Quantity) -> Bool {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = claim.text(max(0, start - 2)..<start).filter { $0 != " " }
        let behind = claim.text(end..<end + 2).filter { $0 != " " }
        func rises(_ low: Quantity, _ high: Quantity) -> Bool {
            low.number.value < high.number.value
                || low.units.first?.measure != high.units.first?.measure
        }
        return ["至", "到", "—", "-", "~"].contains { mark in
            before.hasSuffix(mark)
                && claim.quantities.contains {
                    (0...3).contains(start - $0.range.upperBound) && rises($0, quantity)
                }
                || behind.hasPrefix(mark)
                    && claim.quantities.contains {
                        (0...3).contains($0.range.lowerBound - end) && rises(quantity, $0)
                    }
        }
    }

    /// 不到 20 磅（约 9.1 公斤）: the bound stands with the first figure.
    func isConversion(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 4)..<start).filter { $0 != " " }
        return ["(约", "(", "(合", "(约合"].contains(where: before.hasSuffix)
    }

    /// 至少 60%, where the evidence has just that.
    func addsBound(_ quantity: Quantity) -> Bool {
        guard quantity.bound.side != 0, !quantity.isBoundLoose else { return false }
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        // 超过 151 席的半数 bounds another figure.
        let before =
            claim.text(max(0, start - 12)..<start).replacing("上限的", with: "")
            .split(whereSeparator: \.isNumber).last ?? ""
        let behind = claim.text(end..<end + 3)
        return ["至少", "超过", "逾", "不低于", "不少于", "不得", "最多", "至多", "不超过", "不高于", "上限", "不足", "不到"]
            .contains(where: before.contains)
            || ["以上", "以下"].contains(where: behind.contains)
    }

    /// 超过 1.4 亿美元的制作成本, 超过 22 席的门槛: more than what is just that.
    func isStandard(_ quantity: Quantity) -> Bool {
        [.over, .above].contains(quantity.bound) && claim.text(behind: quantity, 2).contains("的")
    }
}

extension Reading {
    /// The ranges that two figures are the ends of.
    fileprivate var ranges: [(low: Quantity, high: Quantity)] {
        zip(quantities, quantities.dropFirst()).compactMap { first, second in
            guard let unit = first.units.first,
                let other = second.units.first(where: { $0.measure == unit.measure }),
                first.amount(unit) < second.amount(other), first.role != .by,
                !first.number.isOrdinal,
                // From 4.18 to 5.10 something rose, if it was not raised to another range from this.
                first.role != .from || second.role != .to || second.direction == 0
                    || quantities.contains(where: {
                        $0.role == .to && $0.sentence == first.sentence
                            && $0.range.upperBound <= first.range.lowerBound
                    })
            else { return nil }
            let between = text(between: first.range, and: second.range).lowercased()
                .filter { !" $£€".contains($0) }
            let start = first.range.lowerBound
            return QuantityReader.rangeMarks.contains(between)
                || between == "and"
                    && text(max(0, start - 16)..<start).lowercased().contains("between ")
                ? (first, second) : nil
        }
    }
}
