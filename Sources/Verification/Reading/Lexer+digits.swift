import Foundation

extension Lexer {
    /// What begins with a digit: a number with its scale, a date, a time, a code.
    func digits(at start: Int) -> Item {
        let lower = passage.lower
        // GPT-4, H800: the letters before claim the digits.
        if let date = numericDate(at: start) { return date }
        if let clock = clock(at: start) { return clock }
        if let period = period(at: start) { return period }
        var (text, end) = mantissa(at: start)
        // 7.2.9, 7.2.x
        if end + 1 < passage.count, passage.scalars[end] == 0x2e,
            passage.isDigit(end + 1)
                || passage.lower[end + 1] == 0x78 && !passage.isLatin(end + 2)
        {
            return Item(kind: .code, range: start..<codeEnd(end))
        }
        let decimals =
            text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
        var number = Number(
            value: Double(text) ?? .infinity, step: pow(10, -Double(decimals)), form: .digits,
            digits: text.count(where: \.isNumber))
        if let (part, after) = eighths(at: end) {
            number.value += part * number.step
            number.step *= 0.125
            end = after
        }
        if let (scaled, after) = hanScale(number, at: end) {
            return Item(kind: .number(scaled), range: start..<after)
        }
        if passage.isLatin(end) {
            var letters = end
            while passage.isLatin(letters) { letters += 1 }
            let suffix = passage.text(end..<letters).lowercased()
            if ["st", "nd", "rd", "th"].contains(suffix) {
                number.isOrdinal = true
                return Item(kind: .number(number), range: start..<letters)
            }
            if suffix == "s", isDecade(text, at: start) {
                return Item(kind: .number(number), range: start..<letters)
            }
            let word = lexicon.longest(in: passage, at: end)
            let isUnit = word.map { $0.end >= letters } ?? false
            // 5G, 4K, 27B: capitals right behind a digit, but for units that are written so.
            if !isUnit || (suffix.count == 1 && passage.scalars[end] == 0x47) {
                return Item(kind: .code, range: start..<codeEnd(letters))
            }
        }
        // A scale word may stand right behind, or after a space or a hyphen.
        var next = end
        if next < passage.count, [0x20, 0x2d].contains(lower[next]) { next += 1 }
        if next < passage.count, passage.isLatin(next),
            let (after, meanings) = lexicon.longest(in: passage, at: next),
            let scale = meanings.first(where: { $0.kind == .scale }),
            meanings.allSatisfy({ $0.kind == .scale }) || after - next > 1 || hasSign(before: start)
        {
            // One letter may be a unit as well (20m), unless a currency stands before it.
            number.value *= scale.value
            number.step *= scale.value
            number.scale = scale.value
            end = after
        }
        if !isMonth(before: start), let (share, after) = oneIn(number, at: end) {
            return Item(kind: .number(share), range: start..<after)
        }
        return Item(kind: .number(number), range: start..<end)
    }

    /// 7½; 13-1/4 and 4.52-1/2, as prices of grain are told: parts of the last digit.
    private func eighths(at start: Int) -> (part: Double, end: Int)? {
        guard start < passage.count else { return nil }
        if let part = Self.fractions[passage.scalars[start]] { return (part, start + 1) }
        guard passage.scalars[start] == 0x2d, start + 3 < passage.count,
            passage.isDigit(start + 1), passage.scalars[start + 2] == 0x2f,
            !passage.isDigit(start + 4),
            let upper = Double(passage.text(start + 1..<start + 2)),
            let lower = Double(passage.text(start + 3..<start + 4)), [2, 4, 8].contains(lower),
            upper < lower
        else { return nil }
        return (upper / lower, start + 4)
    }

    private static let fractions: [UInt32: Double] = [
        0xbd: 0.5, 0xbc: 0.25, 0xbe: 0.75, 0x2153: 1.0 / 3, 0x2154: 2.0 / 3, 0x215b: 0.125,
        0x215c: 0.375, 0x215d: 0.625, 0x215e: 0.875,
    ]

    /// The 1980s, her 40s: no seconds.
    private func isDecade(_ digits: String, at start: Int) -> Bool {
        if digits.count == 4 { return digits.hasSuffix("0") }
        let before = passage.text(max(0, start - 6)..<start).lowercased()
        return digits.count == 2 && digits.hasSuffix("0")
            && ["the ", "her ", "his ", "their ", "early ", "mid-", "late "].contains(
                where: before.hasSuffix)
    }

    /// 1Q26, 2H25, 9M25, as tables of results have them.
    private func period(at start: Int) -> Item? {
        guard start + 1 < passage.count, !passage.isDigit(start - 1),
            let number = Int(passage.text(start..<start + 1))
        else { return nil }
        var end = start + 2
        if passage.text(end..<end + 2) == "FY" { end += 2 }
        if passage.text(end..<end + 1) == "'" { end += 1 }
        let year = end
        while passage.isDigit(end) { end += 1 }
        guard [0, 2, 4].contains(end - year), !passage.isLatin(end) else { return nil }
        let hasYear = end > year
        let kind: (key: String, number: Int)
        switch (number, passage.text(start + 1..<start + 2)) {
        case (1...4, "Q"): kind = ("q", number)
        case (1...2, "H"): kind = ("h", number)
        // 3M is a company, and 9M nine millions.
        case (3, "M") where hasYear: kind = ("q", 1)
        case (6, "M") where hasYear: kind = ("h", 1)
        case (9, "M") where hasYear: kind = ("n", 9)
        default: return nil
        }
        let meaning = Lexicon.Meaning(
            kind: .period, key: lexicon.key(kind.key), value: Double(kind.number))
        return Item(kind: .word, range: start..<end, meanings: [meaning])
    }

    /// The digits with their point, grouping removed.
    private func mantissa(at start: Int) -> (text: String, end: Int) {
        let point: UInt32 = hasDecimalComma ? 0x2c : 0x2e
        let group: UInt32 = hasDecimalComma ? 0x2e : 0x2c
        var text = ""
        var end = start
        func run() {
            while passage.isDigit(end) {
                text.unicodeScalars.append(Unicode.Scalar(UInt8(passage.scalars[end])))
                end += 1
            }
        }
        run()
        // 1,050,000 and 12,34,567 (lakh); a comma with other than two or three digits lists.
        while end < passage.count, passage.scalars[end] == group, text.count <= 300 {
            var digits = 0
            while passage.isDigit(end + 1 + digits) { digits += 1 }
            let goesOn =
                end + 1 + digits < passage.count && passage.scalars[end + 1 + digits] == group
            guard digits == 3 || (digits == 2 && goesOn && !hasDecimalComma), text.first != "0"
            else {
                break
            }
            end += 1
            run()
        }
        if end + 1 < passage.count, passage.scalars[end] == point, passage.isDigit(end + 1) {
            text.append(".")
            end += 1
            run()
        }
        return (text, end)
    }

    /// February 9 in 21 cities
    private func isMonth(before start: Int) -> Bool {
        guard start > 3, passage.scalars[start - 1] == 0x20 else { return false }
        var first = start - 1
        while first > 0, passage.isLatin(first - 1) { first -= 1 }
        guard let (end, meanings) = lexicon.longest(in: passage, at: first) else { return false }
        return end == start - 1 && meanings.contains { $0.kind == .month }
    }

    private func hasSign(before start: Int) -> Bool {
        start > 0
            && [0x24, 0xa3, 0x20ac, 0xa5, 0x20a9, 0x20b9].contains(passage.scalars[start - 1])
    }

    /// `9 of 12` stays two counts; `1 in 5` is a share.
    func oneIn(_ number: Number, at end: Int) -> (Number, Int)? {
        guard passage.text(end..<end + 4) == " in ", number.value >= 1, number.value < 100,
            // September 26 in 34 countries
            !number.hasScale, number.step == 1, number.form == .words || number.value <= 10
        else { return nil }
        var whole: Number?
        var after = end + 4
        if passage.isDigit(after) {
            let (text, next) = mantissa(at: after)
            whole = Double(text).map { Number(value: $0, step: 1, form: .digits) }
            after = next
        } else if let item = wordNumber(at: after) {
            whole = item.number
            after = item.range.upperBound
        }
        // Under two in 16 of its regions: two counts.
        guard let whole, whole.value > number.value, whole.value <= 1000, !whole.hasScale,
            whole.value == whole.value.rounded(),
            number.value == 1 || !passage.text(after..<after + 4).lowercased().hasPrefix(" of ")
        else { return nil }
        var share = number
        share.value = number.value / whole.value * 100
        share.step = 0.5
        share.isShare = true
        return (share, after)
    }

    private func numericDate(at start: Int) -> Item? {
        var parts: [Int] = []
        var index = start
        var separator: UInt32?
        while parts.count < 3 {
            var digits = 0
            var value = 0
            while passage.isDigit(index), digits < 5 {
                value = value * 10 + Int(passage.scalars[index]) - 0x30
                index += 1
                digits += 1
            }
            guard digits == 1 || digits == 2 || digits == 4 else { return nil }
            parts.append(value)
            guard parts.count < 3 else { break }
            guard index < passage.count, [0x2d, 0x2f].contains(passage.scalars[index]),
                separator == nil || separator == passage.scalars[index]
            else { return nil }
            separator = passage.scalars[index]
            index += 1
        }
        guard !passage.isDigit(index), !passage.isLatin(index) || passage.scalars[index] == 0x54
        else { return nil }
        return Item(kind: .numericDate(parts[0], parts[1], parts[2]), range: start..<index)
    }

    private func clock(at start: Int) -> Item? {
        var index = start
        var parts: [Int] = []
        while parts.count < 2 {
            var digits = 0
            var value = 0
            while passage.isDigit(index), digits < 3 {
                value = value * 10 + Int(passage.scalars[index]) - 0x30
                index += 1
                digits += 1
            }
            guard digits == 2 || (digits == 1 && parts.isEmpty) else { return nil }
            parts.append(value)
            guard parts.count < 2 else { break }
            guard index < passage.count, passage.scalars[index] == 0x3a else { return nil }
            index += 1
        }
        guard parts[0] < 25, parts[1] < 60, !passage.isDigit(index) else { return nil }
        // 1:50,000
        if index + 1 < passage.count, passage.scalars[index] == 0x2c, passage.isDigit(index + 1) {
            return nil
        }
        return Item(kind: .clock(hour: parts[0], minute: parts[1]), range: start..<index)
    }
}
