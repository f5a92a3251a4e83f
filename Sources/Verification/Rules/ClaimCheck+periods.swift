import Domain

extension ClaimCheck {
    mutating func checkPeriods() {
        let evidence = grounds.near.periods
        for period in claim.periods {
            let words = claim.text(period.range)
            let same = evidence.filter { $0.kind == period.kind }
            if same.contains(where: { $0.number == period.number }) {
                checkYear(of: period, same)
                checkOrder(of: period, same)
                if grounds.near.isFiscal, !claim.isFiscal || claim.isCalendar {
                    find(
                        "date.fiscal", claim.isCalendar ? .hard : .soft,
                        "\"\(words)\" is a fiscal period in the evidence; say 财年 or 财季")
                }
                continue
            }
            if period.kind == lexicon.key("y") || period.kind == lexicon.key("n") { continue }
            if isWritten(period) || isBefore(period) || isLeftOver(period) || isOngoing(period) {
                continue
            }
            let hasWhole = evidence.contains { $0.kind == lexicon.key("y") }
            // 一季度, which the source has said before the evidence
            if !grounds.span.periods.contains(where: { $0.kind == period.kind }),
                grounds.cited.contains(where: { source in
                    source.reading.periods.contains {
                        $0.kind == period.kind && $0.number == period.number
                    }
                })
            {
                continue
            }
            find(
                "date.period",
                same.isEmpty || hasWhole || claim.passage.holdsAny(Arithmetic.reckoned)
                    ? .soft : .hard,
                "\"\(words)\" is no period of the evidence")
        }
    }

    /// No later than the first quarter is not no earlier.
    private mutating func checkOrder(of period: PeriodMention, _ evidence: [PeriodMention]) {
        func start(_ reading: Reading, _ period: PeriodMention) -> Range<Int> {
            // 最迟将在 2026 年第一季度
            let year = reading.dates.last {
                (0...1).contains(period.range.lowerBound - $0.range.upperBound)
            }
            return (year?.range.lowerBound ?? period.range.lowerBound)..<period.range.upperBound
        }
        let side = claim.order(at: start(claim, period))
        let sides = evidence.filter { $0.number == period.number }.map {
            grounds.near.order(at: start(grounds.near, $0))
        }
        guard side != 0, !sides.isEmpty, sides.allSatisfy({ $0 == -side }) else { return }
        find(
            "date.order", .hard,
            "\"\(claim.text(period.range))\" is a \(side > 0 ? "last" : "first") period in the evidence"
        )
    }

    /// 2027 年第二季度 is no second quarter of 2026.
    private mutating func checkYear(of period: PeriodMention, _ evidence: [PeriodMention]) {
        guard let year = claim.year(of: period, published: grounds.published) else { return }
        let years = evidence.filter { $0.number == period.number }.map {
            grounds.near.year(of: $0, published: grounds.published)
        }
        guard years.allSatisfy({ $0 != nil && $0 != year }) else { return }
        find(
            "date.period", .hard,
            "\"\(claim.text(period.range))\" is of another year in the evidence")
    }

    /// 第四季度 is what three quarters leave of a year: a figure of its clause was worked out.
    private func isLeftOver(_ period: PeriodMention) -> Bool {
        let clause = claim.items.firstIndex { $0.range.upperBound > period.range.lowerBound }
            .map { claim.clauses[$0] }
        return claim.quantities.contains { quantity in
            quantity.clause == clause && workings[quantity.range.lowerBound] != nil
                && !grounds.near.quantities.contains {
                    lexicon.agreement(of: quantity, with: $0) == .full
                }
        }
    }

    /// `the current quarter` is the one behind the quarter that is reported.
    private func isOngoing(_ period: PeriodMention) -> Bool {
        grounds.near.passage.holdsAnyLower([
            "current quarter", "this quarter", "next quarter", "coming quarter", "quarter ahead",
            "本季", "当季", "下季", "下一季",
        ])
            && grounds.near.periods.contains {
                $0.kind == period.kind && $0.number % 4 + 1 == period.number
            }
    }

    /// 较一季度 for 环比 in a second quarter.
    private func isBefore(_ period: PeriodMention) -> Bool {
        let start = period.range.lowerBound
        return ["较", "比"].contains(where: claim.text(max(0, start - 3)..<start).contains)
            && grounds.near.has(.basis, "qoq", lexicon: lexicon)
            && grounds.near.periods.contains {
                $0.kind == period.kind && $0.number == period.number % 4 + 1
            }
    }

    /// `three months to March` is a first quarter.
    private func isWritten(_ period: PeriodMention) -> Bool {
        let months = grounds.near.dates.filter { ($0.written.day ?? 30) >= 28 }
            .compactMap(\.written.month)
        if period.kind == lexicon.key("q") { return months.contains(period.number * 3) }
        return months.contains(period.number * 6)
            && !grounds.near.periods.contains { $0.kind == period.kind }
    }

    mutating func checkClocks() {
        let evidence = grounds.near.clocks
        checkClockDays()
        for clock in claim.clocks where !isSpan(clock) {
            let fits = evidence.contains { theirs in
                var shift = 0.0
                if let ours = clock.zone, let zone = theirs.zone { shift = (ours - zone) * 60 }
                // 美东时间 is told in summer as in winter.
                if abs(shift) == 60, [-5, -6, -7, -8].contains(clock.zone) { shift = 0 }
                let minutes = theirs.minutes + Int(shift)
                let difference = ((clock.minutes - minutes) % 1440 + 1440) % 1440
                return difference == 0 || (clock.isHalfDay || theirs.isHalfDay) && difference == 720
                    // 近 5 时 for 4:50
                    || isNearly(clock) && (1...15).contains(difference % 720)
            }
            if !fits, !isCounted(clock) {
                find(
                    "time.absent", evidence.isEmpty || mayBeOfOtherZone(clock) ? .soft : .hard,
                    "\"\(claim.text(clock.range))\" is no time of the evidence")
            }
        }
    }

    private func isNearly(_ clock: ClockMention) -> Bool {
        let start = clock.range.lowerBound
        return claim.text(max(0, start - 3)..<start).filter { $0 != " " }.hasSuffix("近")
    }

    /// A zone that only the sentence names may be reckoned from any time that names none, and Eastern
    /// time is told of summer and winter.
    private func mayBeOfOtherZone(_ clock: ClockMention) -> Bool {
        guard let ours = clock.zone else { return false }
        // 2:17 a.m. local time (0717 GMT) leaves nothing open.
        let isKnown = grounds.near.clocks.contains { $0.zone != nil }
        return grounds.near.clocks.contains { theirs in
            guard let zone = theirs.zone else { return !isKnown }
            let minutes = Double(theirs.minutes - clock.minutes) + (ours - zone) * 60
            return [-5, -8].contains(zone)
                && abs(minutes).truncatingRemainder(dividingBy: 720) == 60
        }
    }

    /// 周五 2 时 where the evidence has 2 a.m. on Thursday: the time is of another day.
    private mutating func checkClockDays() {
        func days(_ mentions: [DateMention]) -> Set<Int> {
            Set(mentions.flatMap { $0.days(published: grounds.published) }.compactMap(\.number))
        }
        for clock in claim.clocks {
            let date = claim.dates.last {
                (0...4).contains(clock.range.lowerBound - $0.range.upperBound)
            }
            // 次日 is counted from the day before it in the sentence.
            guard let date, !["次", "翌", "同", "当"].contains(claim.text(date.range).prefix(1)) else {
                continue
            }
            let told = grounds.near.clocks.filter {
                $0.minutes % 720 == clock.minutes % 720
                    && ($0.minutes == clock.minutes || $0.isHalfDay || clock.isHalfDay)
                    && (clock.zone == nil || $0.zone == clock.zone)
            }
            let theirs = told.map { grounds.near.day(beside: $0) }
            let wanted = days([date])
            if isLater(date, Array(days(grounds.near.dates))) { continue }
            guard !theirs.isEmpty, !wanted.isEmpty,
                theirs.allSatisfy({ mention in
                    guard let mention else { return false }
                    let day = days([mention])
                    return !day.isEmpty && day.isDisjoint(with: wanted)
                })
            else { continue }
            find(
                "date.absent", .hard,
                "\"\(claim.text(date.range.lowerBound..<clock.range.upperBound))\" is a time of another day "
                    + "in the evidence")
        }
    }

    /// 18:22 and 54 minutes later is 19:16.
    private func isCounted(_ clock: ClockMention) -> Bool {
        let spans = spansInMinutes(of: grounds.near, isCounted: true)
        return grounds.near.clocks.contains { theirs in
            spans.contains { span in
                [span, -span].contains {
                    let minutes = ((theirs.minutes + $0 - clock.minutes) % 1440 + 1440) % 1440
                    return minutes == 0 || theirs.isHalfDay && minutes == 720
                }
            }
        }
    }

    /// 2:02 of 2:02:16.
    private func isSpan(_ clock: ClockMention) -> Bool {
        claim.quantities.contains { $0.range.contains(clock.range.lowerBound) }
    }
}

extension Reading {
    /// The day that a time is of: 6 August at 16:15, 21:17 on Tuesday.
    func day(beside clock: ClockMention) -> DateMention? {
        // to 04:00 on 6 July
        if let next = dates.first(where: { $0.range.lowerBound >= clock.range.upperBound }),
            text(between: clock.range, and: next.range).lowercased() == " on "
        {
            return next
        }
        return dates.last {
            let gap = clock.range.lowerBound - $0.range.upperBound
            return (0...4).contains(gap)
        }
            ?? dates.first {
                let gap = $0.range.lowerBound - clock.range.upperBound
                guard (0...16).contains(gap) else { return false }
                let between = text(between: clock.range, and: $0.range).lowercased()
                return ["on ", "local time on ", "", "gmt on ", "gmt ", "a.m. on ", "p.m. on "]
                    .contains {
                        between.trimmingPrefix(while: { !$0.isLetter }).elementsEqual($0)
                    } || between.hasSuffix(" on ") && between.count < 16
            }
    }

    /// The year that is written right beside a period: 2026 年第二季度, the second quarter of 2026, 今年四季度.
    func year(of period: PeriodMention, published: CalendarDay?) -> Int? {
        let date = dates.first { date in
            let isYear = if case .years = date.relative { true } else { date.relative == nil }
            return isYear && date.written.month == nil
                && (date.range.overlaps(period.range)
                    || (0...2).contains(period.range.lowerBound - date.range.upperBound)
                    || (1...4).contains(date.range.lowerBound - period.range.upperBound)
                        && passage.isLatin(period.range.upperBound - 1))
        }
        return date?.days(published: published).first?.year
    }
}
