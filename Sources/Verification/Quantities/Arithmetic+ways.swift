extension Arithmetic {
    /// Calls for every value that the evidence's figures come to in a measure, with the way to it and
    /// the figures that it takes.
    func visit(
        _ quantity: Quantity, _ unit: Quantity.Unit,
        _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        switch unit.measure {
        case .percent: visitShares(quantity, body)
        case .point:
            visitSums(quantity, operands(.point), body)
            visitCounts(operands(.point), body)
            // Two percents differ by points, and add up to a percent.
            visitSums(quantity, operands(.percent)) { value, kind, operands in
                if kind == .difference { body(value, kind, operands) }
            }
        case .multiple:
            // 增加两倍 is to three times as much.
            let isMore = quantity.role == .by && quantity.direction > 0
            visitRatios { high, low, operands in
                body(high / low - (isMore ? 1 : 0), .multiple, operands)
            }
            // Up 331% is to 4.3 times as much.
            for percent in operands(.percent) where percent.quantity.direction > 0 {
                body(percent.value / 100 + (isMore ? 0 : 1), .multiple, [percent.quantity])
            }
            for percent in operands(.percent)
            where percent.quantity.direction == 0 && percent.value > 100 {
                body(percent.value / 100 - (isMore ? 1 : 0), .multiple, [percent.quantity])
            }
            // 2.6 times as much is up 1.6 times.
            if isMore {
                for multiple in operands(.multiple) where multiple.quantity.direction == 0 {
                    body(multiple.value - 1, .multiple, [multiple.quantity])
                }
            }
            // What costs half of another has one of twice its price beside it.
            for share in operands(.percent)
            where share.quantity.number.isShare && share.quantity.direction == 0 {
                body(100 / max(share.value, 1) - (isMore ? 1 : 0), .multiple, [share.quantity])
            }
        case .money, .physical, .count:
            let alike = operands(unit.measure)
            visitSums(quantity, alike, body)
            visitRuns(alike, body)
            visitParts(alike, body)
            visitMiddles(alike, body)
            visitCounts(alike, body)
            visitPrices(alike, body)
            visitAreas(unit, body)
            visitEnergies(unit, body)
            if unit.measure == .count {
                visitRanks(quantity, body)
            } else {
                visitRates(quantity, unit, body)
            }
        }
    }

    /// Ninth, two places up: it was eleventh.
    private func visitRanks(
        _ quantity: Quantity, _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        guard quantity.number.isOrdinal else {
            // From 57th to 31st is up 26 places.
            guard ["位", "名", "个"].contains(claim.text(behind: quantity, 1)) else { return }
            let ranks = evidence.filter(\.number.isOrdinal)
            for (index, first) in ranks.enumerated() {
                for second in ranks.dropFirst(index + 1) {
                    body(
                        abs(first.number.value - second.number.value), .difference, [first, second])
                }
            }
            return
        }
        for rank in evidence where rank.number.isOrdinal {
            for places in evidence where !places.number.isOrdinal && places.number.value < 100 {
                body(rank.number.value + places.number.value, .sum, [rank, places])
                body(rank.number.value - places.number.value, .difference, [rank, places])
            }
        }
    }

    /// The figures of a measure, with what they amount to.
    func operands(_ measure: Measure) -> [(value: Double, quantity: Quantity)] {
        evidence.compactMap { quantity in
            guard !quantity.number.isOrdinal else { return nil }
            if let unit = quantity.units.first(where: { $0.measure == measure }) {
                return (quantity.amount(unit), quantity)
            }
            // 46 比 42 is a lead of 4 points.
            if measure == .physical(lexicon.key("points")), quantity.isCount {
                return (quantity.number.value, quantity)
            }
            // 84.2 years for women, 78.7 for men: 长 5.5 岁
            if measure == .physical(lexicon.key("age")) {
                return quantity.units.first { $0.measure == .physical(lexicon.key("duration")) }
                    .map { (quantity.amount($0) / 31_556_952, quantity) }
            }
            // Ice 1.2 million years old is older by 400,000 years than some of 800,000 years.
            guard measure == .physical(lexicon.key("duration")),
                let age = quantity.units.first(where: {
                    $0.measure == .physical(lexicon.key("age"))
                })
            else { return nil }
            return (quantity.amount(age) * 31_556_952, quantity)
        }
    }

    func visitSums(
        _ quantity: Quantity, _ operands: [(value: Double, quantity: Quantity)],
        _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        for (index, first) in operands.enumerated() {
            for (offset, second) in operands.dropFirst(index + 1).enumerated() {
                let both = [first.quantity, second.quantity]
                body(first.value + second.value, .sum, both)
                body(abs(first.value - second.value), .difference, both)
                for third in operands.dropFirst(index + offset + 2).prefix(6)
                where areClose(both + [third.quantity]) || tellsOfRest && isMeant(.rest, quantity) {
                    let three = both + [third.quantity]
                    let sum = first.value + second.value + third.value
                    body(sum, .sum, three)
                    // What two parts leave of a whole.
                    let whole = max(first.value, second.value, third.value)
                    body(whole * 2 - sum, .difference, three)
                    // 127 new ones and 29 fewer made 3,253.
                    if isBefore(quantity), first.value == whole {
                        body(whole - second.value + third.value, .base, three)
                        body(whole + second.value - third.value, .base, three)
                    }
                }
            }
        }
    }

    /// 600 megawatts for four hours are 2,400 megawatt-hours.
    private func visitEnergies(
        _ unit: Quantity.Unit, _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        guard unit.measure == .physical(lexicon.key("energy")) else { return }
        for power in operands(.physical(lexicon.key("power"))) {
            for duration in operands(.physical(lexicon.key("duration"))) {
                body(
                    power.value * duration.value / 3600, .product,
                    [power.quantity, duration.quantity])
            }
        }
    }

    /// 5.4 metres by 3.8 are 20.5 square metres.
    private func visitAreas(
        _ unit: Quantity.Unit, _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        guard unit.measure == .physical(lexicon.key("area")) else { return }
        let lengths = operands(.physical(lexicon.key("length")))
        for (first, second) in zip(lengths, lengths.dropFirst()) {
            body(first.value * second.value, .product, [first.quantity, second.quantity])
        }
    }

    /// The middle of a range: 中值 131 亿 of 126 to 136.
    private func visitMiddles(
        _ operands: [(value: Double, quantity: Quantity)],
        _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        guard claim.passage.holdsAny(Self.middle) else { return }
        for (first, second) in zip(operands, operands.dropFirst()) {
            body((first.value + second.value) / 2, .middle, [first.quantity, second.quantity])
        }
    }

    /// What a run of figures adds up to, and what it leaves of the one before it.
    private func visitRuns(
        _ operands: [(value: Double, quantity: Quantity)],
        _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        for (index, first) in operands.enumerated() {
            let run = operands.dropFirst(index + 1).prefix(5)
            var (rest, taken) = (first.value, [first.quantity])
            for next in run where areClose([taken[taken.count - 1], next.quantity]) {
                rest -= next.value
                taken.append(next.quantity)
                guard taken.count > 3 else { continue }
                body(rest, .difference, taken)
                body(2 * first.value - rest, .sum, taken)
            }
        }
    }

    private func areClose(_ operands: [Quantity]) -> Bool {
        let sentences = operands.map(\.sentence)
        return (sentences.max() ?? 0) - (sentences.min() ?? 0) <= 1
    }

    /// A percent of a figure, the figure of which it is one, and what it was before a change.
    private func visitParts(
        _ operands: [(value: Double, quantity: Quantity)],
        _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        for percent in self.operands(.percent) where percent.value > 0 {
            var share = percent.value / 100
            if percent.quantity.number.isShare, abs(share - 0.66) < 0.01 { share = 2.0 / 3 }
            let direction = Double(percent.quantity.direction)
            for operand in operands {
                let both = [operand.quantity, percent.quantity]
                if share < 1 {
                    body(operand.value * share, .part, both)
                    body(operand.value / share, .whole, both)
                    body(operand.value * (1 - share), .rest, both)
                }
                if direction != 0, 1 + direction * share > 0 {
                    body(operand.value / (1 + direction * share), .base, both)
                    body(operand.value * (1 + direction * share), .base, both)
                }
            }
        }
        for multiple in self.operands(.multiple) where multiple.value > 0 && multiple.value != 1 {
            for operand in operands {
                let both = [operand.quantity, multiple.quantity]
                // 比上年增长 1.4 倍 led to 2.4 times as much.
                let isMore = multiple.quantity.direction > 0 && multiple.quantity.role == .by
                let factor = multiple.value + (isMore && isHan(multiple.quantity) ? 1 : 0)
                body(operand.value / factor, .base, both)
                body(operand.value * multiple.value, .product, both)
            }
        }
    }

    private func isHan(_ quantity: Quantity) -> Bool {
        let reading = quantity.isClaimed ? claim : source
        return Passage.isHan(reading.passage.scalars[quantity.range.upperBound - 1])
    }

    /// So much for each, and so much in all.
    private func visitCounts(
        _ operands: [(value: Double, quantity: Quantity)],
        _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        let duration = Measure.physical(lexicon.key("duration"))
        for count in evidence where !count.number.isOrdinal {
            let isSpan = count.units.contains { $0.measure == duration }
            guard count.isCount || isSpan, count.number.value >= 2 else { continue }
            for operand in operands where operand.quantity.range != count.range {
                // Days of days are none.
                if isSpan, operand.quantity.units.contains(where: { $0.measure == duration }) {
                    continue
                }
                body(operand.value / count.number.value, .mean, [operand.quantity, count])
                body(operand.value * count.number.value, .product, [operand.quantity, count])
            }
        }
    }
}
