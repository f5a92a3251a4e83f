extension Arithmetic {
    /// The likeliest way in which a figure comes out of the evidence's own, to the precision with
    /// which it is told; nil where none does.
    ///
    /// Every pair of figures is tried whose units fit, and every three of one measure that stand close
    /// together. The more ways as good as one come near a figure, the less it proves that one hits it.
    func working(_ figure: Quantity) -> Working? {
        var quantity = figure
        quantity.number.value = abs(figure.number.value)
        let meant = Set(Working.Kind.allCases.filter { isMeant($0, quantity) })
        let told = toldRanges(quantity)
        var best: Working?
        for unit in quantity.units {
            let amount = quantity.amount(unit)
            guard amount > 0, amount.isFinite else { continue }
            var found: [Working] = []
            var merits: [Int: Int] = [:]
            visit(quantity, unit) { signed, kind, operands in
                let value = abs(signed)
                guard value > amount / 2, value < amount * 2 else { return }
                var working = Working(
                    kind: kind, operands: operands, isMeant: meant.contains(kind),
                    told: operands.count { told.contains($0.range) })
                merits[working.merit, default: 0] += 1
                guard meets(quantity, unit, value), goesAlong(working, quantity) else { return }
                working.isSmall = unit.measure == .count && quantity.number.value < 10
                working.isRough = isRough(quantity)
                working.isShown =
                    operands.count == 2 && working.told == 2
                    && [.sum, .difference, .share, .change, .product].contains(kind)
                    && [.none, .about].contains(quantity.bound)
                found.append(working)
            }
            for var working in found {
                let rivals = merits.reduce(0) { $0 + ($1.key >= working.merit ? $1.value : 0) }
                working.chance = Double(rivals) * width(quantity, unit) / (1.5 * amount)
                working.isLinked = isLinked(working)
                working.isNext = places(working.operands).map { abs($0 - $1) == 1 } ?? false
                if best.map({ working.rank > $0.rank }) ?? true { best = working }
            }
        }
        return best
    }

    /// Which figures of the evidence the sentence tells as well.
    private func toldRanges(_ quantity: Quantity) -> Set<Range<Int>> {
        let others = claim.quantities.filter { $0.range != quantity.range }
        return Set(
            evidence.lazy.filter { figure in
                figure.isClaimed
                    || others.contains { lexicon.agreement(of: $0, with: figure) == .full }
            }.map(\.range))
    }

    /// A worked-out change goes the way that its figures tell of.
    private func goesAlong(_ working: Working, _ quantity: Quantity) -> Bool {
        let operands = working.operands
        if operands.count == 2, let (first, second) = places(operands), abs(first - second) <= 2 {
            // What lies above another is not added to it.
            let sides = sides(operands)
            if working.kind == .sum, sides.sorted() == [0, 1], !isAdded(quantity),
                !operands.contains(where: isAddition)
            {
                return false
            }
            if working.kind == .difference, sides.contains(-1), !sides.contains(1),
                !working.isMeant || isBefore(quantity) && !isCompared(quantity)
            {
                return false
            }
        }
        // What is 多 or 少 than another has not risen or fallen, and who rises has a smaller rank.
        guard [.difference, .change].contains(working.kind), operands.count == 2,
            quantity.direction != 0, !isCompared(quantity),
            !operands[0].number.isOrdinal, operands[0].role != .by,
            let unit = operands[0].units.first,
            let other = operands[1].units.first(where: { $0.measure == unit.measure })
        else { return true }
        let (from, to) =
            operands[0].role == .from || operands[1].role == .to
            ? ((operands[0], unit), (operands[1], other))
            : ((operands[1], other), (operands[0], unit))
        if (from.0.role == .from || to.0.role == .to) && from.0.role != .to {
            return (to.0.amount(to.1) > from.0.amount(from.1)) == (quantity.direction > 0)
        }
        let told = operands.map(\.direction).filter { $0 != 0 }
        return told.isEmpty || told.contains(quantity.direction)
    }
}
