/// Figures that a sentence may work out from its evidence: sums, differences, shares, changes
/// between endpoints. Each only where the sentence's own words say that it was worked out so.
struct Arithmetic {
    let claim: Reading
    /// The text that its figures stand in, and those of them that can be worked with.
    let source: Reading
    private(set) var evidence: [Quantity]
    let lexicon: Lexicon

    init(_ claim: Reading, _ source: Reading, lexicon: Lexicon = .shared) {
        self.claim = claim
        self.source = source
        self.lexicon = lexicon
        // More figures than any sentence works with; the bound keeps the cost small.
        evidence = Array(source.quantities.lazy.filter { !$0.number.isVague }.prefix(36))
    }

    /// Counts a figure of the sentence itself among those to work with.
    mutating func add(_ quantity: Quantity) {
        guard quantity.number.value > 0, !quantity.number.isOrdinal, evidence.count < 40,
            !evidence.contains(where: { lexicon.agreement(of: quantity, with: $0) == .full })
        else { return }
        var quantity = quantity
        quantity.isClaimed = true
        evidence.append(quantity)
    }

    func derives(_ quantity: Quantity) -> Bool {
        quantity.units.contains { unit in
            switch unit.measure {
            case .percent:
                shares(quantity) || complements(quantity) || changes(quantity)
                    || sums(quantity, unit) || isTwoNamed(quantity, unit)
                    || bases(quantity, unit)
            case .point: differences(quantity, unit)
            case .multiple: ratios(quantity)
            case .money, .physical, .count:
                sums(quantity, unit) || differences(quantity, unit) || products(quantity, unit)
                    || portions(quantity, unit) || quotients(quantity, unit)
                    || wholes(quantity, unit) || isBaseNamed(quantity, unit)
                    || rivals(quantity, unit)
            }
        }
    }

    /// Whether one of these words stands in the figure's own clause.
    func has(_ words: [String], by quantity: Quantity) -> Bool {
        let inside = claim.items.indices.filter { claim.clauses[$0] == quantity.clause }
        guard let first = inside.first, let last = inside.last else { return false }
        // What begins a clause is often no item: look back to the mark before it.
        let start = first > 0 ? claim.items[first - 1].range.upperBound : 0
        let end =
            last + 1 < claim.items.count ? claim.items[last].range.upperBound : claim.passage.count
        return claim.passage.holdsAny(words, in: start..<min(end, start + 400))
    }

    func values(_ unit: Quantity.Unit) -> [Double] {
        evidence.compactMap { quantity in
            quantity.units.first { $0.measure == unit.measure || isPercentage($0, unit) }
                .map { quantity.amount($0) }
        }
    }

    func isPercentage(_ left: Quantity.Unit, _ right: Quantity.Unit) -> Bool {
        [left.measure, right.measure].allSatisfy { $0 == .percent || $0 == .point }
    }

    func equals(_ quantity: Quantity, _ unit: Quantity.Unit, _ value: Double) -> Bool {
        let amount = quantity.amount(unit)
        let step = quantity.number.step * unit.factor
        // 约 41.2 亿 is no 43.
        let loose = quantity.number.digits >= 3 ? step : abs(amount) * 0.05
        let margin = max(step * 0.5001, quantity.bound == .none ? 0 : loose)
        return abs(amount - value) <= margin + abs(value) * 1e-9
    }

    func pairs() -> [(Double, Double)] {
        var pairs: [(Double, Double)] = []
        for (index, first) in evidence.enumerated() {
            for second in evidence.dropFirst(index + 1) {
                guard let unit = first.units.first,
                    let other = second.units.first(where: { $0.measure == unit.measure }),
                    unit.measure != .point, !first.number.isOrdinal, !second.number.isOrdinal
                else { continue }
                let (left, right) = (first.amount(unit), second.amount(other))
                if left > 0, right > 0, left != right { pairs.append((left, right)) }
            }
        }
        return pairs
    }

    /// ±0.6 points, or half of the last digit shown: what readers would round alike.
    func isNear(_ quantity: Quantity, _ percent: Double) -> Bool {
        let margin =
            quantity.bound == .none && !quantity.number.isShare
            ? min(0.6, max(quantity.number.step * 0.6, 0.06)) : max(0.6, percent * 0.05)
        let value = quantity.number.value * percentFactor(quantity)
        switch quantity.bound {
        case .over, .atLeast, .above: return percent >= value && percent <= value * 1.15
        case .under, .atMost, .below, .nearly:
            return percent <= value && percent >= value * 0.85
        case .none, .about: return abs(value - percent) <= margin
        }
    }

    private func percentFactor(_ quantity: Quantity) -> Double {
        quantity.units.first { $0.measure == .percent }?.factor ?? 1
    }
}
