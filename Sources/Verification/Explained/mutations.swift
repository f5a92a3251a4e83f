import Domain
import Foundation

/// A true sentence with one fact changed.
package struct Mutation: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case number, scale, unit, currency, date, name, direction, bound
    }

    package var kind: Kind
    package var text: String
}

/// Every change of one fact that the tables below know for a sentence: each makes a true sentence
/// say something else. For measuring and tests.
package func mutations(of sentence: String) -> [Mutation] {
    let reading = Reading(sentence)
    return numbers(in: sentence, reading) + swaps(in: sentence, reading)
        + names(in: sentence, reading)
}

/// One digit of a figure or a date made another, far enough to be no rounding.
private func numbers(in sentence: String, _ reading: Reading) -> [Mutation] {
    var mutations: [Mutation] = []
    let dates = reading.dates.map(\.range)
    var index = sentence.startIndex
    while index < sentence.endIndex {
        guard sentence[index].isASCII, sentence[index].isNumber else {
            index = sentence.index(after: index)
            continue
        }
        var end = index
        while end < sentence.endIndex, sentence[end].isASCII,
            sentence[end].isNumber || ".".contains(sentence[end])
        {
            end = sentence.index(after: end)
        }
        let place = sentence.unicodeScalars.distance(from: sentence.startIndex, to: index)
        let isDate = dates.contains { $0.contains(place) }
        if let changed = changed(String(sentence[index..<end]), isDate: isDate) {
            mutations.append(
                Mutation(
                    kind: isDate ? .date : .number,
                    text: sentence.replacingCharacters(in: index..<end, with: changed)))
        }
        index = end
    }
    return mutations
}

/// The leading digit moved by three, or in a day, month or year the last by one.
private func changed(_ digits: String, isDate: Bool) -> String? {
    var characters = Array(digits)
    guard
        let position = isDate
            ? characters.lastIndex(where: \.isNumber)
            : characters.firstIndex(where: { $0 != "0" && $0 != "." }),
        let value = characters[position].wholeNumberValue
    else { return nil }
    let next = isDate ? (value + (value == 9 ? -1 : 1)) : (value > 6 ? value - 3 : value + 3)
    characters[position] = Character("\(next)")
    // 12 月 stays within the calendar: 13 月 would be no date.
    if isDate, digits.count <= 2, Int(String(characters)).map({ $0 > 12 && $0 != 0 }) == true,
        Int(digits).map({ $0 <= 12 }) == true
    {
        characters = Array("\((Int(digits) ?? 2) - 1)")
    }
    let result = String(characters)
    return result == digits || result == "0" ? nil : result
}

/// A word for its opposite or its neighbour, where it stands right at a figure or tells its change.
private func swaps(in sentence: String, _ reading: Reading) -> [Mutation] {
    var mutations: [Mutation] = []
    for (kind, from, to) in exchanges {
        var start = sentence.startIndex
        while let range = sentence.range(of: from, range: start..<sentence.endIndex) {
            start = range.upperBound
            let place = sentence.unicodeScalars.distance(
                from: sentence.startIndex, to: range.lowerBound)
            guard applies(kind, place, from, reading) else { continue }
            mutations.append(
                Mutation(kind: kind, text: sentence.replacingCharacters(in: range, with: to)))
        }
    }
    return mutations
}

private func applies(_ kind: Mutation.Kind, _ place: Int, _ word: String, _ reading: Reading)
    -> Bool
{
    let end = place + word.unicodeScalars.count
    return reading.quantities.contains { quantity in
        switch kind {
        case .scale, .unit, .currency:
            // The whole of the unit, not a part of another: 元 in 美元.
            quantity.range.contains(place) && quantity.range.upperBound >= end
                && (kind == .scale || quantity.range.upperBound == end)
                && isWhole(word, place, quantity, reading)
        case .direction: quantity.direction != 0 && abs(quantity.range.lowerBound - end) <= 2
        case .bound:
            quantity.bound != .none && !quantity.isBoundLoose
                && abs(quantity.range.lowerBound - end) <= 1
        case .number, .date, .name: false
        }
    }
}

private func isWhole(_ word: String, _ place: Int, _ quantity: Quantity, _ reading: Reading) -> Bool
{
    guard place > quantity.range.lowerBound else { return false }
    let before = reading.text(place - 1..<place)
    return before == " "
        || before.unicodeScalars.allSatisfy { "0123456789万亿千百十".unicodeScalars.contains($0) }
}

private let exchanges: [(Mutation.Kind, String, String)] = [
    (.scale, "万", "亿"), (.scale, "亿", "万"), (.currency, "美元", "欧元"), (.currency, "欧元", "美元"),
    (.currency, "英镑", "美元"), (.currency, "日元", "韩元"), (.currency, "元", "美元"),
    (.currency, "港元", "日元"), (.currency, "澳元", "加元"), (.currency, "加元", "澳元"),
    (.currency, "瑞士法郎", "欧元"),
    (.currency, "韩元", "日元"), (.currency, "卢比", "美元"), (.unit, "公里", "英里"), (.unit, "英里", "公里"),
    (.unit, "米", "英尺"), (.unit, "吨", "公斤"), (.unit, "公斤", "吨"), (.unit, "平方公里", "平方米"),
    (.unit, "公顷", "平方公里"), (.unit, "平方米", "公顷"), (.unit, "小时", "天"), (.unit, "分钟", "小时"),
    (.unit, "天", "小时"),
    (.unit, "个月", "周"), (.unit, "周", "个月"), (.unit, "个百分点", "%"), (.unit, "%", " 个百分点"),
    (.unit, "摄氏度", "华氏度"),
    (.unit, "兆瓦", "吉瓦"), (.unit, "吉瓦", "兆瓦"), (.unit, "立方米", "升"), (.unit, "升", "毫升"),
    (.unit, "毫米", "厘米"),
    (.unit, "厘米", "毫米"), (.unit, "个基点", "个百分点"), (.unit, "公升", "加仑"), (.unit, "桶", "吨"),
    (.unit, "岁", "个月"),
    (.direction, "增长", "下降"), (.direction, "下降", "增长"), (.direction, "上涨", "下跌"),
    (.direction, "下跌", "上涨"),
    (.direction, "上升", "下降"), (.direction, "减少", "增加"), (.direction, "增加", "减少"),
    (.direction, "下滑", "增长"),
    (.direction, "提高", "降低"), (.direction, "降低", "提高"), (.direction, "增至", "降至"),
    (.direction, "降至", "升至"),
    (.direction, "升至", "降至"), (.direction, "上调", "下调"), (.direction, "下调", "上调"),
    (.direction, "收窄", "扩大"),
    (.bound, "超过", "不到"), (.bound, "逾", "不到"), (.bound, "不到", "超过"), (.bound, "至少", "最多"),
    (.bound, "最多", "至少"),
    (.bound, "不低于", "不超过"), (.bound, "不超过", "不低于"), (.bound, "不少于", "不超过"), (.bound, "近", "超过"),
    (.bound, "不足", "超过"),
]

/// A known name for another of its kind, a Latin name with one letter changed.
private func names(in sentence: String, _ reading: Reading) -> [Mutation] {
    var mutations: [Mutation] = []
    let scalars = Array(sentence.unicodeScalars)
    for item in reading.items {
        guard item.range.upperBound <= scalars.count, !isInside(item.range, scalars) else {
            continue
        }
        let word = String(String.UnicodeScalarView(scalars[item.range]))
        var other: String?
        if let name = item.meaning(.name), let kind = Lexicon.shared.kinds[name.key],
            !reading.passage.isLatin(item.range.lowerBound)
        {
            let own = Set(item.meanings.map(\.key))
            other =
                seedNames.first { candidate in
                    candidate.kind == kind
                        && candidate.chinese.first.map { !sentence.contains($0) } == true
                        && Lexicon.shared.key("\(kind.rawValue) \(candidate.chinese[0])")
                            != name.key
                        && !own.contains(
                            Lexicon.shared.key("\(kind.rawValue) \(candidate.chinese[0])"))
                }?.chinese.first
        } else if case .latin = item.kind, word.count >= 4, let last = word.last, last.isASCII,
            last.isLetter
        {
            other = word.dropLast() + (last == "n" ? "m" : "n")
        }
        guard let other, other != word else { continue }
        let changed =
            scalars[..<item.range.lowerBound] + Array(other.unicodeScalars)
            + scalars[item.range.upperBound...]
        mutations.append(Mutation(kind: .name, text: String(String.UnicodeScalarView(changed))))
    }
    return mutations
}

/// A part of a longer transcription is no name of its own.
private func isInside(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    [range.lowerBound - 1, range.upperBound].contains {
        scalars.indices.contains($0) && transcribing.contains(scalars[$0].value)
    }
}
