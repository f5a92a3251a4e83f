extension Arithmetic {
    /// 5.2 亿美元 for 800 兆瓦 are 0.65 dollars a watt: the clause says for each of what.
    func visitRates(
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
    func visitPrices(
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
