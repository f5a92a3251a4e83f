/// Reads the dates, periods and times of a text, and which items they are made of.
struct DateReader {
    var dates: [DateMention] = []
    var periods: [PeriodMention] = []
    var clocks: [ClockMention] = []
    var isFiscal = false
    var isCalendar = false
    /// Items that are part of a date, so that no quantity is read from them.
    var used: Set<Int> = []

    let items: [Item]
    let passage: Passage
    let lexicon: Lexicon

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
                ?? latinDayFirst(number, at: index) ?? latinDigits(number, at: index)
                ?? latinDotted(number, at: index)
                ?? latinYear(number, at: index) ?? latinAgo(number, at: index)
                ?? latinHour(number, at: index)
                ?? index + 1
        case .word: return word(item, at: index)
        case .code:
            if passage.text(item.range).contains("FY") {
                isFiscal = true
                codedYear(at: index)
            }
            return clockCode(at: index) ?? index + 1
        case .latin, .mark: return index + 1
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
            codedYear(at: index)
            addFirst(before: item, period)
            return index + 1
        }
        if let weekday = item.meaning(.weekday), !isWeeks(item),
            !passage.isLatin(item.range.lowerBound) || passage.isUpper(item.range.lowerBound)
                || item.range.count > 6
        {
            let names = ["last": -1, "next": 1]
            let week = names.first { lexicon.key($0.key) == weekday.key }?.value
            add(.weekday(Int(weekday.value), week: week), at: index)
            return index + 1
        }
        if let day = item.meaning(.day) { return relative(day, at: index) }
        // at noon, from midnight
        if let hour = item.meaning(.hour), passage.isLatin(item.range.lowerBound),
            ["noon", "midnight"].contains(lexicon.names[hour.key])
        {
            return clock(Int(hour.value), 0, at: index, end: index + 1, isKnown: true)
        }
        return index + 1
    }

    /// 每三周一个 counts weeks, and 整周一局未失 tells of all of one.
    private func isWeeks(_ item: Item) -> Bool {
        let start = item.range.lowerBound
        guard start > 0, passage.text(start..<start + 1) == "周" else { return false }
        return passage.isDigit(start - 1) || Lexer.digitValues[passage.scalars[start - 1]] != nil
            || ["整", "半", "几", "数"].contains(passage.text(start - 1..<start))
    }

    /// from the first to the second quarter: the first is one as well.
    private mutating func addFirst(before item: Item, _ period: Lexicon.Meaning) {
        let start = item.range.lowerBound
        let before = passage.text(max(0, start - 18)..<start).lowercased()
        for (index, word) in ["first", "second", "third"].enumerated()
        where before.hasSuffix(word + " to the ") || before.hasSuffix(word + " and ") {
            periods.append(
                PeriodMention(kind: period.key, number: index + 1, range: start - 1..<start))
        }
    }

    mutating func add(
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
    func han(
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
    func unitItem(behind index: Int, _ unit: Unicode.Scalar) -> Int? {
        var place = items[index].range.upperBound
        while place < passage.count, passage.scalars[place] == 0x20 { place += 1 }
        guard place < passage.count, passage.scalars[place] == unit.value else { return nil }
        // 8 日元 is money, and 20 日均值 a mean.
        if unit == "日", ["元", "圆", "均"].contains(passage.text(place + 1..<place + 2)) {
            return nil
        }
        let next = index + 1
        return next < items.count && items[next].range.contains(place) ? next : index
    }

    func whole(_ number: Number) -> Int {
        number.value >= 0 && number.value < 1e6 ? Int(number.value) : -1
    }

    func gap(_ first: Int, _ second: Int) -> Int {
        items[second].range.lowerBound - items[first].range.upperBound
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
