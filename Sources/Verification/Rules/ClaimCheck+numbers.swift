import Domain

extension ClaimCheck {
    /// Every figure of the sentence follows from one of the evidence, with unit, bound and
    /// direction, or is worked out from several.
    mutating func checkNumbers() {
        checkEnds()
        checkStarts()
        checkSelf()
        checkScores()
        checkRanges()
        let evidence = grounds.near.quantities
        var arithmetic = Arithmetic(claim, grounds.near, lexicon: lexicon)
        var left: [[Quantity]] = []
        var index = 0
        while index < claim.quantities.count {
            // Several readings of one number stand side by side: one that holds is enough.
            let first = claim.quantities[index]
            var readings = [first]
            while index + readings.count < claim.quantities.count,
                claim.quantities[index + readings.count].range.lowerBound == first.range.lowerBound
            {
                readings.append(claim.quantities[index + readings.count])
            }
            index += readings.count
            guard isChecked(first), !isNamed(first) else { continue }
            let problem = problem(of: readings, evidence, arithmetic)
            // What was worked out can be worked with, by figures before it as well.
            if problem?.severity == .hard {
                left.append(readings)
            } else {
                arithmetic.add(first)
                if let problem { find(problem) }
            }
        }
        for problem in left.compactMap({ problem(of: $0, evidence, arithmetic) }) { find(problem) }
        checkParts()
        checkPlaced()
    }

    private mutating func find(_ problem: Problem) {
        find(problem.rule, problem.severity, problem.message)
    }

    /// What is wrong with every reading of one number; what may be asked goes before what condemns.
    private mutating func problem(
        of readings: [Quantity], _ evidence: [Quantity], _ arithmetic: Arithmetic
    ) -> Problem? {
        let results = readings.map { check($0, evidence, arithmetic) }
        let isSoft = results.contains { $0?.severity == .soft }
        if results.contains(where: { $0 == nil }) { return nil }
        return results.lazy.compactMap { $0 }.first { !isSoft || $0.severity == .soft }
    }

    private mutating func check(
        _ quantity: Quantity, _ evidence: [Quantity], _ arithmetic: Arithmetic
    ) -> Problem? {
        let words = claim.text(quantity.range)
        if quantity.number.digits > 15 {
            return holds(quantity)
                ? nil
                : Problem(
                    rule: "number.absent", severity: .hard,
                    message: "\"\(words)\" does not stand in the evidence")
        }
        if isRank(quantity) {
            if hasRank(quantity) { return nil }
            if let rival = rivalRank() {
                return Problem(
                    rule: "number.rank", severity: .hard,
                    message: "\"\(words)\" is no rank of the evidence, which has \"\(rival)\"")
            }
            if grounds.near.namesPlace(Int(quantity.number.value)) { return nil }
        }
        if isNumbered(quantity) { return nil }
        let ranked = evidence.map { ($0, lexicon.agreement(of: quantity, with: $0)) }
        var best = ranked.map(\.1).max() ?? .none
        // 六周 is no `six`, where the evidence has eight weeks.
        if best == .unit, isTime(quantity), !quantity.isCount, quantity.number.digits <= 2,
            quantity.number.step == 1,
            ranked.allSatisfy({ $0.1 == .none || $0.0.isCount || !$0.0.isPhysical }),
            hasRival(quantity)
        {
            best = .none
        }
        if best == .full, isTurned(quantity, ranked) { best = .bound }
        // 五倍 is no 4.5 seconds: what comes to a multiple was worked out, or is wrong.
        if best == .unit, quantity.units.allSatisfy({ $0.measure == .multiple }) { best = .none }
        if [.hedge, .full].contains(best), !isRangeEnd(quantity),
            isOtherEnd(quantity, ranked.filter { $0.1 == best }.map(\.0))
        {
            return Problem(
                rule: "number.bound", severity: .hard,
                message: "\"\(words)\" is the other end of a range in the evidence")
        }
        if best == .bound, isCheaper(quantity, ranked.filter { $0.1 == .bound }.map(\.0)) {
            return nil
        }
        if best == .hedge {
            let (side, alike) = (quantity.bound.side, ranked.filter { $0.1 == .hedge }.map(\.0))
            if isConversion(quantity) || isRangeEnd(quantity) || isOwnEnd(quantity, alike)
                || isCapped(side, alike) || comparesRightly(quantity) || isBoundInWords(quantity)
            {
                return nil
            }
            // 不到 4% for 310 of 7,900, where something else is just 4%.
            if quantity.bound != .none, let working = worked(quantity, arithmetic, isScaled: false),
                working.isMeant || working.kind == .share && working.told > 0
            {
                return derived(quantity, working, words)
            }
            if addsBound(quantity), isCapped(-side, alike) {
                return Problem(
                    rule: "number.bound", severity: .hard,
                    message: "\"\(words)\" turns the bound of the evidence around")
            }
        }
        if best == .full {
            let matches = ranked.filter { $0.1 == .full }.map(\.0)
            if isPointsApart(quantity, matches) { return points(words) }
            if isDiscount(quantity, matches) {
                return Problem(
                    rule: "number.percent", severity: .hard,
                    message: "\"\(words)\" is what the discount of the evidence leaves")
            }
            if let prior = prior(quantity, matches, words) { return prior }
            if [.about, .nearly].contains(quantity.bound) {
                // 约 425 亿 is as near to 413 as to what 518 was before, and 近四成 to 41.7% as to a share.
                workings[quantity.range.lowerBound] = worked(
                    quantity, arithmetic, isScaled: false)
            }
            guard let turned = direction(quantity, matches, words) else {
                return basis(quantity, matches, words)
            }
            // 逾四分之一 may be of two other figures than the 26% that rose.
            guard quantity.bound != .none || quantity.number.isShare,
                let working = worked(quantity, arithmetic, isScaled: false)
            else { return turned }
            workings[quantity.range.lowerBound] = working
            return working.isCertain ? nil : derived(quantity, working, words)
        }
        // A figure that the evidence has, but otherwise, is not worked out from two others.
        let isOwn = [.currency, .percent, .bound, .hedge].contains(best)
        if isListed(quantity) || isElapsed(quantity) || isEarlyYear(quantity)
            || isTolerated(quantity) || isRestOfDiscount(quantity) || isOfScore(quantity)
            || isGrownTo(quantity)
        {
            return nil
        }
        if best == .scale, isPerShare(quantity, ranked.filter { $0.1 == .scale }.map(\.0)) {
            return nil
        }
        if isPointsApart(quantity, []) { return points(words) }
        var working = isOwn ? nil : worked(quantity, arithmetic, isScaled: best == .scale)
        // 8 个百分点 between 27% and 19%, where something else fell by 8%.
        if best == .percent, quantity.units.contains(where: { $0.measure == .point }),
            let difference = arithmetic.working(quantity), difference.kind == .difference,
            difference.told > 0, difference.isNext, isCompared(difference.operands)
        {
            working = difference
        }
        workings[quantity.range.lowerBound] = working
        let isSure = working.map { $0.isCertain && !leavesOut($0, quantity, arithmetic) } ?? false
        // 48 are twice 24, but the evidence has `twelve times longer`.
        let isFound = working.map { !$0.isNext && $0.told < 2 && $0.operands.count == 2 } ?? false
        if isSure, !isFound || rivalMultiple(of: quantity) == nil { return nil }
        if best < .scale, working?.isLinked != true, let rival = rivalMultiple(of: quantity) {
            return Problem(
                rule: "number.multiple", severity: .hard,
                message: "\"\(words)\" is \"\(grounds.near.text(rival.range))\" in the evidence")
        }
        let nearest = ranked.first { $0.1 == best }.map { grounds.near.text($0.0.range) } ?? ""
        var problem = problem(best, quantity, words, nearest)
        guard problem?.severity == .hard else { return problem }
        if let working { return derived(quantity, working, words) }
        switch best {
        case .none where isNoMultiple(quantity, arithmetic): break
        case .none where isEstimate(quantity, arithmetic): problem?.severity = .soft
        case .none where isReckoning(quantity, arithmetic) || mayBeElapsed(quantity):
            problem?.severity = .soft
        case .none where !hasRival(quantity) && isUnexplained(quantity, arithmetic):
            problem?.severity = .soft
        case .none where isOneMore(quantity): problem?.severity = .soft
        case .none where isElsewhere(quantity):
            problem?.severity = .soft
            problem?.message =
                "\"\(words)\" follows from another passage of the source; give that as evidence"
        case .currency
        where ranked.contains(where: { $0.1 == .currency && isLocal(quantity, $0.0) }):
            problem?.severity = .soft
        // `A rise of 1.1 million` leaves out of what, where it is said beside it.
        case .unit
        where quantity.isMoney && quantity.number.hasScale
            && ranked.contains(where: { $0.1 == .unit && $0.0.isCount && $0.0.number.hasScale }):
            problem?.severity = .soft
        case .unit
        where ranked.contains(where: { $0.1 == .unit && $0.0.isCount })
            && !isTime(quantity) && evidence.contains(where: { isAlike($0, quantity) })
            && !ranked.contains(where: { $0.1 == .unit && countsThings($0.0) }):
            problem?.severity = .soft
        default: break
        }
        return problem
    }

    /// The figure stands in the source, or follows from its figures, but not where the evidence is.
    private func isElsewhere(_ quantity: Quantity) -> Bool {
        // A single digit stands somewhere in any source, and small counts often do.
        let isPlain =
            quantity.isCount
            || quantity.units.contains { $0.measure == .physical(lexicon.key("age")) }
        guard quantity.number.digits >= (isPlain && !quantity.number.hasScale ? 3 : 2) else {
            return false
        }
        return grounds.cited.contains { source in
            let all = source.reading.quantities
            return all.count <= 2000
                && (all.contains { lexicon.agreement(of: quantity, with: $0) == .full }
                    || quantity.number.digits >= 3
                        && Arithmetic(claim, source.reading, lexicon: lexicon).working(quantity)?
                            .isCertain == true)
        }
    }

    /// A number longer than arithmetic can hold stands in the evidence as it is written.
    func holds(_ quantity: Quantity) -> Bool {
        let wanted = claim.text(quantity.range).filter(\.isNumber)
        return grounds.near.quantities.contains {
            grounds.near.text($0.range).filter(\.isNumber) == wanted
        }
    }

    func context(_ quantity: Quantity) -> String {
        grounds.near.text(max(0, quantity.range.lowerBound - 24)..<quantity.range.upperBound + 12)
    }
}
