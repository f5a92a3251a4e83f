import Domain
import Foundation

extension ClaimCheck {
    /// Every date, period and time of the sentence is one of the evidence's, seen from the day of
    /// its publication.
    mutating func checkDates() {
        let mentions = grounds.near.dates
        let seen = mentions.flatMap { $0.days(published: grounds.published) }
        let years = Set(seen.compactMap(\.year) + wholeYears())
        // By December, after November 2016: the year stands with another date of the evidence.
        let written = Set(mentions.compactMap(\.written.year))
        let days =
            seen
            + mentions.filter { mention in
                // Where it is known when the text was published, a bare day is of one month.
                mention.relative == nil && mention.written.year == nil
                    && (mention.written.month != nil || grounds.published == nil)
            }
            .flatMap { mention in
                written.map { year in
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
        if date.written.day == nil, date.written.year == nil, let run, let runs = evidenceRuns() {
            if !runs.contains(run) {
                find("date.period", .hard, "\"\(words)\" ends no run of months of the evidence")
            }
            return
        }
        if isUntold(date) {
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
            if isWorkedOut(year) { return }
        }
        if isMoved(wanted, days) { return }
        // What another sentence of the source says may be meant: a judge decides.
        let others = grounds.cited.flatMap {
            $0.reading.dates.flatMap { $0.days(published: grounds.published) }
        }
        let isReckoned = claim.passage.holdsAny(Arithmetic.reckoned)
        let isElsewhere = wanted.contains { want in others.contains { fits(want, $0, years) } }
        find(
            "date.absent", isElsewhere || isReckoned ? .soft : .hard,
            "\"\(words)\" is no date of the evidence"
                + (grounds.published.map {
                    ", seen from \($0.year ?? 0)-\($0.month ?? 0)-\($0.day ?? 0)"
                }
                    ?? ", and the source has no date to count from"))
    }

    /// 由 5 月 10 日推迟 21 天至 5 月 31 日 reckons by itself.
    private mutating func checkMoved() {
        let days = claim.dates.filter { $0.written.day != nil && $0.written.month != nil }
        guard days.count == 2, let from = days.first, let to = days.last else { return }
        let between = claim.text(from.range.upperBound..<to.range.lowerBound)
        guard ["推迟", "提前", "延期", "延后", "延长"].contains(where: between.contains),
            let first = from.days(published: grounds.published).first?.number,
            let last = to.days(published: grounds.published).first?.number
        else { return }
        let key = Measure.physical(lexicon.key("duration"))
        for quantity in claim.quantities
        where quantity.range.lowerBound >= from.range.upperBound
            && quantity.range.upperBound <= to.range.lowerBound && quantity.bound == .none
        {
            guard let unit = quantity.units.first(where: { $0.measure == key }),
                unit.factor <= 604_800
            else { continue }
            if Int(quantity.amount(unit)) != abs(last - first) * 86_400 {
                find(
                    "date.reckoned", .hard,
                    "\"\(claim.text(quantity.range))\" does not lie between the two days")
            }
        }
    }

    /// The runs of months that the evidence names, nil for none.
    private func evidenceRuns() -> [[Int]]? {
        let near = grounds.near
        var runs = near.monthRuns
        let key = Measure.physical(lexicon.key("duration"))
        for quantity in near.quantities
        where quantity.units.contains(where: { $0.measure == key && abs($0.factor - 2_629_746) < 1 }
        ) {
            let start = quantity.range.lowerBound
            let before = near.text(max(0, start - 6)..<start).lowercased()
                .filter { $0 != " " }
            guard before.hasSuffix("first") || before.hasSuffix("前") || before.hasSuffix("头"),
                (2...12).contains(quantity.number.value)
            else { continue }
            runs.append([1, Int(quantity.number.value)])
        }
        return runs.isEmpty ? nil : runs
    }

    /// The same year or month twice, where the evidence tells of two: one of them was lost.
    private mutating func checkDoubled() {
        let bare = claim.dates.filter {
            $0.relative == nil && $0.written.year != nil || $0.written.month != nil
                || $0.written.day != nil && $0.relative == nil
        }
        for (index, date) in bare.enumerated() {
            let isDoubled = bare.dropFirst(index + 1).contains {
                $0.written == date.written
                    || $0.written.day != nil && $0.written.day == date.written.day
                        && ($0.written.month == nil || date.written.month == nil)
            }
            guard isDoubled else { continue }
            let own = Set(bare.map(\.written.month)).union(Set(bare.map(\.written.year)))
            let lost = grounds.span.dates.contains { mention in
                let day = mention.written
                guard mention.relative == nil else { return false }
                if date.written.day != nil {
                    return day.day != nil && !bare.contains { $0.written.day == day.day }
                }
                return date.written.month != nil
                    ? day.month != nil && !own.contains(day.month)
                    : day.month == nil && day.year != nil && !own.contains(day.year)
            }
            if lost {
                find(
                    "date.absent", .hard,
                    "\"\(claim.text(date.range))\" stands twice; the evidence names another date")
            }
        }
    }

    /// A bare year or month that the span does not name, while it names another that the sentence
    /// leaves out: what the day of publication would allow is not what the span says.
    private func isUntold(_ date: DateMention) -> Bool {
        let written = date.written
        if written.day != nil { return isOtherDay(date) }
        guard date.relative == nil, !date.isDecade else { return false }
        func part(_ day: CalendarDay) -> Int? { written.month == nil ? day.year : day.month }
        guard let wanted = part(written) else { return false }
        let span = Set(
            grounds.span.dates.compactMap { mention -> Int? in
                if case .years(let offset) = mention.relative, written.month == nil {
                    return grounds.published?.year.map { $0 + offset }
                }
                return mention.relative == nil ? part(mention.written) : nil
            })
        let own = Set(claim.dates.compactMap { $0 == date ? nil : part($0.written) })
        // 6 月 is not meant by 6 月 11 日 where the span also says 5 月.
        let months = Set(
            grounds.span.dates.compactMap { mention -> Int? in
                mention.relative == nil && mention.written.day == nil ? mention.written.month : nil
            })
        if written.month != nil, !months.isEmpty, !months.contains(wanted),
            !months.isSubset(of: own), span.contains(wanted)
        {
            return true
        }
        let near = Set(grounds.near.dates.compactMap { part($0.written) })
        guard !span.contains(wanted), !near.contains(wanted), !span.isSubset(of: own) else {
            return false
        }
        if written.month == nil { return !isWorkedOut(wanted) }
        // 3 月 for `last month`, or for the quarter that ends in it.
        let isRelative = grounds.near.dates.contains {
            if case .months = $0.relative { true } else { false }
        }
        return !isRelative && grounds.near.periods.isEmpty
    }

    /// The one day of the span is another, which the sentence leaves out: that of a neighbour is not
    /// meant, unless it says when somebody spoke.
    private func isOtherDay(_ date: DateMention) -> Bool {
        let own = claim.dates.filter { $0.written.day != nil }
        let days = grounds.span.dates.filter { $0.written.day != nil && $0.relative == nil }
        guard date.relative == nil, own.count == 1, days.count == 1, let day = days.first?.written,
            !claim.has(.speech, lexicon: lexicon),
            !grounds.span.dates.contains(where: { $0.relative != nil })
        else { return false }
        return day.day != date.written.day
            || day.month.map { month in date.written.month.map { $0 != month } ?? false } ?? false
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
    private func fits(_ want: CalendarDay, _ have: CalendarDay, _ years: Set<Int>) -> Bool {
        if let day = want.day, day != have.day { return false }
        if let month = want.month, month != have.month {
            // On the 18th: the month stands elsewhere.
            guard have.month == nil, want.day != nil else { return false }
        }
        guard let year = want.year else { return true }
        if let own = have.year { return own == year }
        return want.month != nil && years.contains(year)
    }

    /// Three days after June 8 is June 11; the year before 2025 is 2024.
    private func isMoved(_ wanted: [CalendarDay], _ days: [CalendarDay]) -> Bool {
        let key = lexicon.key("duration")
        let spans = grounds.near.quantities.flatMap { quantity in
            quantity.units.filter {
                $0.measure == .physical(key) && ($0.factor == 86_400 || $0.factor == 604_800)
                    && isOffset(quantity)
            }.map { Int(min(quantity.number.value, 10_000) * $0.factor / 86_400) }
        }
        let numbers = days.compactMap(\.number)
        return wanted.contains { want in
            if want.month == nil, let year = want.year {
                let isRelative = grounds.near.dates.contains { $0.relative == .years(-1) }
                return isRelative && days.contains { $0.year == year + 1 }
            }
            return numbers.contains { number in
                spans.contains { span in
                    [number + span, number - span].contains {
                        let day = CalendarDay(number: $0)
                        return want.day == day.day && want.month == day.month
                    }
                }
            }
        }
    }

    /// Days later, earlier or after: counted from a day, not just lasting.
    private func isOffset(_ quantity: Quantity) -> Bool {
        let end = quantity.range.upperBound
        let behind = grounds.near.text(end..<end + 10).lowercased()
        return quantity.number.value >= 2
            && [" later", " earlier", " after", " before", "后", "前", "之后", " 后"].contains(
                where: behind.hasPrefix)
    }

    /// Years later, ago or within: counted from a year, not a rate (900 tons a year).
    private func isCounted(_ quantity: Quantity) -> Bool {
        let near = grounds.near
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let behind = near.text(end..<end + 10).lowercased()
        let before = near.text(max(0, start - 8)..<start).lowercased()
        return [
            " later", " earlier", " after", " before", " ago", "后", "前", "之后", " from now", "内",
        ]
        .contains(where: behind.hasPrefix)
            || [
                "in ", "within ", "next ", "past ", "last ", "over ", "for ", "近", "历时", "未来", "过去",
            ]
            .contains(where: before.hasSuffix) && quantity.number.value >= 2
    }

    /// The day of publication itself: 今日, or none named at all.
    private func isPublication(_ want: CalendarDay) -> Bool {
        guard let published = grounds.published, want.day != nil else { return false }
        return fits(want, published, [])
            && grounds.near.dates.contains { $0.relative == .days(0) }
    }

    /// Two years after 2024 is 2026.
    private func isWorkedOut(_ year: Int) -> Bool {
        let years = grounds.near.dates.flatMap { $0.days(published: grounds.published) }
            .compactMap(\.year)
        let duration = lexicon.key("duration")
        let spans = grounds.near.quantities.filter { quantity in
            quantity.units.contains { $0.measure == .physical(duration) && $0.factor > 3e7 }
                && isCounted(quantity)
        }.map { quantity in
            let factor = quantity.units.first { $0.measure == .physical(duration) }?.factor ?? 0
            return Int((min(quantity.number.value, 1000) * factor / 31_556_952).rounded())
        }
        return (years + [grounds.published?.year].compactMap { $0 }).contains { start in
            spans.contains { start + $0 == year || start - $0 == year }
        }
    }

    private mutating func checkPeriods() {
        let evidence = grounds.near.periods
        for period in claim.periods {
            let words = claim.text(period.range)
            let same = evidence.filter { $0.kind == period.kind }
            if same.contains(where: { $0.number == period.number }) {
                if grounds.near.isFiscal, !claim.isFiscal || claim.isCalendar {
                    find(
                        "date.fiscal", claim.isCalendar ? .hard : .soft,
                        "\"\(words)\" is a fiscal period in the evidence; say 财年 or 财季")
                }
                continue
            }
            if period.kind == lexicon.key("y") || period.kind == lexicon.key("n") { continue }
            if isWritten(period) { continue }
            let hasWhole = evidence.contains { $0.kind == lexicon.key("y") }
            find(
                "date.period", same.isEmpty || hasWhole ? .soft : .hard,
                "\"\(words)\" is no period of the evidence")
        }
    }

    /// `three months to March` is a first quarter.
    private func isWritten(_ period: PeriodMention) -> Bool {
        let months = grounds.near.dates.compactMap(\.written.month)
        if period.kind == lexicon.key("q") { return months.contains(period.number * 3) }
        return months.contains(period.number * 6)
    }

    private mutating func checkClocks() {
        let evidence = grounds.near.clocks
        for clock in claim.clocks {
            let fits = evidence.contains { theirs in
                var shift = 0.0
                if let ours = clock.zone, let zone = theirs.zone { shift = (ours - zone) * 60 }
                let minutes = theirs.minutes + Int(shift)
                let difference = ((clock.minutes - minutes) % 1440 + 1440) % 1440
                return difference == 0 || (clock.isHalfDay || theirs.isHalfDay) && difference == 720
            }
            if !fits {
                find(
                    "time.absent", evidence.isEmpty ? .soft : .hard,
                    "\"\(claim.text(clock.range))\" is no time of the evidence")
            }
        }
    }
}

extension Reading {
    /// 1 where a date is a first day (no earlier than, after), -1 where it is a last one.
    func order(of date: DateMention) -> Int {
        let start = date.range.lowerBound
        let before = text(max(0, start - 18)..<start).lowercased()
            .trimmingCharacters(in: .whitespaces)
        let behind = text(date.range.upperBound..<date.range.upperBound + 4)
            .trimmingCharacters(in: .whitespaces)
        func ends(_ words: [String]) -> Bool {
            words.contains { word in
                guard before.hasSuffix(word) else { return false }
                let rest = before.dropLast(word.count)
                return rest.isEmpty || rest.last?.isASCII == false || rest.last == " "
            }
        }
        if ends(["no earlier than", "not before", "不早于", "最早", "最早于", "as early as"]) { return 1 }
        if ends(["no later than", "not later than", "不晚于", "最迟", "最迟于", "最晚", "不迟于"]) { return -1 }
        if ends(["after", "since", "from", "later than", "beyond", "seit", "nach"]) { return 1 }
        if ends(["before", "by", "until", "till", "prior to", "bis", "vor"]) { return -1 }
        if ["之后", "以后", "以来", "起", "后"].contains(where: behind.hasPrefix) { return 1 }
        if ["之前", "以前", "前"].contains(where: behind.hasPrefix) { return -1 }
        return 0
    }

    /// 1 至 4 月, January to April: the first month and the last.
    var monthRuns: [[Int]] {
        dates.compactMap { date in
            guard let last = date.written.month, date.written.day == nil else { return nil }
            let start = date.range.lowerBound
            let before = text(max(0, start - 14)..<start).filter { $0 != " " }
            guard let mark = before.last else { return nil }
            let rest = before.dropLast()
            if "至到-~—".contains(mark) {
                let digits = (rest.last == "月" ? rest.dropLast() : rest).reversed()
                    .prefix { $0.isASCII && $0.isNumber }.reversed()
                if let first = Int(String(digits)) { return [first, last] }
            }
            let earlier = dates.last {
                $0.written.month != nil && $0.written.day == nil
                    && (1...9).contains(start - $0.range.upperBound)
            }
            guard let first = earlier?.written.month, first < last,
                before.hasSuffix("to") || before.hasSuffix("through") || mark == "-"
            else { return nil }
            return [first, last]
        }
    }
}
