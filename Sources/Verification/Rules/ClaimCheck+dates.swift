import Domain
import Foundation

extension ClaimCheck {
    /// Every date, period and time of the sentence is one of the evidence's, seen from the day of
    /// its publication.
    mutating func checkDates() {
        let mentions = grounds.near.dates
        let seen = mentions.flatMap { $0.days(published: grounds.published) + deadline($0) }
        let years = Set(seen.compactMap(\.year) + wholeYears())
        // By December, after November 2016: the year stands with another date of its sentence, or
        // with one before.
        let written = mentions.compactMap { mention in
            mention.written.year.map { (year: $0, place: mention.range.lowerBound) }
        }
        func writtenYears(beside mention: DateMention) -> Set<Int> {
            let near = grounds.near
            let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
            let behind = near.text(end..<end + 10).lowercased()
            if [" this year", " next year", " last year"].contains(behind) { return [] }
            if near.text(max(0, start - 6)..<start).lowercased() == " past " { return [] }
            let sentence = near.sentence(at: start)
            let inside = written.filter { near.sentence(at: $0.place) == sentence }.map(\.year)
            return Set(inside + [written.last { $0.place < start }?.year].compactMap { $0 })
        }
        let days =
            seen
            + mentions.filter { mention in
                // Where it is known when the text was published, a bare day is of one month.
                mention.relative == nil && mention.written.year == nil
                    && (mention.written.month != nil || grounds.published == nil)
            }
            .flatMap { mention in
                writtenYears(beside: mention).map { year in
                    var day = mention.written
                    day.year = year
                    return day
                }
            }
        checkDoubled()
        checkMoved()
        for date in claim.dates where date.relative == nil || date.written.month != nil {
            checkDate(date, days, years)
        }
        checkWeekdays()
        checkDayParts()
        checkSeasons()
        checkYearEnds()
        checkSince()
        checkReckoning()
        checkEras()
        checkDecades()
        checkPeriods()
        checkClocks()
    }

    private func wholeYears() -> [Int] {
        grounds.cited.flatMap { $0.reading.dates.compactMap(\.written.year) }
            + [grounds.published?.year].compactMap { $0 }
    }

    private mutating func checkDate(
        _ date: DateMention, _ days: [CalendarDay], _ years: Set<Int>
    ) {
        let wanted = date.days(published: date.relative == nil ? nil : grounds.published)
        let words = claim.text(date.range)
        let run = claim.monthRuns.first { $0.last == date.written.month }
        if date.written.day == nil, let run, grounds.near.periodRuns.contains(run) { return }
        if date.written.day == nil, date.written.year == nil, let run,
            let runs = evidenceRuns() ?? (run.first == run.last ? [] : nil)
        {
            if !runs.contains(run) {
                find("date.period", .hard, "\"\(words)\" ends no run of months of the evidence")
            }
            return
        }
        if isOtherPart(date), !isYearOfWorking(date) {
            find("date.absent", .hard, "\"\(words)\" is at another part of it in the evidence")
            return
        }
        if isYearOfWorking(date) || isLater(date, days.compactMap(\.number))
            || isCountedDay(wanted, days)
        {
            return
        }
        let isZoned = claim.clocks.contains { $0.zone != nil }
        if isUntold(date), !isZoned, !isNth(date), !isMonthsFrom(wanted, days) {
            find(
                "date.absent", .hard, "\"\(words)\" is no date of the evidence, which names another"
            )
            return
        }
        if wanted.contains(where: { want in days.contains { fits(want, $0, years) } }) {
            return checkOrder(date, wanted, years)
        }
        if wanted.contains(where: isPublication) { return }
        // A year may be named anywhere in the source; a month or a day is bound to the evidence.
        if date.written.month == nil, date.written.day == nil, let year = date.written.year {
            if grounds.near.quantities.contains(where: { $0.number.value == Double(year) }) {
                return
            }
            if isWorkedOut(year) || isYearBefore(year) { return }
        }
        if isMoved(wanted, days) { return }
        // What another sentence of the source says may be meant: a judge decides.
        // The day of the dateline is not, where the evidence names one.
        let isDated = grounds.near.dates.contains { mention in
            if case .weekday = mention.relative { true } else { mention.written.day != nil }
        }
        let others = grounds.cited.flatMap {
            $0.reading.dates.flatMap { $0.days(published: grounds.published) }
        }.filter { !isDated || $0 != grounds.published }
        let isReckoned = claim.passage.holdsAny(Arithmetic.reckoned) || isZoned
        // 明年 6 月, where it is not known when that was written.
        let isOpen =
            grounds.published == nil
            && mentionsRelative(date)
        let isElsewhere =
            !isSpanOfOtherDay(date)
            && wanted.contains { want in others.contains { fits(want, $0, years) } }
        find(
            "date.absent",
            isElsewhere || isReckoned || isOpen || isNth(date) || isStart(date)
                || isMonthsFrom(wanted, days) ? .soft : .hard,
            "\"\(words)\" is no date of the evidence"
                + (grounds.published.map {
                    ", seen from \($0.year ?? 0)-\($0.month ?? 0)-\($0.day ?? 0)"
                }
                    ?? ", and the source has no date to count from"))
    }

    /// 10 月至 12 月 for three months that ended in December.
    private func isStart(_ date: DateMention) -> Bool {
        let behind = claim.text(date.range.upperBound..<date.range.upperBound + 2)
            .filter { $0 != " " }
        return date.written.day == nil && (behind.hasPrefix("至") || behind.hasPrefix("到"))
            && grounds.near.passage.holdsAnyLower(["months ended", "months to", "quarter ended"])
    }

    /// `shipping from the 20th` names no month.
    private func isNth(_ date: DateMention) -> Bool {
        grounds.near.quantities.contains {
            $0.number.isOrdinal && $0.number.form == .digits
                && $0.number.value == date.written.day.map(Double.init)
        }
    }

    /// No later than is not no earlier than.
    private mutating func checkOrder(
        _ date: DateMention, _ wanted: [CalendarDay], _ years: Set<Int>
    ) {
        let side = claim.order(of: date)
        guard side != 0 else { return }
        let theirs = grounds.near.dates.filter { mention in
            mention.days(published: grounds.published).contains { day in
                wanted.contains { fits($0, day, years) }
            }
        }
        let sides = theirs.map(grounds.near.order(of:))
        guard !sides.isEmpty, sides.allSatisfy({ $0 == -side }) else { return }
        find(
            "date.order", .hard,
            "\"\(claim.text(date.range))\" is a \(side > 0 ? "last" : "first") day in the evidence")
    }

    /// What the sentence says of a day agrees with it; a year may come from elsewhere when the
    /// evidence names none.
    func fits(_ want: CalendarDay, _ have: CalendarDay, _ years: Set<Int>) -> Bool {
        if let day = want.day, day != have.day { return false }
        if let month = want.month, month != have.month {
            // On the 18th: the month stands elsewhere.
            guard have.month == nil, want.day != nil else { return false }
        }
        guard let year = want.year else { return true }
        if let own = have.year { return own == year }
        return want.month != nil && years.contains(year)
    }

    /// The day of publication itself: 今日, or none named at all.
    private func isPublication(_ want: CalendarDay) -> Bool {
        guard let published = grounds.published, want.day != nil else { return false }
        return fits(want, published, [])
            && grounds.near.dates.contains { $0.relative == .days(0) }
    }
}
