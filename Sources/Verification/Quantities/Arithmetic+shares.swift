extension Arithmetic {
    /// The share of one figure in another, or how far it lies from it.
    func visitShares(
        _ quantity: Quantity, _ body: (Double, Working.Kind, [Quantity]) -> Void
    ) {
        visitRatios { high, low, operands in
            // 1.3 of 2 is 65%, but no fall by 65%.
            let isLevel = quantity.direction == 0 || quantity.role == .to
            if isLevel, isPartOfWhole(operands, quantity) {
                body(low / high * 100, .share, operands)
            }
            if quantity.direction >= 0 { body((high - low) / low * 100, .change, operands) }
            if quantity.direction <= 0 { body((high - low) / high * 100, .change, operands) }
        }
        visitBases(body)
        visitSteps(body)
        if isAdded(quantity) { visitJoined(body) }
        let percents = operands(.percent)
        visitSums(quantity, percents + operands(.point)) { value, kind, operands in
            let hasPoints = operands.contains { $0.units.contains { $0.measure == .point } }
            let isTwo = operands.count == 2 && (kind == .sum || hasPoints)
            if isTwo || operands.count == 3 && kind == .sum && isAdded(quantity) {
                body(value, kind, operands)
            }
        }
        // From 0.6% to 0.15% is a quarter.
        if quantity.number.isShare {
            for (index, first) in percents.enumerated() {
                for second in percents.dropFirst(index + 1)
                where first.value > 0 && second.value > 0 {
                    body(
                        min(first.value, second.value) / max(first.value, second.value) * 100,
                        .share, [first.quantity, second.quantity])
                }
            }
        }
        // 152% of what it was is up 52%.
        for percent in percents where percent.value > 100 {
            body(percent.value - 100, .change, [percent.quantity])
        }
        for percent in percents where percent.value < 100 {
            body(100 - percent.value, .complement, [percent.quantity])
            for other in percents
            where other.quantity.sentence == percent.quantity.sentence
                && other.quantity.range.lowerBound > percent.quantity.range.lowerBound
                && percent.value + other.value < 100
            {
                body(
                    100 - percent.value - other.value, .complement,
                    [percent.quantity, other.quantity])
            }
        }
        for multiple in operands(.multiple) where multiple.value > 0 {
            // Ten times lighter is a tenth.
            if !multiple.quantity.isClaimed,
                [" lighter", " smaller", " lower", " cheaper", " fewer", " shorter", " fainter"]
                    .contains(
                        where: source.text(
                            multiple.quantity.range
                                .upperBound..<multiple.quantity.range.upperBound + 9
                        ).lowercased().hasPrefix)
            {
                body(100 / multiple.value, .share, [multiple.quantity])
            }
            // 0.38 times as much is under four tenths.
            body(multiple.value * 100, .share, [multiple.quantity])
        }
    }

    /// 5,100 and 2,250 of 14,300 are more than a half together.
    private func visitJoined(_ body: (Double, Working.Kind, [Quantity]) -> Void) {
        for (index, whole) in evidence.enumerated() where !whole.isClaimed {
            let parts = evidence.dropFirst(index + 1).filter {
                $0.sentence == whole.sentence && $0.units == whole.units && !$0.number.isOrdinal
            }
            for (first, second) in zip(parts, parts.dropFirst()) {
                let sum = first.number.value + second.number.value
                guard sum < whole.number.value else { continue }
                body(sum / whole.number.value * 100, .share, [whole, first, second])
            }
        }
    }

    /// Cut by 12 to 26: by what share it fell.
    private func visitSteps(_ body: (Double, Working.Kind, [Quantity]) -> Void) {
        for (step, end) in zip(evidence, evidence.dropFirst()) {
            guard step.role == .by, end.role == .to, step.sentence == end.sentence,
                let unit = end.units.first,
                let own = step.units.first(where: { $0.measure == unit.measure })
            else { continue }
            let (change, value) = (step.amount(own), end.amount(unit))
            for base in [value + change, value - change] where base > 0 && change > 0 {
                body(change / base * 100, .change, [step, end])
            }
        }
    }

    /// 61.8, which is 14.2 less than a year before: by what share it fell.
    private func visitBases(_ body: (Double, Working.Kind, [Quantity]) -> Void) {
        for (first, second) in zip(evidence, evidence.dropFirst()) {
            let side = side(second)
            guard side != 0, first.sentence == second.sentence, let unit = first.units.first,
                let other = second.units.first(where: { $0.measure == unit.measure })
            else { continue }
            let base = first.amount(unit) - Double(side) * second.amount(other)
            guard base > 0, second.amount(other) > 0 else { continue }
            body(second.amount(other) / base * 100, .change, [first, second])
        }
    }

    /// Years are no part of years, nor percents of percents, and few things are of those that a word
    /// for a small number counts.
    private func isPartOfWhole(_ operands: [Quantity], _ quantity: Quantity) -> Bool {
        // Nine of its 34.
        if operands.count == 2, operands[0].sentence == operands[1].sentence,
            operands.allSatisfy({ $0.isCount && !$0.isClaimed }),
            [" of ", " of its ", " of the "].contains(
                source.text(
                    operands[0].range
                        .upperBound..<max(
                            operands[0].range.upperBound, operands[1].range.lowerBound))
            )
        {
            return true
        }
        return operands.allSatisfy { operand in
            operand.isClaimed || isCounted(operand)
                || quantity.number.isShare && isSpan(operand)
        }
    }

    /// 7 days are half of 14.
    private func isSpan(_ operand: Quantity) -> Bool {
        operand.units.contains { $0.measure == .physical(lexicon.key("duration")) }
    }

    private func isCounted(_ operand: Quantity) -> Bool {
        !operand.units.contains {
            $0.measure == .percent || $0.measure == .physical(lexicon.key("duration"))
                || $0.measure == .physical(lexicon.key("age"))
        } && (operand.number.form == .digits || operand.number.value >= 10)
    }

    func visitRatios(_ body: (Double, Double, [Quantity]) -> Void) {
        for (index, first) in evidence.enumerated() where !first.number.isOrdinal {
            for second in evidence.dropFirst(index + 1) where !second.number.isOrdinal {
                guard
                    let unit = first.units.first(where: { unit in
                        second.units.contains { $0.measure == unit.measure }
                    }), unit.measure != .point,
                    let other = second.units.first(where: { $0.measure == unit.measure })
                else { continue }
                let (left, right) = (first.amount(unit), second.amount(other))
                guard left > 0, right > 0, left != right else { continue }
                body(max(left, right), min(left, right), [first, second])
            }
        }
    }
}
