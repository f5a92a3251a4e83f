import Foundation

/// How far a figure of a sentence follows from a figure of its evidence. The order is that of
/// merit: what agrees in all hides what agrees in part.
enum Agreement: Int, Comparable, Sendable {
    /// Another value.
    case none
    /// The same value in another currency, or of another kind.
    case currency, unit
    /// 25% for 25 percentage points.
    case percent
    /// Ten, a hundred, a thousand times too much or too little.
    case scale
    /// At least for at most.
    case bound
    /// A bound was lost or added.
    case hedge
    case full

    static func < (left: Agreement, right: Agreement) -> Bool { left.rawValue < right.rawValue }
}

extension Lexicon {
    /// Compares a figure of a sentence with one of its evidence.
    func agreement(of claim: Quantity, with evidence: Quantity) -> Agreement {
        if claim.number.isOrdinal, evidence.number.isShare, evidence.number.value > 0 {
            // a third strike
            return abs(100 / evidence.number.value - claim.number.value) < 0.01 ? .full : .none
        }
        let isNth =
            evidence.number.isOrdinal && claim.number.value == evidence.number.value
            || evidence.number.isShare && evidence.number.value > 0
                && abs(100 / evidence.number.value - claim.number.value) < 0.01
        if isNth,
            claim.units.contains(where: {
                $0.measure == .physical(key("duration")) && $0.factor >= 604_800
            })
        {
            // 连续五个月 for the fifth month in a row
            return .full
        }
        // 连续第 16 年 for 16 years in a row
        if claim.number.isOrdinal, claim.number.value == evidence.number.value,
            claim.number.value > 2,
            evidence.units.contains(where: {
                $0.measure == .physical(key("duration")) && $0.factor >= 604_800
            })
        {
            return .full
        }
        // A rank is a rank, or a number that names one: No 3, stage 2.
        if claim.number.isOrdinal, !evidence.number.isOrdinal,
            !evidence.units.allSatisfy({ $0.measure == .count })
        {
            return .none
        }
        var best = Agreement.none
        for ours in claim.units {
            for theirs in evidence.units {
                best = max(best, agreement(claim, ours, evidence, theirs))
            }
        }
        return best
    }

    private func agreement(
        _ claim: Quantity, _ ours: Quantity.Unit, _ evidence: Quantity, _ theirs: Quantity.Unit
    ) -> Agreement {
        let values = converted(evidence, theirs, to: ours, claim)
        guard !values.isEmpty else {
            guard
                claim.number.value == evidence.number.value
                    || isRounded(claim, ours, evidence.number.value * theirs.factor, false)
            else { return .none }
            let mismatch = mismatch(ours.measure, theirs.measure)
            return mismatch == .percent && claim.number.value != evidence.number.value
                ? .none : mismatch
        }
        return values.map { value in
            agreement(
                claim, ours, evidence, value,
                isConverted: ours.measure != theirs.measure && !areYears(ours, theirs)
                    || ours.factor != theirs.factor && ours.measure == theirs.measure)
        }.max() ?? .none
    }

    private func agreement(
        _ claim: Quantity, _ ours: Quantity.Unit, _ evidence: Quantity, _ value: Double,
        isConverted: Bool
    ) -> Agreement {
        if claim.number.isVague || evidence.number.isVague {
            return isMagnitude(claim, evidence) ? .full : .none
        }
        // 超过 34 万 is not true of 336,681, however it is rounded.
        let isFloor = claim.bound.side != 0 && !claim.isBoundLoose && evidence.bound.side == 0
        let isEqual = nearlyEqual(claim.amount(ours), value)
        if isRounded(claim, ours, value, isConverted), !isFloor || isEqual {
            return hedges(claim, evidence, isEqual: isEqual)
        }
        if isBounded(claim, ours, value, evidence) { return .full }
        let ratio = claim.amount(ours) / value
        // 50 seats are no slip of five points, 两 none of 200,000 and 三年 none of 30.
        let isFew =
            !claim.number.hasScale
            && (ours.measure == .count && claim.number.value < 100 && !evidence.isCount
                || claim.number.form == .han && claim.number.value < 10)
        if ratio > 0, !isFew, ratio.isFinite, claim.number.value >= 1 {
            let power = log10(ratio)
            // 2025 is no slip of 203.
            let scaled = value * pow(10, power.rounded())
            if abs(power.rounded()) >= 1, abs(power.rounded()) <= 6,
                abs(power - power.rounded()) < 0.002,
                abs(scaled - claim.amount(ours))
                    <= max(claim.number.step * ours.factor * 0.51, scaled * 1e-4)
            {
                return .scale
            }
        }
        return .none
    }

    /// A year of age is a year.
    private func areYears(_ ours: Quantity.Unit, _ theirs: Quantity.Unit) -> Bool {
        let (age, duration) = (Measure.physical(key("age")), Measure.physical(key("duration")))
        return ours.measure == age && theirs.measure == duration && theirs.factor > 3e7
            || ours.measure == duration && theirs.measure == age && ours.factor > 3e7
    }

    /// The values that the evidence's figure can have in the sentence's dimension; none where one
    /// does not convert into the other.
    private func converted(
        _ evidence: Quantity, _ theirs: Quantity.Unit, to ours: Quantity.Unit, _ claim: Quantity
    ) -> [Double] {
        let value = evidence.amount(theirs)
        // 翻一番 for 提高一倍
        if ours.measure == .multiple, theirs.measure == .multiple, claim.isLoose, !evidence.isLoose,
            evidence.role == .by, evidence.direction > 0
        {
            return [value, value + 1]
        }
        if ours.measure == theirs.measure { return [value] }
        switch (ours.measure, theirs.measure) {
        case (.physical(let our), .physical(let their)):
            switch (names[our], names[their]) {
            // A difference of temperatures converts without the offset.
            case ("celsius", "fahrenheit"):
                return [(value - 32) / 1.8] + (claim.role == .by ? [value / 1.8] : [])
            case ("fahrenheit", "celsius"):
                return [value * 1.8 + 32] + (claim.role == .by ? [value * 1.8] : [])
            case ("celsius", "kelvin"): return [value - 273.15]
            case ("kelvin", "celsius"): return [value + 273.15]
            case ("age", "duration"): return [value / 31_556_952]
            case ("duration", "age"): return [value * 31_556_952]
            // 时速 80 公里
            case ("length", "speed"): return [value * 1000]
            case ("speed", "length"): return [value / 1000]
            case (let our, let their) where our == "degree" || their == "degree": return [value]
            default: return []
            }
        // 6 分 are six cents.
        case (.physical(let our), .money)
        where names[our] == "points" && theirs.factor == 0.01:
            return [evidence.number.value]
        // 54秒60 for `in 54.60`
        case (.physical(let our), .count)
        where names[our] == "duration" && ours.factor == 1 && claim.number.step < 0.1
            && claim.number.step == evidence.number.step:
            return [value]
        // 2.1 points higher than a percent
        case (.point, .physical(let their)) where names[their] == "points": return [value]
        case (.physical(let our), .count) where isSoft(our): return [value]
        case (.count, .physical(let their)) where isSoft(their): return [value]
        case (.percent, .multiple):
            // Doubled is up 100%, halved down 50%.
            if claim.direction != 0, (value > 1) != (claim.direction > 0) { return [] }
            return claim.role == .to ? [value * 100] : [abs(value - 1) * 100]
        case (.multiple, .percent) where evidence.number.isShare: return [value / 100]
        default: return []
        }
    }

    /// Dimensions that texts often leave unsaid: an age, points, a magnitude.
    private func isSoft(_ dimension: Key) -> Bool {
        ["age", "points", "magnitude", "rank", "degree", "teu", "pixel"].contains(names[dimension])
    }

    private func mismatch(_ ours: Measure, _ theirs: Measure) -> Agreement {
        switch (ours, theirs) {
        case (.money, .money): .currency
        case (.percent, .point), (.point, .percent): .percent
        default: .unit
        }
    }

    private func nearlyEqual(_ left: Double, _ right: Double) -> Bool {
        abs(left - right) <= 1e-9 * max(abs(left), abs(right))
    }

    /// Within half a unit of the last digit shown; a whole one where units were converted.
    private func isRounded(
        _ claim: Quantity, _ unit: Quantity.Unit, _ value: Double, _ isConverted: Bool
    ) -> Bool {
        let amount = claim.amount(unit)
        let step = abs(claim.number.step * unit.factor)
        guard amount.isFinite, value.isFinite else { return false }
        if nearlyEqual(amount, value) { return true }
        let isExact = step <= unit.factor && !isConverted && claim.number.form == .digits
        // 49.7 km for 31 miles is told as 50 or 49, but 2.4 cm are no 3.
        let isLoose = isConverted && unit.measure != .multiple
        let margin = (isLoose ? min(step, max(step / 2, amount * 0.08)) : step / 2) * 1.000001
        if abs(amount - value) <= margin {
            return !isExact || step < unit.factor || !isWhole(value)
        }
        // 约 21.5% is no 22.5%.
        if claim.bound == .about, claim.number.toldDigits.count < 3 {
            return abs(amount - value) <= abs(amount) * 0.05
        }
        return false
    }

    private func isWhole(_ value: Double) -> Bool { value == value.rounded() }

    /// 超过 300 for 305, 近 60% for 58%.
    private func isBounded(
        _ claim: Quantity, _ unit: Quantity.Unit, _ value: Double, _ evidence: Quantity
    ) -> Bool {
        let amount = claim.amount(unit)
        // 最多 24818 is no bound of 24,188: who bounds a figure rounds it.
        guard amount > 0, claim.number.toldDigits.count < max(3, evidence.number.toldDigits.count)
        else { return false }
        switch claim.bound {
        case .over, .atLeast, .above:
            return !claim.isBoundLoose && evidence.bound.side >= 0 && evidence.bound != .nearly
                && value >= amount
                && value <= amount * (claim.number.isShare ? 1.3 : 1.15)
        case .under, .atMost, .below:
            return evidence.bound.side <= 0 && value <= amount && value >= amount * 0.85
        case .nearly: return evidence.bound.side <= 0 && value < amount && value >= amount * 0.9
        case .about: return abs(value - amount) <= amount * 0.05
        case .none: return false
        }
    }

    /// 数百 for hundreds, and for 340.
    private func isMagnitude(_ claim: Quantity, _ evidence: Quantity) -> Bool {
        let (ours, theirs) = (claim.number.value, evidence.number.value)
        guard claim.number.isVague else { return false }
        return theirs >= ours * 0.9 && theirs < ours * 10
    }

    private func hedges(_ claim: Quantity, _ evidence: Quantity, isEqual: Bool) -> Agreement {
        let (ours, theirs) = (claim.bound, evidence.bound)
        if claim.isBoundLoose, theirs.side * ours.side >= 0 || isLoose(evidence) { return .full }
        switch (ours, theirs) {
        case (.nearly, _) where theirs.side > 0, (_, .nearly) where ours.side > 0: return .bound
        case (_, _) where ours.side * theirs.side < 0: return .bound
        case (.none, _) where theirs.side != 0:
            if theirs == .above || theirs == .below || isLoose(evidence) || evidence.isBoundLoose {
                return .full
            }
            return .hedge
        case (.about, _) where theirs.side != 0: return isLoose(evidence) ? .full : .hedge
        case (.over, .none), (.under, .none), (.atLeast, .none), (.atMost, .none):
            return isEqual ? .hedge : .full
        case (_, .about) where ours.side != 0 && ours != .above && ours != .below:
            return isEqual ? .hedge : .full
        default: return .full
        }
    }

    /// `over three years` is during three years as often as more than three, and `over 500 metres`
    /// the length of a race.
    private func isLoose(_ evidence: Quantity) -> Bool {
        evidence.units.contains {
            $0.measure == .physical(key("duration")) || $0.measure == .physical(key("length"))
        } && (evidence.bound == .over || evidence.bound == .under)
    }
}
