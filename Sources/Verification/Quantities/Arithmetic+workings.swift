extension Arithmetic {
    /// The likeliest way in which a figure comes out of the evidence's own, to the precision with
    /// which it is told; nil where none does.
    ///
    /// Every pair of figures is tried whose units fit, and every three of one measure where there are
    /// few. The more ways come near a figure, the less it proves that one hits it.
    func working(_ quantity: Quantity) -> Working? {
        var best: Working?
        let meant = Set(Working.Kind.allCases.filter { isMeant($0, quantity) })
        for unit in quantity.units {
            var (near, close) = (0, 0)
            var found: [Working] = []
            let amount = quantity.amount(unit)
            guard amount > 0, amount.isFinite else { continue }
            visit(quantity, unit) { value, kind, operands in
                guard value > amount / 2, value < amount * 2 else { return }
                let isMeant = meant.contains(kind)
                let isClose = isMeant && Set(operands.map(\.sentence)).count == 1
                near += 1
                if isClose { close += 1 }
                guard meets(quantity, unit, value), goesAlong(kind, operands, quantity) else {
                    return
                }
                found.append(Working(kind: kind, operands: operands, isMeant: isMeant))
            }
            for var working in found {
                let rivals = working.isMeant && working.isOfOneSentence ? close : near
                working.chance = Double(rivals) * width(quantity, unit) / (1.5 * amount)
                working.isLinked = isLinked(working)
                working.isSmall = unit.measure == .count && quantity.number.value < 10
                if best.map({ rank(working) > rank($0) }) ?? true { best = working }
            }
        }
        return best
    }

    private func rank(_ working: Working) -> Double {
        (working.isMeant ? 2 : 0) + (working.isLinked ? 2 : 0) + (working.isOfOneSentence ? 1 : 0)
            - min(working.chance, 1) * 0.9 - (working.operands.count > 2 ? 0.5 : 0)
    }

    /// A worked-out change goes the way that its figures tell of.
    private func goesAlong(
        _ kind: Working.Kind, _ operands: [Quantity], _ quantity: Quantity
    ) -> Bool {
        if operands.count == 2, let (first, second) = places(operands), abs(first - second) == 1 {
            // What lies above another is not added to it.
            let sides = operands.map(comparedSide)
            if kind == .sum, sides.contains(1) { return false }
            if kind == .difference, sides.contains(-1), !isMeant(.difference, quantity) {
                return false
            }
        }
        guard [.difference, .change].contains(kind), operands.count == 2,
            let unit = operands[0].units.first,
            let other = operands[1].units.first(where: { $0.measure == unit.measure })
        else { return true }
        return agrees(
            quantity, (operands[0].amount(unit), operands[0]),
            (operands[1].amount(other), operands[1]))
    }

    private func visit(
        _ quantity: Quantity, _ unit: Quantity.Unit,
        _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        switch unit.measure {
        case .percent: visitShares(quantity, body)
        case .point:
            visitSums(operands(.point), body)
            // Two percents differ by points, and add up to a percent.
            visitSums(operands(.percent)) { value, kind, operands in
                if kind == .difference { body(value, kind, operands) }
            }
        case .multiple:
            visitRatios { high, low, operands in body(high / low, .multiple, operands) }
        case .money, .physical, .count:
            let alike = operands(unit.measure)
            visitSums(alike, body)
            visitParts(alike, body)
            visitCounts(alike, body)
            visitPrices(alike, body)
            if unit.measure != .count { visitRates(quantity, unit, body) }
        }
    }

    /// The figures of a measure, with what they amount to.
    private func operands(_ measure: Measure) -> [(value: Double, quantity: Quantity)] {
        evidence.compactMap { quantity in
            guard !quantity.number.isOrdinal else { return nil }
            if let unit = quantity.units.first(where: { $0.measure == measure }) {
                return (quantity.amount(unit), quantity)
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

    private func visitSums(
        _ operands: [(value: Double, quantity: Quantity)],
        _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        for (index, first) in operands.enumerated() {
            for (offset, second) in operands.dropFirst(index + 1).enumerated() {
                let both = [first.quantity, second.quantity]
                body(first.value + second.value, .sum, both)
                body(abs(first.value - second.value), .difference, both)
                for third in operands.dropFirst(index + offset + 2).prefix(6)
                where areClose(both + [third.quantity]) {
                    let three = both + [third.quantity]
                    let sum = first.value + second.value + third.value
                    body(sum, .sum, three)
                    // What two parts leave of a whole.
                    let whole = max(first.value, second.value, third.value)
                    body(whole * 2 - sum, .difference, three)
                }
            }
        }
    }

    private func areClose(_ operands: [Quantity]) -> Bool {
        let sentences = operands.map(\.sentence)
        return (sentences.max() ?? 0) - (sentences.min() ?? 0) <= 1
    }

    /// The share of one figure in another, or how far it lies from it.
    private func visitShares(
        _ quantity: Quantity, _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        visitRatios { high, low, operands in
            body(low / high * 100, .share, operands)
            if quantity.direction >= 0 { body((high - low) / low * 100, .change, operands) }
            if quantity.direction <= 0 { body((high - low) / high * 100, .change, operands) }
        }
        let percents = operands(.percent)
        visitSums(percents + operands(.point)) { value, kind, operands in
            let hasPoints = operands.contains { $0.units.contains { $0.measure == .point } }
            if operands.count == 2, kind == .sum || hasPoints { body(value, kind, operands) }
        }
        for percent in percents where percent.value < 100 {
            body(100 - percent.value, .complement, [percent.quantity])
        }
        for multiple in operands(.multiple) where multiple.value > 0 {
            // 0.38 times as much is under four tenths.
            body(multiple.value * 100, .share, [multiple.quantity])
        }
    }

    private func visitRatios(_ body: (Double, Double, [Quantity]) -> Void) {
        for (index, first) in evidence.enumerated() where !first.number.isOrdinal {
            for second in evidence.dropFirst(index + 1) where !second.number.isOrdinal {
                guard let unit = first.units.first,
                    let other = second.units.first(where: { $0.measure == unit.measure })
                else { continue }
                let (left, right) = (first.amount(unit), second.amount(other))
                guard left > 0, right > 0, left != right else { continue }
                body(max(left, right), min(left, right), [first, second])
            }
        }
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

    /// 5.2 亿美元 for 800 兆瓦 are 0.65 dollars a watt: the clause says for each of what.
    private func visitRates(
        _ quantity: Quantity, _ unit: Quantity.Unit,
        _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        for each in eachUnits(quantity) where each.measure != unit.measure {
            for whole in operands(unit.measure) {
                for divisor in operands(each.measure) where divisor.value > 0 {
                    body(
                        whole.value / (divisor.value / each.factor), .mean,
                        [whole.quantity, divisor.quantity])
                }
            }
        }
    }

    /// The units that stand behind 每 in the clause of a figure.
    private func eachUnits(_ quantity: Quantity) -> [Quantity.Unit] {
        claim.items.indices.filter { claim.clauses[$0] == quantity.clause }.flatMap { index in
            let start = claim.items[index].range.lowerBound
            // 每公里 may be one word of the files.
            return [start - 1, start].flatMap { Self.eachUnits(in: claim, at: $0, lexicon) }
        }
    }

    private static func eachUnits(
        in reading: Reading, at place: Int, _ lexicon: Lexicon
    ) -> [Quantity.Unit] {
        guard place >= 0, place + 1 < reading.passage.count,
            reading.passage.scalars[place] == 0x6bcf
        else { return [] }
        return lexicon.longest(in: reading.passage, at: place + 1)
            .map { lexicon.units(of: $0.meanings) } ?? []
    }

    /// 26,500 tonnes at 212 dollars a tonne.
    private func visitPrices(
        _ operands: [(value: Double, quantity: Quantity)],
        _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        for price in operands {
            for rate in rates(of: price.quantity) {
                for amount in self.operands(rate.measure)
                where amount.quantity.range != price.quantity.range {
                    body(
                        price.value * amount.value / rate.factor, .product,
                        [price.quantity, amount.quantity])
                }
            }
        }
    }

    /// For each of what a price of the evidence is: 212 dollars a tonne, 每吨 212 元.
    private func rates(of quantity: Quantity) -> [Quantity.Unit] {
        guard !quantity.isClaimed else { return [] }
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let each = evidence.first {
            $0.number.value == 1 && $0.number.form == .words
                && (0...1).contains($0.range.lowerBound - end)
        }
        if let each { return each.units }
        return (max(0, start - 8)..<start).flatMap { Self.eachUnits(in: source, at: $0, lexicon) }
    }
}
