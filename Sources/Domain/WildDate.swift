import Foundation

/// A date in a form that no standard knows: other orders, words of other languages, zones by name,
/// `Thu Jan 1 19:48:21 2004`, `20031231T101455Z`, `31.12.2003`, `2025年6月9日 下午3:05`, seconds of
/// Unix.
struct WildDate {
    private enum Token {
        case number(Int, digits: Int)
        case word(String)
        case sign(Character)
    }

    private var tokens: [Token] = []
    private let isChinese: Bool

    init(_ text: String) {
        isChinese = text.contains("年") && text.contains("月")
        var characters = Substring(text.prefix(80))
        while let first = characters.first {
            if first.isASCII, first.isNumber {
                let digits = characters.prefix { $0.isASCII && $0.isNumber }
                tokens.append(.number(Int(digits.prefix(16)) ?? 0, digits: digits.count))
                characters = characters.dropFirst(digits.count)
            } else if first.isLetter {
                let word = characters.prefix { $0.isLetter }
                tokens.append(.word(word.lowercased()))
                characters = characters.dropFirst(word.count)
            } else {
                if !first.isWhitespace { tokens.append(.sign(first)) }
                characters = characters.dropFirst()
            }
        }
    }

    var date: Date? {
        var rest = self
        if case .number(let seconds, digits: 10)? = tokens.first, tokens.count == 1 {
            return Date(timeIntervalSince1970: Double(seconds))
        }
        guard let (year, month, day) = rest.takeCalendarDay() else { return nil }
        let clock = rest.clockTime()
        return moment(
            year: year, month: month, day: day, hour: clock.hour, minute: clock.minute,
            second: clock.second, offset: clock.offset)
    }

    // MARK: - The day

    private mutating func takeCalendarDay() -> (Int, Int, Int)? {
        if let index = tokens.firstIndex(where: { monthNumber(of: $0) != nil }),
            let month = monthNumber(of: tokens[index])
        {
            return takeDay(around: index, month: month)
        }
        let numbers = tokens.indices.filter { value($0) != nil }
        guard let first = numbers.first, case .number(let head, let digits) = tokens[first] else {
            return nil
        }
        if digits == 8 {
            tokens.removeFirst(first + 1)
            return (head / 10_000, head / 100 % 100, head % 100)
        }
        guard digits == 4 else { return takeYearLast(numbers) }
        if numbers.count > 1, case .number(let ordinal, digits: 3) = tokens[numbers[1]] {
            tokens.removeFirst(numbers[1] + 1)
            return dayOfYear(ordinal, year: head)
        }
        let month = numbers.count > 1 ? value(numbers[1]) ?? 1 : 1
        // 2003-12T… says no day.
        let hasDay = numbers.count > 2 && isDatePart(numbers[2])
        let day = hasDay ? value(numbers[2]) ?? 1 : 1
        tokens.removeFirst((hasDay ? numbers[2] : numbers.count > 1 ? numbers[1] : first) + 1)
        return (head, month, day)
    }

    /// Whether a number is followed by no colon, and so is none of a clock.
    private func isDatePart(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, case .sign(":") = tokens[index + 1] else { return true }
        return false
    }

    /// `31.12.2003` has the day first; `12/31/2003` the month, unless it cannot be one.
    private mutating func takeYearLast(_ numbers: [Int]) -> (Int, Int, Int)? {
        guard numbers.count >= 3, let first = value(numbers[0]), let second = value(numbers[1]),
            let year = value(numbers[2]), isDatePart(numbers[0])
        else { return nil }
        var isMonthFirst = first <= 12
        if case .sign(".") = tokens[numbers[0] + 1] { isMonthFirst = false }
        tokens.removeFirst(numbers[2] + 1)
        return (fullYear(year), isMonthFirst ? first : second, isMonthFirst ? second : first)
    }

    private func dayOfYear(_ ordinal: Int, year: Int) -> (Int, Int, Int)? {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        var left = ordinal
        for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            .enumerated()
        {
            if left <= length { return (year, index + 1, left) }
            left -= length
        }
        return nil
    }

    /// `9 Jun 2025`, `Jun 9, 2025`, `Jun 9 19:48:21 2025`; the day and the year are taken out.
    private mutating func takeDay(around index: Int, month: Int) -> (Int, Int, Int)? {
        let numbers = tokens.indices.filter { value($0) != nil }
        let before = numbers.last { $0 < index && index - $0 <= 3 }
        let after = numbers.filter { $0 > index }
        let dayIndex: Int
        let yearIndex: Int?
        if let before, case .number(_, let digits) = tokens[before], digits <= 2 {
            (dayIndex, yearIndex) = (before, after.first { isDatePart($0) })
        } else if let before, let first = after.first {
            (dayIndex, yearIndex) = (first, before)
        } else if let first = after.first {
            dayIndex = first
            yearIndex =
                after.dropFirst().first { isDatePart($0) && digits($0) == 4 }
                ?? after.dropFirst().first
        } else {
            return nil
        }
        guard let yearIndex, let year = value(yearIndex), let day = value(dayIndex) else {
            return nil
        }
        let full = digits(yearIndex) > 2 ? year : fullYear(year)
        if yearIndex < dayIndex || !after.contains(where: { $0 > dayIndex && $0 < yearIndex }) {
            tokens.removeFirst(max(yearIndex, dayIndex, index) + 1)
        } else {
            tokens.remove(at: yearIndex)
            tokens.removeFirst(max(dayIndex, index) + 1)
        }
        return (full, month, day)
    }

    private func fullYear(_ year: Int) -> Int {
        year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year
    }

    private func value(_ index: Int) -> Int? {
        guard case .number(let value, _) = tokens[index] else { return nil }
        return value
    }

    private func digits(_ index: Int) -> Int {
        guard case .number(_, let digits) = tokens[index] else { return 0 }
        return digits
    }

    private func monthNumber(of token: Token) -> Int? {
        guard case .word(let word) = token, word.count >= 3 else { return nil }
        return Self.months[String(word.prefix(4))] ?? Self.months[String(word.prefix(3))]
    }

    // MARK: - The clock

    private func clockTime() -> (hour: Int, minute: Int, second: Int, offset: Int) {
        var clock: [Int] = []
        var index = 0
        var half: Int?
        while index < tokens.count, clock.count < 3 {
            switch tokens[index] {
            case .number(let value, let digits):
                if clock.isEmpty, digits == 6 || digits == 4 {
                    let six = digits == 6 ? value : value * 100
                    clock = [six / 10_000, six / 100 % 100, six % 100]
                } else {
                    clock.append(value)
                }
                index += 1
                guard index + 1 < tokens.count, clock.count < 3 else { continue }
                if case .sign(":") = tokens[index] {
                    index += 1
                } else if isChinese, case .word = tokens[index],
                    case .number = tokens[index + 1]
                {
                    index += 1
                } else {
                    return finish(clock, half ?? meridiem(at: index), from: index)
                }
            case .word(let word):
                half = half ?? Self.halves[word]
                index += 1
            case .sign(let sign):
                if !clock.isEmpty || sign == "+" || sign == "-" {
                    return finish(clock, half, from: index)
                }
                index += 1
            }
        }
        if index + 1 < tokens.count, case .sign(".") = tokens[index] { index += 2 }
        return finish(clock, half ?? meridiem(at: index), from: index)
    }

    private func meridiem(at index: Int) -> Int? {
        guard index < tokens.count, case .word(let word) = tokens[index] else { return nil }
        return Self.halves[word]
    }

    private func finish(
        _ clock: [Int], _ half: Int?, from index: Int
    ) -> (hour: Int, minute: Int, second: Int, offset: Int) {
        var hour = clock.first ?? 0
        if half == 12, hour < 12 { hour += 12 }
        if half == 0, hour == 12 { hour = 0 }
        return (
            hour, clock.count > 1 ? clock[1] : 0, clock.count > 2 ? clock[2] : 0,
            offset(from: index)
        )
    }

    private func offset(from start: Int) -> Int {
        for index in tokens.indices where index >= start {
            switch tokens[index] {
            case .sign(let sign) where sign == "+" || sign == "-":
                guard index + 1 < tokens.count, let value = value(index + 1) else { continue }
                var (hours, minutes) =
                    digits(index + 1) > 2 ? (value / 100, value % 100) : (value, 0)
                if digits(index + 1) <= 2, index + 3 < tokens.count,
                    case .sign(":") = tokens[index + 2]
                {
                    minutes = self.value(index + 3) ?? 0
                }
                hours = min(hours, 14)
                return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
            case .word(let word):
                if let minutes = Self.zones[word] { return minutes * 60 }
            default: continue
            }
        }
        return isChinese ? 8 * 3600 : 0
    }

    // MARK: - Words

    /// Noon and afternoon add twelve hours.
    private static let halves = [
        "am": 0, "pm": 12, "上午": 0, "下午": 12, "晚上": 12, "中午": 12, "오전": 0, "오후": 12,
        "午前": 0, "午後": 12,
    ]

    /// The zones of RFC 822 §5.1 and others that feeds use, minutes from UTC; CST is the American.
    private static let zones = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -300, "edt": -240, "cst": -360,
        "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540,
        "akdt": -480, "hst": -600, "bst": 60, "west": 60, "cet": 60, "met": 60, "mez": 60,
        "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "ist": 330,
        "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "awst": 480, "aest": 600, "aedt": 660,
        "nzst": 720, "nzdt": 780, "et": -300, "ct": -360, "mt": -420, "pt": -480,
    ]

    /// By the first letters, four where three are not enough.
    private static let months: [String: Int] = {
        let names = [
            "jan ene gen янв ιαν sty led oca", "feb fév fev фев φεβ lut úno şub",
            "mar mär mrt мар μαρ bře", "apr avr abr апр απρ kwi dub nis",
            "may mai mei mag maj мая май μαϊ kvě", "jun juin giu июн ιουν cze haz",
            "jul juil lug июл ιουλ lip tem", "aug aoû ago авг αυγ sie srp ağu",
            "sep set сен σεπ wrz zář eyl", "oct okt ott out окт οκτ paź říj eki",
            "nov ноя νοε lis kas", "dec dez dic déc дек δεκ gru pro ara",
        ]
        var table: [String: Int] = [:]
        for (index, line) in names.enumerated() {
            for name in line.split(separator: " ") { table[String(name)] = index + 1 }
        }
        return table
    }()
}
