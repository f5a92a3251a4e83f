import Domain

/// A day, month or year, as far as it is known.
struct CalendarDay: Sendable, Equatable {
    var year: Int?
    var month: Int?
    var day: Int?

    init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Days since 1970-01-01; nil unless all of it is known and exists.
    var number: Int? {
        guard let year, let month, let day, (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        return Timestamp.days(year: year, month: month, day: day)
    }

    init(number: Int) {
        let (year, month, day) = Timestamp.civil(days: number)
        self.init(year: year, month: month, day: day)
    }

    /// Monday is 1.
    var weekday: Int? { number.map { (($0 + 3) % 7 + 7) % 7 + 1 } }

    func moved(months: Int) -> CalendarDay {
        guard let year, let month else { return self }
        let total = year * 12 + month - 1 + months
        return CalendarDay(
            year: Int((Double(total) / 12).rounded(.down)), month: (total % 12 + 12) % 12 + 1)
    }
}

/// What a text says of a time: written out, relative, or a weekday.
struct DateMention: Sendable, Equatable {
    enum Relative: Sendable, Equatable {
        case days(Int), weeks(Int), months(Int), years(Int)
        /// A weekday, with the week where it is named: last -1, next 1.
        case weekday(Int, week: Int?)
    }

    var written = CalendarDay()
    var relative: Relative?
    /// 90年代: the year is the first of ten.
    var isDecade = false
    /// 11/02/25 is February or November.
    var isAmbiguous = false
    var range: Range<Int>
}

/// A quarter or half of a year.
struct PeriodMention: Sendable, Equatable {
    var kind: Lexicon.Key
    var number: Int
    var range: Range<Int>
}

/// A time of the day, in minutes since midnight.
struct ClockMention: Sendable, Equatable {
    var minutes: Int
    /// 3 o'clock may be in the morning or in the afternoon.
    var isHalfDay = false
    /// Hours east of Greenwich, where a zone is named.
    var zone: Double?
    /// 3 时许: no minutes are given.
    var hasMinutes = true
    var range: Range<Int>
}

extension DateMention {
    /// The days that are meant, seen from the day of publication.
    func days(published: CalendarDay?) -> [CalendarDay] {
        if let relative { return days(relative, published) }
        guard written.year == nil, let month = written.month else {
            if let day = written.day, written.year == nil, let published {
                // The nearest such day: of this month, or of the one before or after.
                return [0, -1, 1].compactMap {
                    var moved = published.moved(months: $0)
                    moved.day = day
                    guard let number = moved.number, let today = published.number else {
                        return nil
                    }
                    return abs(number - today) <= 20 ? moved : nil
                }
            }
            return [written]
        }
        guard let published, let year = published.year, let today = published.number else {
            return [written]
        }
        // A day without a year is one of the last eleven months, or less than about half a year away.
        return [year, year - 1, year + 1].compactMap { candidate in
            let day = CalendarDay(year: candidate, month: month, day: written.day)
            let number = Timestamp.days(year: candidate, month: month, day: written.day ?? 15)
            return number <= today && today - number < 330
                || number > today && number - today <= (written.day == nil ? 300 : 190)
                ? day : nil
        }
    }

    private func days(_ relative: Relative, _ published: CalendarDay?) -> [CalendarDay] {
        guard let published, let today = published.number, let year = published.year else {
            return [written]
        }
        switch relative {
        case .days(let offset): return [CalendarDay(number: today + offset)]
        case .weeks(let offset):
            let monday = today - (published.weekday ?? 1) + 1 + offset * 7
            return (0..<7).map { CalendarDay(number: monday + $0) }
        case .months(let offset):
            var month = published.moved(months: offset)
            month.day = written.day
            return [month]
        case .years(let offset):
            return [
                CalendarDay(year: year + offset, month: written.month, day: written.day)
            ]
        case .weekday(let weekday, let week):
            let back = ((published.weekday ?? 1) - weekday + 7) % 7
            let last = today - back
            let monday = today - (published.weekday ?? 1) + 1
            switch week {
            case .some(let week) where week < 0:
                return [monday - 8 + weekday, last, last == today ? last - 7 : last]
                    .map(CalendarDay.init(number:))
            case .some: return [monday + 6 + weekday, last + 7].map(CalendarDay.init(number:))
            case nil: return [last, last + 7].map(CalendarDay.init(number:))
            }
        }
    }
}
