import Domain
import Foundation

extension ClaimCheck {
    /// A span of time or an age: a bare figure is as often one as the other.
    func isTime(_ quantity: Quantity) -> Bool {
        quantity.units.contains {
            $0.measure == .physical(lexicon.key("duration"))
                || $0.measure == .physical(lexicon.key("age"))
        }
    }

    /// The way in which a figure comes out of the evidence's; none for one that is a slip of the pen,
    /// unless the sentence says that it was worked out, and none where a power of ten explains it.
    func worked(_ quantity: Quantity, _ arithmetic: Arithmetic, isScaled: Bool) -> Working? {
        guard !quantity.number.isVague,
            let working = arithmetic.working(quantity), working.isLikely,
            working.isMeant && working.told > 0 && !hasManyDigits(quantity)
                || working.isLinked || working.told == working.operands.count
                || !isMiswritten(quantity),
            !isScaled || working.isLinked
                || working.isCertain && !working.movesPoint
                    && (working.isOfOneSentence || !working.isPercent),
            isOfSubject(working, quantity)
        else { return nil }
        return working
    }

    /// 3.9 吉瓦，是上年的 2.6 倍: what is 2.6 times as much are the 3.9, and no two other figures.
    private func isOfSubject(_ working: Working, _ quantity: Quantity) -> Bool {
        guard [.multiple, .share].contains(working.kind), working.operands.count == 2,
            let subject = subject(of: quantity)
        else { return true }
        let theirs = grounds.near.quantities.filter {
            lexicon.agreement(of: subject, with: $0) == .full
        }
        return theirs.isEmpty
            || working.operands.contains { operand in
                lexicon.agreement(of: subject, with: operand) == .full
                    || theirs.contains { $0.range == operand.range }
            }
    }

    /// 17400 美元，是低点的三倍多, where no figure of the evidence is a third of the 17,400.
    func isNoMultiple(_ quantity: Quantity, _ arithmetic: Arithmetic) -> Bool {
        guard let unit = quantity.units.first(where: { $0.measure == .multiple }),
            !quantity.number.isShare, quantity.number.value >= 1.5,
            let subject = subject(of: quantity)
        else { return false }
        let theirs = grounds.near.quantities.filter {
            lexicon.agreement(of: subject, with: $0) == .full
        }
        guard let figure = theirs.first, let own = figure.units.first else { return false }
        let ratios = grounds.near.quantities.compactMap { other -> Double? in
            guard other.range != figure.range, other.number.value > 0,
                let unit = other.units.first(where: { $0.measure == own.measure })
            else { return nil }
            return figure.amount(own) / other.amount(unit)
        }
        return !ratios.isEmpty && !ratios.contains { arithmetic.meets(quantity, unit, $0) }
    }

    /// The figure of which another says how many times or what share it is.
    private func subject(of quantity: Quantity) -> Quantity? {
        let others = claim.quantities.filter {
            $0.range != quantity.range && $0.sentence == quantity.sentence && isChecked($0)
                && !isNamed($0)
                && !isTime($0) && !$0.number.isOrdinal && !$0.number.isShare
                && $0.units.allSatisfy { ![.percent, .multiple, .point].contains($0.measure) }
        }
        if let before = others.last(where: { $0.range.upperBound <= quantity.range.lowerBound }) {
            let between = claim.text(between: before.range, and: quantity.range)
            if between.count <= 30, !between.contains(where: { "；;。".contains($0) }),
                ["是", "为", "相当于"].contains(where: between.contains)
            {
                return before
            }
        }
        return others.first { other in
            guard quantity.range.upperBound <= other.range.lowerBound else { return false }
            let between = claim.text(between: quantity.range, and: other.range)
                .filter { !" ，,".contains($0) }
            return ["达", "达到", "至", "为", "约为"].contains(between)
        }
    }

    /// A judge is asked whether what a figure comes out of is what it is told of.
    func derived(_ quantity: Quantity, _ working: Working, _ words: String) -> Problem {
        let operands = working.operands.map { operand in
            "\"\(operand.isClaimed ? claim.text(operand.range) : grounds.near.text(operand.range))\""
        }
        return Problem(
            rule: "number.derived", severity: .soft,
            message: "\"\(words)\" stands nowhere, but is \(working.kind.words(operands)); "
                + "is that what the sentence tells of?")
    }

    /// 52%, down from 61%; 27%, compared with 19%.
    func isCompared(_ operands: [Quantity]) -> Bool {
        let ranges = operands.filter { !$0.isClaimed }.map(\.range)
            .sorted { $0.lowerBound < $1.lowerBound }
        guard ranges.count == 2, operands.allSatisfy({ $0.role != .by }) else { return false }
        let between = grounds.near.text(between: ranges[0], and: ranges[1]).lowercased()
        return ["from", "compared", "against", "versus", "由", "从", "上年", "去年"].contains(
            where: between.contains)
    }

    /// 研发投入 8.3 亿元，占营收 41%，据此推算: what was worked out comes from the figures that stand there.
    func leavesOut(
        _ working: Working, _ quantity: Quantity, _ arithmetic: Arithmetic
    ) -> Bool {
        guard arithmetic.isReckoned, working.told < working.operands.count, !working.isLinked else {
            return false
        }
        return claim.quantities.count { other in
            other.range != quantity.range
                && grounds.near.quantities.contains {
                    lexicon.agreement(of: other, with: $0) == .full
                }
        } > 1
    }

    /// Another figure of the evidence, which the sentence does not tell, that this one can stand for:
    /// without one it was worked out, or reads otherwise than it is written.
    func hasRival(_ quantity: Quantity) -> Bool {
        let near = grounds.near
        return near.quantities.contains { other in
            (isAlike(other, quantity) || quantity.isMoney && other.isMoney
                || quantity.isPhysical && other.isPhysical)
                && !claim.quantities.contains {
                    lexicon.agreement(of: $0, with: other) == .full
                        && ($0.number.value == other.number.value || $0.units != other.units)
                }
        }
    }

    /// 约需 6 年才能收回: the sentence reckons by itself, from figures that the evidence leaves out.
    func isEstimate(_ quantity: Quantity, _ arithmetic: Arithmetic) -> Bool {
        arithmetic.has(Arithmetic.reckoned + ["才能"], by: quantity)
            && !arithmetic.evidence.contains { isAlike($0, quantity) }
    }

    /// The sentence says that it works a figure out, and no slip of the pen explains it: how it was
    /// worked out may be beyond `Arithmetic`.
    func isReckoning(_ quantity: Quantity, _ arithmetic: Arithmetic) -> Bool {
        Working.Kind.allCases.contains { $0 != .multiple && arithmetic.isSaid($0, quantity) }
            && isUnexplained(quantity, arithmetic)
    }

    /// No slip of the pen explains a figure that the evidence does not have, nor is it known what its
    /// one or two figures come to.
    func isUnexplained(_ quantity: Quantity, _ arithmetic: Arithmetic) -> Bool {
        // Every slip of every figure is tried: who tells a dozen figures works none out.
        guard claim.quantities.count <= 12,
            arithmetic.evidence.count(where: { !$0.isClaimed }) > 2,
            !quantity.number.isOrdinal, !isPartOfTime(quantity),
            !quantity.isCount || quantity.number.shownDigits.count > 1
        else { return false }
        return !hasManyDigits(quantity) && arithmetic.working(quantity)?.isMeant == true
            || !isMistaken(quantity, arithmetic)
    }

    /// So many that none is hit by chance.
    private func hasManyDigits(_ quantity: Quantity) -> Bool {
        quantity.number.toldDigits.count > 2 && !quantity.number.isShare
    }

    /// 3 小时 20 分 is read as it is, and 3 月 32 日 is no day.
    private func isPartOfTime(_ quantity: Quantity) -> Bool {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let numbers = claim.text(start..<end).split { !$0.isNumber && $0 != "." }
        let follows = claim.quantities.contains {
            (start - 1...start).contains($0.range.upperBound)
        }
        // 48 时 is no hour.
        if claim.text(end..<end + 2).filter({ $0 != " " }).hasPrefix("时") { return true }
        return isTime(quantity) && (numbers.count > 1 || follows)
            || claim.text(max(0, start - 2)..<start).contains("月")
                && claim.text(start..<end + 2).contains("日")
    }

    /// One change of the pen makes the figure one of the evidence that the sentence does not tell, or
    /// what others come to that it does.
    private func isMistaken(_ quantity: Quantity, _ arithmetic: Arithmetic) -> Bool {
        let untold = untold
        let currencies = Set(
            grounds.near.quantities.flatMap(\.units).compactMap { unit in
                if case .money(let key) = unit.measure { key } else { nil }
            })
        return lexicon.slips(of: quantity, currencies: currencies).contains { slip in
            let isOther = untold.contains { other in
                (other.number.toldDigits.count <= quantity.number.toldDigits.count
                    || other.number.shownDigits.count == quantity.number.shownDigits.count
                    || other.units.first?.measure != quantity.units.first?.measure
                    || quantity.isPhysical)
                    && (lexicon.agreement(of: slip, with: other) >= .bound
                        || isBareAmount(other, of: quantity)
                            && slip.number.shownDigits != quantity.number.shownDigits
                            && slip.number.value == other.number.value)
            }
            if isOther { return true }
            guard let working = arithmetic.working(slip) else { return false }
            // What the figures come to goes the other way.
            if slip.direction != quantity.direction, working.isLikely { return true }
            if working.told == working.operands.count,
                working.isLikely
                    || working.isSumOrDifference && quantity.number.toldDigits.count > 1
            {
                return true
            }
            return working.isCertain
                && (working.isLinked || slip.number.shownDigits == quantity.number.shownDigits
                    || quantity.number.shownDigits.count >= (working.told > 0 ? 2 : 3))
        }
    }

    /// 24.31 per euro, and 830 million: an amount of money that names no currency.
    private func isBareAmount(_ other: Quantity, of quantity: Quantity) -> Bool {
        quantity.isMoney && other.isCount && quantity.number.shownDigits.count > 1
            && other.number.shownDigits.count == quantity.number.shownDigits.count
            && (other.number.hasScale || other.number.step < 1)
    }

    /// The figures of the evidence that the sentence does not tell.
    private var untold: [Quantity] {
        let evidence = grounds.near.quantities
        let told = claim.quantities.flatMap { ours in
            let same = evidence.filter { lexicon.agreement(of: ours, with: $0) == .full }
            let exact = same.filter { $0.number.value == ours.number.value }
            return (exact.isEmpty ? same : exact).map(\.range)
        }
        return evidence.filter { !told.contains($0.range) }
    }

    /// Another digit, or two that change places, make the figure one of the evidence that the sentence
    /// does not tell.
    private func isMiswritten(_ quantity: Quantity) -> Bool {
        let untold = untold
        return quantity.number.toldDigits.count > 1
            && quantity.misread.contains { slip in
                untold.contains { other in
                    isAlike(other, quantity)
                        && other.number.toldDigits.count == quantity.number.toldDigits.count
                        && lexicon.agreement(of: slip, with: other) >= .bound
                }
            }
    }
}
