import Editing

/// Reads the dates, periods and times of a text, and which items they are made of.
struct DateReader {
    private(set) var dates: [DateMention] = []
    private(set) var periods: [PeriodMention] = []
    private(set) var clocks: [ClockMention] = []
    private(set) var isFiscal = false
    private(set) var isCalendar = false
    /// Items that are part of a date, so that no quantity is read from them.
    private(set) var used: Set<Int> = []

    private let items: [Item]
    private let passage: Passage
    private let lexicon: Lexicon

    init(_ items: [Item], _ passage: Passage, lexicon: Lexicon = .shared) {
        self.items = items
        self.passage = passage
        self.lexicon = lexicon
        var index = 0
        while index < items.count { index = max(index + 1, read(at: index)) }
        dropExplained()
    }

    /// In `next Thursday, June 19` the date says which Thursday; `(Published June 9, 2025)` is said
    /// of the text, not in it.
    private mutating func dropExplained() {
        let written = dates.filter { $0.written.day != nil && $0.written.month != nil }
        dates.removeAll { date in
            if case .weekday = date.relative {
                return written.contains {
                    (0...2).contains($0.range.lowerBound - date.range.upperBound)
                        || (0...2).contains(date.range.lowerBound - $0.range.upperBound)
                }
            }
            return false
        }
    }

    /// Reads what begins at an item, and says where to go on.
    private mutating func read(at index: Int) -> Int {
        let item = items[index]
        switch item.kind {
        case .numericDate(let first, let second, let third):
            return numeric(first, second, third, at: index)
        case .clock(let hour, let minute): return clock(hour, minute, at: index, end: index + 1)
        case .number(let number):
            return hanDate(number, at: index) ?? hanClock(number, at: index)
                ?? latinDayFirst(number, at: index) ?? latinYear(number, at: index)
                ?? latinAgo(number, at: index) ?? latinHour(number, at: index) ?? index + 1
        case .word: return word(item, at: index)
        case .latin, .code, .mark: return index + 1
        }
    }

    private mutating func word(_ item: Item, at index: Int) -> Int {
        if let month = item.meaning(.month), let end = latinMonth(Int(month.value), at: index) {
            return end
        }
        if let fiscal = item.meaning(.fiscal) {
            if fiscal.key == lexicon.key("f") { isFiscal = true } else { isCalendar = true }
        }
        if let period = item.meaning(.period) {
            periods.append(
                PeriodMention(kind: period.key, number: Int(period.value), range: item.range))
            if passage.text(item.range).contains("财") { isFiscal = true }
            return index + 1
        }
        if let weekday = item.meaning(.weekday),
            !passage.isLatin(item.range.lowerBound) || passage.isUpper(item.range.lowerBound)
                || item.range.count > 6
        {
            let names = ["last": -1, "next": 1]
            let week = names.first { lexicon.key($0.key) == weekday.key }?.value
            add(.weekday(Int(weekday.value), week: week), at: index)
            return index + 1
        }
        if let day = item.meaning(.day) { return relative(day, at: index) }
        return index + 1
    }

    private mutating func add(
        _ relative: DateMention.Relative?, _ written: CalendarDay = CalendarDay(), at index: Int,
        through last: Int? = nil
    ) {
        let end = items[last ?? index].range.upperBound
        dates.append(
            DateMention(
                written: written, relative: relative,
                range: items[index].range.lowerBound..<end))
        used.formUnion(index...(last ?? index))
    }

    /// 去年3月, 上月18日, 昨日.
    private mutating func relative(_ day: Lexicon.Meaning, at index: Int) -> Int {
        let offset = Int(day.value)
        let key = lexicon.names[day.key]
        var written = CalendarDay()
        var last = index
        if key == "year", let month = han(after: index, "月", 1...12) {
            written.month = month.value
            last = month.last
            if let day = han(after: last, "日", 1...31) {
                written.day = day.value
                last = day.last
            }
        } else if key == "month", let day = han(after: index, "日", 1...31) {
            written.day = day.value
            last = day.last
        }
        let relative: DateMention.Relative =
            switch key {
            case "day": .days(offset)
            case "week": .weeks(offset)
            case "month": .months(offset)
            default: .years(offset)
            }
        add(relative, written, at: index, through: last)
        return last + 1
    }

    /// A number and a Han unit right behind an item: 6月, 9日.
    private func han(
        after index: Int, _ unit: Unicode.Scalar, _ limits: ClosedRange<Int>
    ) -> (value: Int, last: Int)? {
        guard index + 1 < items.count, let number = items[index + 1].number,
            gap(index, index + 1) <= 2, number.step == 1, limits.contains(whole(number)),
            let end = unitItem(behind: index + 1, unit)
        else { return nil }
        return (whole(number), end)
    }

    /// The item that holds a Han unit right behind a number; the number's own where the unit is no
    /// item of its own.
    private func unitItem(behind index: Int, _ unit: Unicode.Scalar) -> Int? {
        var place = items[index].range.upperBound
        while place < passage.count, passage.scalars[place] == 0x20 { place += 1 }
        guard place < passage.count, passage.scalars[place] == unit.value else { return nil }
        // 8 日元 is money.
        if unit == "日", ["元", "圆"].contains(passage.text(place + 1..<place + 2)) { return nil }
        let next = index + 1
        return next < items.count && items[next].range.contains(place) ? next : index
    }

    private func whole(_ number: Number) -> Int {
        number.value >= 0 && number.value < 1e6 ? Int(number.value) : -1
    }

    private func gap(_ first: Int, _ second: Int) -> Int {
        items[second].range.lowerBound - items[first].range.upperBound
    }
}

extension DateReader {
    /// 2025年6月9日 and its parts.
    private mutating func hanDate(_ number: Number, at index: Int) -> Int? {
        guard number.step == 1, !number.isVague else { return nil }
        var written = CalendarDay()
        var last = index
        let value = whole(number)
        if let end = unitItem(behind: index, "年"), (1000...2999).contains(value), number.digits == 4
        {
            let behind = items[end].range.upperBound
            if passage.text(behind..<behind + 1) == "代"
                || passage.text(items[end].range).hasSuffix("年代")
            {
                add(nil, CalendarDay(year: value), at: index, through: end)
                dates[dates.count - 1].isDecade = true
                return end + 1
            }
            written.year = value
            last = end
            if let month = han(after: end, "月", 1...12) {
                written.month = month.value
                last = month.last
                if let day = han(after: last, "日", 1...31) ?? han(after: last, "号", 1...31) {
                    written.day = day.value
                    last = day.last
                }
            }
        } else if let end = unitItem(behind: index, "月"), (1...12).contains(value),
            !number.hasScale || value >= 10
        {
            written.month = value
            last = end
            if let day = han(after: end, "日", 1...31) ?? han(after: end, "号", 1...31) {
                written.day = day.value
                last = day.last
            }
        } else if let end = unitItem(behind: index, "日"), (1...31).contains(value),
            isDay(index, end)
        {
            written.day = value
            last = end
        } else {
            return nil
        }
        add(nil, written, at: index, through: last)
        return last + 1
    }

    /// 6日 is a day; 30日内, 第3日 and 5日元 are not.
    private func isDay(_ index: Int, _ end: Int) -> Bool {
        let behind = passage.text(items[end].range.upperBound..<items[end].range.upperBound + 1)
        let start = items[index].range.lowerBound
        let before = passage.text(max(0, start - 1)..<start)
        return items[index].number?.form == .digits && !["内", "间", "元", "游", "均"].contains(behind)
            && !["第", "近", "约", "超"].contains(before)
    }

    /// 16时47分, 下午3时许, 3点半.
    private mutating func hanClock(_ number: Number, at index: Int) -> Int? {
        guard (0...24).contains(whole(number)), number.step == 1 else { return nil }
        let place = items[index].range.upperBound
        let text = passage.text(place..<place + 4).filter { $0 != " " }
        let isHour = text.hasPrefix("时") && !text.hasPrefix("时间")
        let half = index > 0 && gap(index - 1, index) <= 1 && items[index - 1].meaning(.hour) != nil
        guard isHour || (half && text.hasPrefix("点")) else { return nil }
        var minutes = 0
        var end = index + 1
        if end < items.count, items[end].number == nil, items[end].range.lowerBound <= place + 1 {
            end += 1
        }
        if text.dropFirst().hasPrefix("半") {
            minutes = 30
        } else if end < items.count, let minute = items[end].number,
            (0..<60).contains(whole(minute)),
            items[end].range.lowerBound - place <= 3,
            unitItem(behind: end, "分") != nil
        {
            minutes = whole(minute)
            end = (unitItem(behind: end, "分") ?? end) + 1
        }
        return clock(whole(number), minutes, at: index, end: end)
    }

    /// 3 p.m., 11 am.
    private mutating func latinHour(_ number: Number, at index: Int) -> Int? {
        guard (1...12).contains(whole(number)), index + 1 < items.count, gap(index, index + 1) <= 1,
            let hour = items[index + 1].meaning(.hour),
            passage.isLatin(items[index + 1].range.lowerBound)
        else { return nil }
        let value = whole(number) % 12 + Int(hour.value)
        return clock(value, 0, at: index, end: index + 2, isKnown: true)
    }

    private mutating func clock(
        _ hour: Int, _ minute: Int, at index: Int, end: Int, isKnown: Bool = false
    ) -> Int {
        var hour = hour
        var end = min(end, items.count)
        var isHalfDay = hour <= 12 && !isKnown
        if index > 0, gap(index - 1, index) <= 1, let half = items[index - 1].meaning(.hour),
            hour <= 12
        {
            hour = hour % 12 + Int(half.value)
            isHalfDay = false
        }
        if end < items.count, gap(end - 1, end) <= 1, let half = items[end].meaning(.hour),
            passage.isLatin(items[end].range.lowerBound), hour <= 12
        {
            hour = hour % 12 + Int(half.value)
            isHalfDay = false
            end += 1
        }
        if case .clock = items[index].kind, !isKnown, isHalfDay,
            hour == 0 || passage.scalars[items[index].range.lowerBound] == 0x30
        {
            isHalfDay = false
        }
        let near = items[max(0, index - 6)..<min(items.count, end + 3)]
        let zone = near.lazy.compactMap { $0.meaning(.zone)?.value }.first
        clocks.append(
            ClockMention(
                minutes: hour * 60 + minute, isHalfDay: isHalfDay && zone == nil, zone: zone,
                hasMinutes: minute > 0, range: items[index].range))
        used.formUnion(index..<max(end, index + 1))
        return max(end, index + 1)
    }

    private mutating func numeric(_ first: Int, _ second: Int, _ third: Int, at index: Int) -> Int {
        if first > 31 {
            add(nil, CalendarDay(year: first, month: second, day: third), at: index)
        } else {
            let year = third < 100 ? 2000 + third : third
            add(nil, CalendarDay(year: year, month: first, day: second), at: index)
            dates[dates.count - 1].isAmbiguous = first <= 12 && second <= 12 && first != second
            if first > 12 {
                dates[dates.count - 1].written = CalendarDay(year: year, month: second, day: first)
            }
        }
        return index + 1
    }
}

extension DateReader {
    /// March 3, 2026; Nov. 18; June 2025; May.
    private mutating func latinMonth(_ month: Int, at index: Int) -> Int? {
        let item = items[index]
        guard passage.isUpper(item.range.lowerBound) else { return nil }
        var written = CalendarDay(month: month)
        var last = index
        if let (value, end) = plain(after: index), (1...31).contains(value), !isYear(end),
            end == index + 1
        {
            written.day = value
            last = end
            // April 17 and 18
            let next = end + 1
            if next + 1 < items.count, let number = items[next + 1].number, number.step == 1,
                (1...31).contains(whole(number)), number.form == .digits,
                ["and", "or", "to"].contains(passage.text(items[next].range).lowercased())
            {
                dates.append(
                    DateMention(
                        written: CalendarDay(month: month, day: whole(number)),
                        range: items[next + 1].range))
            }
            if let (year, end) = plain(after: last), isYear(end), year > 1000 {
                written.year = year
                last = end
            }
        } else if let (year, end) = plain(after: index), isYear(end) {
            written.year = year
            last = end
        }
        // May and March are also words: a month has a number, or a preposition before it.
        if last == index, month == 5 || month == 3, !hasPreposition(index) { return nil }
        add(nil, written, at: index, through: last)
        return last + 1
    }

    /// 18 November 2019, 3. Juni.
    private mutating func latinDayFirst(_ number: Number, at index: Int) -> Int? {
        guard (1...31).contains(whole(number)), number.step == 1, index + 1 < items.count else {
            return nil
        }
        var next = index + 1
        if case .mark = items[next].kind, next + 1 < items.count, gap(index, next) == 0 {
            next += 1
        }
        if passage.text(items[index].range.upperBound..<items[next].range.lowerBound).count > 5 {
            return nil
        }
        guard let month = items[next].meaning(.month), passage.isUpper(items[next].range.lowerBound)
        else { return nil }
        var written = CalendarDay(month: Int(month.value), day: whole(number))
        var last = next
        if let (year, end) = plain(after: next), isYear(end), year > 1000 {
            written.year = year
            last = end
        }
        add(nil, written, at: index, through: last)
        return last + 1
    }

    /// A year by itself is left to be a quantity as well: 2005 adults.
    private mutating func latinYear(_ number: Number, at index: Int) -> Int? {
        guard isYear(index), passage.isDigit(items[index].range.lowerBound),
            standsAlone(index)
        else { return nil }
        let end = items[index].range.upperBound
        let isDecade = passage.text(end..<end + 1) == "s"
        dates.append(
            DateMention(
                written: CalendarDay(year: whole(number)), isDecade: isDecade,
                range: items[index].range))
        if hasPreposition(index) || isDecade { used.insert(index) }
        return index + 1
    }

    /// No grouping, no sign, no unit and no Han beside it: 2,000, $2000 and 2000 美元 are no years.
    private func standsAlone(_ index: Int) -> Bool {
        let range = items[index].range
        guard range.count == 4 else { return false }
        let beside =
            passage.text(max(0, range.lowerBound - 2)..<range.lowerBound)
            + passage.text(range.upperBound..<range.upperBound + 2)
        guard
            !beside.unicodeScalars.contains(where: {
                $0.isHan || "$£€¥%".unicodeScalars.contains($0)
            })
        else { return false }
        guard index + 1 < items.count, gap(index, index + 1) <= 1 else { return true }
        return items[index + 1].meanings.allSatisfy {
            $0.kind != .unit && $0.kind != .money && $0.kind != .scale
        }
    }

    /// three days ago, two months earlier.
    private mutating func latinAgo(_ number: Number, at index: Int) -> Int? {
        guard index + 1 < items.count, let unit = items[index + 1].meaning(.unit),
            unit.key == lexicon.key("duration"), gap(index, index + 1) <= 1
        else { return nil }
        let end = items[index + 1].range.upperBound
        let tail = passage.text(end..<end + 8).lowercased()
        guard tail.hasPrefix(" ago") || tail.hasPrefix("前") || tail.hasPrefix(" earlier") else {
            return nil
        }
        let count = -whole(number)
        let relative: DateMention.Relative? =
            switch unit.value {
            case 86_400: .days(count)
            case 604_800: .days(count * 7)
            case 2_629_746: .months(count)
            case 31_556_952: .years(count)
            default: nil
            }
        guard let relative else { return nil }
        dates.append(
            DateMention(relative: relative, range: items[index].range))
        return index + 1
    }

    /// The number right behind an item, past a comma or `the`.
    private func plain(after index: Int) -> (Int, Int)? {
        var next = index + 1
        if next < items.count, case .mark(let mark) = items[next].kind,
            mark == 0x2c || mark == 0x3002, gap(index, next) == 0
        {
            next += 1
        }
        guard next < items.count, let number = items[next].number, gap(next - 1, next) <= 2,
            number.step == 1, !number.hasScale, number.form == .digits
        else { return nil }
        return (whole(number), next)
    }

    private func isYear(_ index: Int) -> Bool {
        guard let number = items[index].number, number.step == 1, number.digits == 4,
            items[index].range.count <= 5
        else { return false }
        return (1500...2100).contains(whole(number))
    }

    private func hasPreposition(_ index: Int) -> Bool {
        let start = items[index].range.lowerBound
        let before = passage.text(max(0, start - 12)..<start).lowercased()
        let word = before.split(whereSeparator: { !$0.isLetter }).last.map(String.init) ?? ""
        return Self.prepositions.contains(word)
    }

    private static let prepositions: Set<String> = [
        "in", "since", "by", "of", "until", "from", "for", "to", "late", "early", "mid", "last",
        "this", "next", "through", "during", "before", "after", "fiscal", "year", "and", "between",
        "im", "seit", "ende", "anfang", "jahr", "till", "ended", "ending",
    ]
}
