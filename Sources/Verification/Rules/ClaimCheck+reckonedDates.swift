import Domain

extension ClaimCheck {
    /// 由 5 月 10 日推迟 21 天至 5 月 31 日 reckons by itself.
    mutating func checkMoved() {
        let days = claim.dates.filter { $0.written.day != nil && $0.written.month != nil }
        guard days.count == 2, let from = days.first, let to = days.last else { return }
        let between = claim.text(between: from.range, and: to.range)
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

    private static let ahead = [
        " by ", " until ", " before ", " till ", " next ", "takes effect on ", "take effect on ",
        "into force on ",
        "effective ", "due on ", "starts on ", "start on ", "begins on ", "begin on ",
        "planned for ",
        "scheduled for ", "expected on ",
    ]

    /// By June 30, and October 31 this year: a day that is to come, however far it is.
    func deadline(_ mention: DateMention) -> [CalendarDay] {
        let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
        let before = grounds.near.text(max(0, start - 24)..<start).lowercased()
        let behind = grounds.near.text(end..<end + 10).lowercased()
        guard mention.relative == nil, mention.written.year == nil, mention.written.month != nil,
            let published = grounds.published, let year = published.year,
            let today = published.number,
            Self.ahead.contains(where: before.hasSuffix)
                || [" this year", " next year"].contains(behind)
        else { return [] }
        return [year, year + 1].compactMap { year in
            var day = CalendarDay(year: year, month: mention.written.month, day: 15)
            day.day = mention.written.day ?? 15
            guard let number = day.number, (1...365).contains(number - today) else { return nil }
            day.day = mention.written.day
            return day
        }
    }

    /// The runs of months that the evidence names, nil for none.
    func evidenceRuns() -> [[Int]]? {
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
    mutating func checkDoubled() {
        let bare = claim.dates.filter {
            $0.relative == nil && $0.written.year != nil || $0.written.month != nil
                || $0.written.day != nil && $0.relative == nil
        }
        for (index, date) in bare.enumerated() {
            let isDoubled = bare.dropFirst(index + 1).contains {
                // 今年 1 月是第三热的 1 月
                !claim.text(max(0, $0.range.lowerBound - 2)..<$0.range.lowerBound).contains("的")
                    && $0.written == date.written
                    || $0.written.day != nil && $0.written.day == date.written.day
                        && ($0.written.month == nil || date.written.month == nil)
            }
            let isTwice =
                grounds.near.dates.count {
                    $0.written.day == date.written.day && date.written.day != nil
                }
                > 1
            guard isDoubled, !isTwice else { continue }
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

    /// Three days after June 8 is June 11; the year before 2025 is 2024.
    func isMoved(_ wanted: [CalendarDay], _ days: [CalendarDay]) -> Bool {
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

    /// 次日, or six months later: a day that is counted from one of the evidence's.
    func isCountedDay(_ wanted: [CalendarDay], _ days: [CalendarDay]) -> Bool {
        isBeside(wanted, days.compactMap(\.number))
            || grounds.near.passage.holdsAnyLower(Self.moving) && isMonthsFrom(wanted, days)
    }

    static let dayAfter = [
        "次日", "翌日", "第二天", "隔天", "隔日", " next day", " following day", " day later", " day after",
        "overnight",
    ]
    static let dayBefore = ["前一天", "前一日", " day before", " day earlier", "eve of"]

    /// 次日: the day after one of the evidence's.
    private func isBeside(_ wanted: [CalendarDay], _ numbers: [Int]) -> Bool {
        let near = grounds.near.passage
        let isAfter = near.holdsAnyLower(Self.dayAfter)
        let isBefore = near.holdsAnyLower(Self.dayBefore)
        let beside = numbers.flatMap { [isAfter ? $0 + 1 : nil, isBefore ? $0 - 1 : nil] }
            .compactMap { $0 }.map(CalendarDay.init(number:))
        return wanted.contains { want in
            want.day != nil
                && beside.contains { $0.day == want.day && [nil, $0.month].contains(want.month) }
        }
    }

    private static let moving = ["延长", "推迟", "延后", "延期", "extend", "delay", "postpone", "push"]

    /// January 9, and up to six months longer: July 9; March, three months later than planned: December.
    func isMonthsFrom(_ wanted: [CalendarDay], _ days: [CalendarDay]) -> Bool {
        let near = grounds.near
        let key = Measure.physical(lexicon.key("duration"))
        let months = near.quantities.flatMap { quantity in
            quantity.units.filter { $0.measure == key && $0.factor > 2e6 }.flatMap { unit in
                let count = Int(
                    (min(quantity.number.value, 1000) * unit.factor / 2_629_746).rounded())
                let end = quantity.range.upperBound
                let behind = near.text(end..<end + 8).lowercased()
                let isLate = [" late", " behind"].contains(where: behind.hasPrefix)
                return isLate ? [count, -count] : [count]
            }
        }
        return wanted.contains { want in
            days.contains { day in
                months.contains { count in
                    let moved = day.moved(months: count)
                    return day.year != nil && [nil, moved.year].contains(want.year)
                        && moved.month == want.month
                        && (want.day == nil || want.day == day.day)
                }
            }
        }
    }

    /// The spans of time that a text tells in minutes or hours.
    func spansInMinutes(of reading: Reading, isCounted: Bool = false) -> [Int] {
        let key = Measure.physical(lexicon.key("duration"))
        return reading.quantities.compactMap { quantity in
            guard let unit = quantity.units.first(where: { $0.measure == key }),
                (60...3600).contains(unit.factor), quantity.number.value < 10_000,
                !isCounted || isOffset(quantity) || lasts(quantity)
            else { return nil }
            return Int(quantity.amount(unit) / 60)
        }
    }

    /// 31 hours after 5:25 a.m. on the 24th is 12:25 on the 25th.
    func isLater(_ date: DateMention, _ numbers: [Int]) -> Bool {
        let spans = spansInMinutes(of: grounds.near)
        guard !spans.isEmpty, !claim.clocks.isEmpty else { return false }
        let years = Set(grounds.near.dates.compactMap(\.written.year))
        let wanted = date.days(published: date.written.month == nil ? grounds.published : nil)
        let dated = wanted.flatMap { want in
            want.year != nil
                ? [want]
                : years.map { year in
                    var day = want
                    day.year = year
                    return day
                }
        }
        let ends = dated.compactMap(\.number).flatMap { day in
            claim.clocks.map { day * 1440 + $0.minutes }
        }
        return numbers.contains { day in
            grounds.near.clocks.contains { clock in
                spans.contains { span in
                    ends.contains(day * 1440 + clock.minutes + span)
                        || ends.contains(day * 1440 + clock.minutes - span)
                }
            }
        }
    }

    /// blocked for 31 hours
    private func lasts(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        return grounds.near.text(max(0, start - 4)..<start).lowercased() == "for "
    }

    /// Days later, earlier or after: counted from a day, not just lasting.
    private func isOffset(_ quantity: Quantity) -> Bool {
        let end = quantity.range.upperBound
        let behind = grounds.near.text(end..<end + 10).lowercased()
        return [
            " later", " earlier", " after", " before", " into", "后", "前", "之后", " 后", "的",
        ].contains(
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
                "时隔", "时隔 ", "相隔", "in ", "within ", "next ", "past ", "last ", "over ", "for ",
                "近", "历时", "未来", "过去",
            ]
            .contains(where: before.hasSuffix) && quantity.number.value >= 2
    }

    /// Two years after 2024 is 2026.
    func isWorkedOut(_ year: Int) -> Bool {
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
        // A ship 24 years old was built in 2000.
        let ages = grounds.near.quantities.filter { quantity in
            quantity.units.contains { $0.measure == .physical(lexicon.key("age")) }
                && quantity.number.value < 1000
        }.map { Int($0.number.value) }
        if let today = grounds.published?.year, ages.contains(where: { today - $0 == year }) {
            return true
        }
        return (years + [grounds.published?.year].compactMap { $0 }).contains { start in
            spans.contains { start + $0 == year || start - $0 == year }
        }
    }
}
