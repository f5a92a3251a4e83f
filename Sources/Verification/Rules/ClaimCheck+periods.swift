import Domain

extension ClaimCheck {
    mutating func checkPeriods() {
        let evidence = grounds.near.periods
        for period in claim.periods {
            let words = claim.text(period.range)
            let same = evidence.filter { $0.kind == period.kind }
            if same.contains(where: { $0.number == period.number }) {
                checkYear(of: period, same)
                if grounds.near.isFiscal, !claim.isFiscal || claim.isCalendar {
                    find(
                        "date.fiscal", claim.isCalendar ? .hard : .soft,
                        "\"\(words)\" is a fiscal period in the evidence; say 财年 or 财季")
                }
                continue
            }
            if period.kind == lexicon.key("y") || period.kind == lexicon.key("n") { continue }
            if isWritten(period) || isLeftOver(period) { continue }
            let hasWhole = evidence.contains { $0.kind == lexicon.key("y") }
            find(
                "date.period", same.isEmpty || hasWhole ? .soft : .hard,
                "\"\(words)\" is no period of the evidence")
        }
    }

    /// 2027 年第二季度 is no second quarter of 2026.
    private mutating func checkYear(of period: PeriodMention, _ evidence: [PeriodMention]) {
        guard let year = claim.year(of: period) else { return }
        let years = evidence.filter { $0.number == period.number }.map(grounds.near.year(of:))
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

    /// `three months to March` is a first quarter.
    private func isWritten(_ period: PeriodMention) -> Bool {
        let months = grounds.near.dates.compactMap(\.written.month)
        if period.kind == lexicon.key("q") { return months.contains(period.number * 3) }
        return months.contains(period.number * 6)
    }

    mutating func checkClocks() {
        let evidence = grounds.near.clocks
        checkClockDays()
        for clock in claim.clocks where !isSpan(clock) {
            let fits = evidence.contains { theirs in
                var shift = 0.0
                if let ours = clock.zone, let zone = theirs.zone { shift = (ours - zone) * 60 }
                let minutes = theirs.minutes + Int(shift)
                let difference = ((clock.minutes - minutes) % 1440 + 1440) % 1440
                return difference == 0 || (clock.isHalfDay || theirs.isHalfDay) && difference == 720
            }
            if !fits, !isCounted(clock) {
                find(
                    // A zone that only the sentence names may be reckoned from anything.
                    "time.absent",
                    evidence.isEmpty || clock.zone != nil && evidence.allSatisfy { $0.zone == nil }
                        ? .soft : .hard,
                    "\"\(claim.text(clock.range))\" is no time of the evidence")
            }
        }
    }

    /// 7 月 13 日 21 时 36 分 where the evidence has 12 日 21 时 36 分: the time is of another day.
    private mutating func checkClockDays() {
        for clock in claim.clocks {
            guard let date = day(before: clock, claim) else { continue }
            let theirs = grounds.near.clocks.filter { $0.minutes == clock.minutes }
                .compactMap { day(before: $0, grounds.near) }
            guard !theirs.isEmpty,
                theirs.allSatisfy({ $0.written.day != date.written.day && $0.relative == nil })
            else { continue }
            find(
                "date.absent", .hard,
                "\"\(claim.text(date.range.lowerBound..<clock.range.upperBound))\" is a time of another day "
                    + "in the evidence")
        }
    }

    /// The day right before a time.
    private func day(before clock: ClockMention, _ reading: Reading) -> DateMention? {
        reading.dates.last {
            $0.written.day != nil
                && (0...1).contains(clock.range.lowerBound - $0.range.upperBound)
        }
    }

    /// 18:22 and 54 minutes later is 19:16.
    private func isCounted(_ clock: ClockMention) -> Bool {
        let spans = spansInMinutes(of: grounds.near)
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
    /// The year that is written right beside a period: 2026 年第二季度, the second quarter of 2026.
    func year(of period: PeriodMention) -> Int? {
        dates.first { date in
            date.relative == nil && date.written.month == nil
                && (date.range.overlaps(period.range)
                    || (0...2).contains(period.range.lowerBound - date.range.upperBound)
                    || (1...4).contains(date.range.lowerBound - period.range.upperBound)
                        && passage.isLatin(period.range.upperBound - 1))
        }?.written.year
    }
}
