/// Numerals, ranges, currencies and dates (GB/T 15835, GB/T 15834 for ranges).
func numberFlaws(_ text: [Unicode.Scalar]) -> [Flaw] {
    var flaws: [Flaw] = []
    for number in writtenNumbers(text) {
        flaws += rangeFlaws(text, number) + sizeFlaws(text, number)
        if number.lowerBound > 0, "$€£¥￥".unicodeScalars.contains(text[number.lowerBound - 1]) {
            flaws.append(
                Flaw(
                    .currencySign, at: number.lowerBound - 1,
                    "name the currency behind the number: 600 亿美元, not $600 亿"))
        }
        if let unit = text.at(number.upperBound), "千百".unicodeScalars.contains(unit),
            text.at(number.upperBound + 1)?.isDigit == true
        {
            flaws.append(
                Flaw(.mixedNumeral, at: number.lowerBound, "3千5百 mixes two ways; write 3500"))
        }
        if number.count >= 6, !text[number].contains("."), !text[number].contains(","),
            let zero = text[number].lastIndex(where: { $0 != "0" }), number.upperBound - zero > 4
        {
            flaws.append(
                Flaw(.largeNumber, at: number.lowerBound, "write round numbers with 万 or 亿"))
        }
    }
    return flaws + chineseNumberFlaws(text) + dateFlaws(text)
}

/// Runs of digits with the points and commas inside of them.
private func writtenNumbers(_ text: [Unicode.Scalar]) -> [Range<Int>] {
    var numbers: [Range<Int>] = []
    var index = 0
    while index < text.count {
        guard text[index].isDigit else {
            index += 1
            continue
        }
        var end = index
        while let here = text.at(end),
            here.isDigit || (here == "." || here == ",") && text.at(end + 1)?.isDigit == true
        {
            end += 1
        }
        let isIdentifier = text.at(index - 1).map { $0.isLatin || $0 == "-" } ?? false
        if !isIdentifier { numbers.append(index..<end) }
        index = end
    }
    return numbers
}

/// 10%—15% and 10 亿至 12 亿 carry the unit twice: 10—12 亿 may mean ten.
private func rangeFlaws(_ text: [Unicode.Scalar], _ first: Range<Int>) -> [Flaw] {
    var index = first.upperBound
    guard let sign = text.at(index), "-–—~～".unicodeScalars.contains(sign) else { return [] }
    index += 1
    let start = index
    while text.at(index)?.isDigit == true || text.at(index) == "." { index += 1 }
    guard index > start else { return [] }
    if text.at(index) == " " { index += 1 }
    switch text.at(index) {
    case "万", "亿":
        return [Flaw(.range, at: first.lowerBound, "write the unit twice: 10 亿至 12 亿")]
    case "%":
        return [Flaw(.percentRange, at: first.lowerBound, "write % twice: 10%—15%")]
    default: return []
    }
}

private func sizeFlaws(_ text: [Unicode.Scalar], _ number: Range<Int>) -> [Flaw] {
    var flaws: [Flaw] = []
    var next = number.upperBound
    if text.at(next) == " " { next += 1 }
    let rest = text[min(next, text.count)...].prefix(9)
    let digits = text[number].filter(\.isDigit)
    if text[number].count(where: { $0 == "," }) > 1, digits.hasSuffix("000") {
        flaws.append(
            Flaw(
                .largeNumber, at: number.lowerBound, "write it with 万 or 亿: \(String(text[number]))"
            ))
    }
    if let unit = rest.first, "万亿".unicodeScalars.contains(unit), digits.count > 4 {
        flaws.append(
            Flaw(.largeNumber, at: number.lowerBound, "more than 4 digits before \(unit)"))
    }
    let word = String(rest).lowercased()
    if ["billion", "million", "trillion"].contains(where: word.hasPrefix) {
        flaws.append(Flaw(.calque, at: number.lowerBound, "write 万 or 亿, not \(word)"))
    }
    return flaws
}

extension Array<Unicode.Scalar> {
    fileprivate func hasSuffix(_ suffix: String) -> Bool {
        suffix.count <= count && String(self.suffix(suffix.count)) == suffix
    }
}

private let hanDigits = Set("〇零一二三四五六七八九十百千".unicodeScalars)

/// Measures, dates and percentages take Arabic numerals (GB/T 15835 §4.1); idioms and rough numbers
/// (三四十, 数百) stay as they are.
private func chineseNumberFlaws(_ text: [Unicode.Scalar]) -> [Flaw] {
    var flaws: [Flaw] = []
    var index = 0
    while index < text.count {
        guard hanDigits.contains(text[index]) else {
            index += 1
            continue
        }
        var end = index
        while text.at(end).map(hanDigits.contains) == true { end += 1 }
        let run = String(text[index..<end])
        let rest = String(text[end...].prefix(3))
        let isShare = run.hasPrefix("百") == false && text[..<index].suffix(3) == ["百", "分", "之"]
        let isYear = run.count == 4 && rest.hasPrefix("年") && !run.contains("十")
        let isDay = rest.hasPrefix("月") && text.at(end + 1).map(hanDigits.contains) == true
        let isMeasure =
            run.count > 1
            && ["美元", "欧元", "英镑", "日元", "公里", "千米", "公斤", "千瓦时"].contains {
                rest.hasPrefix($0)
            }
        if isShare || isYear || isDay || isMeasure {
            flaws.append(Flaw(.chineseNumeral, at: index, "write \(run) with Arabic numerals"))
        }
        index = end
    }
    return flaws
}

private let relativeDays = WordList(
    ["今日", "昨日", "明日", "今天", "昨天", "明天", "前天", "后天", "今晚", "昨晚", "今晨"]
        + ["本周", "上周", "下周"].flatMap { week in "一二三四五六日天".map { "\(week)\($0)" } })

/// An archived page is read on other days than the one it was written on.
private func dateFlaws(_ text: [Unicode.Scalar]) -> [Flaw] {
    let quoted = text.quoted
    return relativeDays.matches(in: text).compactMap { offset, word in
        let rest = String(text[(offset + word.count)...].prefix(2))
        guard !quoted[offset], rest != "头条", rest != "俄罗" else { return nil }
        return Flaw(
            .relativeDate, at: offset, "\(word) is another day for a later reader; write the date")
    }
}
