import Domain
package import Foundation

/// Reads the time of an entry: RFC 822 as RSS 2.0 writes it, RFC 3339 and the W3C's shorter forms
/// as Atom does, `2025-06-09 12:45:18` and `2025年6月9日 12:45` as found in the wild.
///
/// A time without a zone is UTC, but Chinese Standard Time after 年月日; a two-digit year from 70 on
/// is 19xx. Nil when no form fits; the entry then takes the time it was fetched.
package func entryDate(_ text: String) -> Date? {
    var scanner = DateScanner(text)
    return scanner.date()
}

/// Splits a date into numbers and words, and puts them where they belong.
private struct DateScanner {
    private enum Token {
        case number(Int, digits: Int)
        case word(String)
        case sign(Character)
    }

    private var tokens: [Token] = []
    private let isChinese: Bool

    init(_ text: String) {
        isChinese = text.contains("年")
        var characters = Substring(text.prefix(64))
        while let first = characters.first {
            if first.isASCII, first.isNumber {
                let digits = characters.prefix { $0.isASCII && $0.isNumber }
                tokens.append(.number(Int(digits) ?? 0, digits: digits.count))
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

    mutating func date() -> Date? {
        guard let (year, month, day) = calendarDay() else { return nil }
        let (hour, minute, second, offset) = clockTime()
        guard (1...12).contains(month), (1...31).contains(day), (0...24).contains(hour),
            (0...59).contains(minute), (0...60).contains(second), (1970...9999).contains(year)
        else { return nil }
        let text =
            String(format: "%04d-%02d-%02dT00:00:00.000Z", year, month, day)
        guard let midnight = Timestamp.date(text) else { return nil }
        return midnight.addingTimeInterval(
            Double(hour * 3600 + minute * 60) + Double(second) - Double(offset))
    }

    private static let months = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
        "oct": 10, "nov": 11, "dec": 12,
    ]

    private mutating func calendarDay() -> (Int, Int, Int)? {
        // 9 Jun 2025, or Jun 9, 2025.
        if let index = tokens.firstIndex(where: { monthNumber(of: $0) != nil }),
            let month = monthNumber(of: tokens[index])
        {
            let numbers = tokens.indices.filter { isDate($0, near: index) }
            if let before = numbers.last(where: { $0 < index }),
                let after = numbers.first(where: { $0 > index })
            {
                return take(year: after, month: month, day: before, through: after)
            }
            guard numbers.count >= 2 else { return nil }
            return take(year: numbers[1], month: month, day: numbers[0], through: numbers[1])
        }
        let numbers = tokens.indices.filter { number(tokens[$0]) != nil }
        guard let first = numbers.first, case .number(let year, let digits) = tokens[first] else {
            return nil
        }
        if digits == 8 {
            tokens.removeFirst(first + 1)
            return (year / 10_000, year / 100 % 100, year % 100)
        }
        guard digits == 4 else { return nil }
        let rest = numbers.dropFirst()
        let month = rest.first.flatMap { number(tokens[$0]) } ?? 1
        let day = rest.dropFirst().first.flatMap { number(tokens[$0]) } ?? 1
        tokens.removeFirst((rest.dropFirst().first ?? rest.first ?? first) + 1)
        return (year, month, day)
    }

    private mutating func take(
        year: Int, month: Int, day: Int, through last: Int
    ) -> (Int, Int, Int)? {
        guard case .number(let yearNumber, let digits) = tokens[year],
            let dayNumber = number(tokens[day])
        else { return nil }
        tokens.removeFirst(last + 1)
        let century = digits > 2 ? 0 : yearNumber >= 70 ? 1900 : 2000
        return (century + yearNumber, month, dayNumber)
    }

    private func monthNumber(of token: Token) -> Int? {
        guard case .word(let word) = token, word.count >= 3 else { return nil }
        return Self.months[String(word.prefix(3))]
    }

    private func number(_ token: Token) -> Int? {
        guard case .number(let value, _) = token else { return nil }
        return value
    }

    private func isDate(_ candidate: Int, near index: Int) -> Bool {
        number(tokens[candidate]) != nil && abs(candidate - index) <= 4
    }

    /// Hour, minute, second, and the zone's offset in seconds.
    private mutating func clockTime() -> (Int, Int, Int, Int) {
        var clock: [Int] = []
        var index = 0
        var isAfternoon = false
        while index < tokens.count, clock.count < 3 {
            if let value = number(tokens[index]) {
                clock.append(value)
                guard index + 1 < tokens.count, case .sign(":") = tokens[index + 1] else {
                    index += 1
                    if isChinese, clock.count < 3, index + 1 < tokens.count,
                        case .word = tokens[index], number(tokens[index + 1]) != nil
                    {
                        index += 1
                        continue
                    }
                    break
                }
                index += 2
            } else {
                if case .word(let word) = tokens[index] {
                    isAfternoon = isAfternoon || word.contains("下午") || word.contains("晚")
                }
                index += 1
            }
        }
        if index + 1 < tokens.count, case .sign(".") = tokens[index] { index += 2 }
        if index < tokens.count, case .word(let word) = tokens[index], word == "pm" {
            isAfternoon = true
        }
        var hour = clock.first ?? 0
        if isAfternoon, hour < 12 { hour += 12 }
        let offset = offset(from: index)
        return (hour, clock.count > 1 ? clock[1] : 0, clock.count > 2 ? clock[2] : 0, offset)
    }

    private func offset(from start: Int) -> Int {
        for index in tokens.indices where index >= start {
            switch tokens[index] {
            case .sign(let sign) where sign == "+" || sign == "-":
                guard index + 1 < tokens.count,
                    case .number(let value, let digits) = tokens[index + 1]
                else { continue }
                var (hours, minutes) = digits > 2 ? (value / 100, value % 100) : (value, 0)
                if digits <= 2, index + 3 < tokens.count, case .sign(":") = tokens[index + 2],
                    let extra = number(tokens[index + 3])
                {
                    minutes = extra
                }
                hours = min(hours, 14)
                return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
            case .word(let word):
                if let hours = Self.zones[word] { return hours * 3600 }
            default: continue
            }
        }
        return isChinese ? 8 * 3600 : 0
    }

    /// The zones of RFC 822 §5.1 and a few that feeds use; CST is the American one there.
    private static let zones = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
        "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "bst": 1, "cet": 1, "cest": 2, "eet": 2,
        "eest": 3, "msk": 3, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8,
    ]
}
