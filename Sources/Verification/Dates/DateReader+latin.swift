import Editing
import Foundation

extension DateReader {
    /// March 3, 2026; Nov. 18; June 2025; May.
    mutating func latinMonth(_ month: Int, at index: Int) -> Int? {
        let item = items[index]
        guard passage.isUpper(item.range.lowerBound) else { return nil }
        var written = CalendarDay(month: month)
        var last = index
        if let (value, end) = plain(after: index), (1...31).contains(value), !isYear(end),
            end == index + 1
        {
            written.day = value
            last = end
            // April 17 and 18, May 18-20
            let second = joined(behind: end).flatMap { next in day(at: next).map { ($0, next) } }
            let lastDay = second?.1 ?? end
            if let (year, end) = plain(after: lastDay), isYear(end), year > 1000 {
                written.year = year
                last = end
            }
            if let (day, next) = second {
                add(nil, written, at: index, through: end)
                written.day = day
                add(nil, written, at: next, through: max(next, last))
                return max(next, last) + 1
            }
        } else if let (year, end) = plain(after: index), isYear(end) {
            written.year = year
            last = end
        }
        // May and March are also words: a month has a number, or a preposition before it.
        if last == index, month == 5 || month == 3, !hasPreposition(index),
            // that May revenue rose: in the middle of a sentence a capital tells it from the word
            index == 0 || !passage.isLatin(items[index - 1].range.upperBound - 1)
                || gap(index - 1, index) != 1
        {
            return nil
        }
        // January last year
        if last == index, index + 1 < items.count, gap(index, index + 1) == 1,
            let day = items[index + 1].meaning(.day), lexicon.names[day.key] == "year",
            passage.isLatin(items[index + 1].range.lowerBound)
        {
            add(.years(Int(day.value)), written, at: index, through: index + 1)
            return index + 2
        }
        add(nil, written, at: index, through: last)
        return last + 1
    }

    /// 18 November 2019, 3. Juni.
    mutating func latinDayFirst(_ number: Number, at index: Int) -> Int? {
        guard (1...31).contains(whole(number)), number.step == 1, index + 1 < items.count else {
            return nil
        }
        var next = index + 1
        if case .mark = items[next].kind, next + 1 < items.count, gap(index, next) == 0 {
            next += 1
        }
        if passage.text(between: items[index].range, and: items[next].range).count > 5 {
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
        // 18-20 May
        if let first = joined(before: index), let day = day(at: first) {
            add(nil, CalendarDay(year: written.year, month: written.month, day: day), at: first)
        }
        add(nil, written, at: index, through: last)
        return last + 1
    }

    /// The number that a dash or a word joins to the one at an item.
    private func joined(behind index: Int) -> Int? {
        [index + 1, index + 2].first { next in
            next < items.count && items[next].number != nil
                && Self.joints.contains(
                    passage.text(between: items[index].range, and: items[next].range)
                        .trimmingCharacters(in: .whitespaces).lowercased())
        }
    }

    func joined(before index: Int) -> Int? {
        [index - 1, index - 2].first {
            $0 >= 0 && items[$0].number != nil && joined(behind: $0) == index
        }
    }

    private func day(at index: Int) -> Int? {
        items[index].number.flatMap {
            $0.step == 1 && $0.form == .digits && (1...31).contains(whole($0)) ? whole($0) : nil
        }
    }

    private static let joints: Set<String> = ["-", "/", "and", "or", "to", "through", "until"]

    /// A year by itself is left to be a quantity as well: 2005 adults.
    mutating func latinYear(_ number: Number, at index: Int) -> Int? {
        guard isYear(index), passage.isDigit(items[index].range.lowerBound),
            standsAlone(index)
        else { return nil }
        let end = items[index].range.upperBound
        let isDecade = passage.text(end - 1..<end) == "s"
        dates.append(
            DateMention(
                written: CalendarDay(year: whole(number)), isDecade: isDecade,
                range: items[index].range))
        if hasPreposition(index) || isDecade { used.insert(index) }
        // 2023-24, 1621-22, 2024/25
        if let next = joined(behind: index), let number = items[next].number,
            items[next].range.count == 2, number.form == .digits,
            whole(number) > whole(items[index].number ?? number) % 100
        {
            let century = dates[dates.count - 1].written.year.map { $0 / 100 * 100 } ?? 0
            add(nil, CalendarDay(year: century + whole(number)), at: next)
            used.insert(index)
            return next + 1
        }
        return index + 1
    }

    /// FY25, Q4FY2025, 1Q26: the year is the end of a code.
    mutating func codedYear(at index: Int) {
        let range = items[index].range
        let digits = passage.text(range).reversed().prefix { $0.isASCII && $0.isNumber }
        guard digits.count == 2 || digits.count == 4, let year = Int(String(digits.reversed()))
        else { return }
        dates.append(
            DateMention(
                written: CalendarDay(year: year < 100 ? 2000 + year : year),
                range: range.upperBound - digits.count..<range.upperBound))
    }

    /// No grouping, no sign, no unit and no Han beside it: 2,000, $2000 and 2000 美元 are no years.
    private func standsAlone(_ index: Int) -> Bool {
        let range = items[index].range
        guard range.count == 4 || passage.isLatin(range.upperBound - 1) else { return false }
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
    mutating func latinAgo(_ number: Number, at index: Int) -> Int? {
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
            items[index].range.count <= 5, !isBeforeChrist(index)
        else { return false }
        return (1500...2300).contains(whole(number))
    }

    /// 1840 BC, and the 1840 of 1840 to 1690 BC.
    private func isBeforeChrist(_ index: Int) -> Bool {
        let end = items[index].range.upperBound
        let behind = passage.text(end..<end + 16).uppercased().drop { !$0.isLetter }
        if behind.hasPrefix("BC") || behind.hasPrefix("B.C.") { return true }
        return joined(behind: index).map { next in
            let end = items[next].range.upperBound
            let behind = passage.text(end..<end + 5).uppercased().drop { $0 == " " }
            return behind.hasPrefix("BC") || behind.hasPrefix("B.C.")
        } ?? false
    }

    private func hasPreposition(_ index: Int) -> Bool {
        let start = items[index].range.lowerBound
        // January-March
        if index > 0, items[index - 1].meaning(.month) != nil,
            start - items[index - 1].range.upperBound == 1
        {
            return true
        }
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
