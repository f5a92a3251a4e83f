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
            working.isMeant || working.isLinked || !isSlip(quantity),
            !isScaled || working.isLinked || working.isCertain
        else { return nil }
        return working
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

    /// 约需 6 年才能收回: the sentence reckons by itself, from figures that the evidence leaves out.
    func isEstimate(_ quantity: Quantity, _ arithmetic: Arithmetic) -> Bool {
        arithmetic.has(Arithmetic.reckoned + ["才能"], by: quantity)
            && !arithmetic.evidence.contains { isAlike($0, quantity) }
    }

    /// A digit that is another one, or two that have changed places, in a figure of the evidence that
    /// the sentence does not tell.
    func isSlip(_ quantity: Quantity) -> Bool {
        let ours = digits(quantity)
        guard ours.count >= 2 else { return false }
        return grounds.near.quantities.contains { other in
            let theirs = digits(other)
            guard isAlike(other, quantity), isOfOneSize(other, quantity),
                theirs.count == ours.count, theirs != ours,
                !claim.quantities.contains(where: {
                    lexicon.agreement(of: $0, with: other) == .full
                })
            else { return false }
            let differing = zip(ours, theirs).count { $0 != $1 }
            return differing == 1 && ours.count >= 3
                || differing == 2 && ours.sorted() == theirs.sorted()
        }
    }

    /// Between the same powers of ten.
    private func isOfOneSize(_ left: Quantity, _ right: Quantity) -> Bool {
        left.units.contains { unit in
            right.units.contains { other in
                let (a, b) = (left.amount(unit), right.amount(other))
                return unit.measure == other.measure && a > 0 && b > 0
                    && log10(a).rounded(.down) == log10(b).rounded(.down)
            }
        }
    }

    /// The digits of a figure without zeros on either side.
    private func digits(_ quantity: Quantity) -> [Int] {
        guard quantity.number.digits <= 15, quantity.number.value < 1e15, quantity.number.step > 0
        else { return [] }
        var value = (quantity.number.value / quantity.number.step).rounded()
        var digits: [Int] = []
        while value >= 1, digits.count < 16 {
            digits.append(Int(value.truncatingRemainder(dividingBy: 10)))
            value = (value / 10).rounded(.down)
        }
        while digits.first == 0 { digits.removeFirst() }
        return digits
    }
}
