import Domain
package import Foundation

/// Reads a time as a search says it: `3 hours ago`, `yesterday`, `5分钟前`, `昨天 08:15`, or as it is
/// written anywhere else (``writtenDate(_:)``). Nil when no form fits.
///
/// - Parameter now: when the answer came. Days are those of China's zone where the words are
///   Chinese, else of UTC.
package func spokenDate(_ text: String, at now: Date) -> Date? {
    let words = text.lowercased().trimmingCharacters(in: .whitespacesAndNewlines)
    guard words.count <= 100 else { return nil }
    if ["just now", "now", "刚刚", "刚才"].contains(words) { return now }
    return passed(words, before: now) ?? day(words, before: now) ?? writtenDate(text)
}

/// A count of units ago.
private func passed(_ words: String, before now: Date) -> Date? {
    var rest = Substring(words)
    for opening in ["about ", "over ", "约", "大约"] where rest.hasPrefix(opening) {
        rest = rest.dropFirst(opening.count)
    }
    let isAgo = ["ago", "前", "之前"].first { rest.hasSuffix($0) }
    guard let isAgo else { return nil }
    rest = rest.dropLast(isAgo.count)
    var count = Double(rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
    if count != nil {
        rest = rest.drop { $0.isASCII && ($0.isNumber || $0 == ".") }
    } else if let article = ["an ", "a ", "one ", "一", "半"].first(where: { rest.hasPrefix($0) }) {
        count = article == "半" ? 0.5 : 1
        rest = rest.dropFirst(article.count)
    }
    var unit = rest.trimmingCharacters(in: .whitespaces)
    if unit.hasPrefix("个") { unit.removeFirst() }
    if unit.count > 3, unit.hasSuffix("s") { unit.removeLast() }
    guard let count, count <= 10_000, let seconds = units[unit] else { return nil }
    return now.addingTimeInterval(-count * seconds)
}

private let units: [String: Double] = {
    var units: [String: Double] = [:]
    for (names, seconds) in [
        ("s sec second 秒 秒钟", 1.0), ("m min minute 分钟 分", 60), ("h hr hour 小时 钟头", 3600),
        ("d day 天 日", 86_400), ("w wk week 周 星期 礼拜", 7 * 86_400),
        ("mo month 月", 30 * 86_400), ("y yr year 年", 365 * 86_400),
    ] {
        for name in names.split(separator: " ") { units[String(name)] = seconds }
    }
    return units
}()

/// Yesterday and its like, with or without a clock; without one the day's noon stands for it, but
/// never the future.
private func day(_ words: String, before now: Date) -> Date? {
    guard let (name, days, offset) = days.first(where: { words.hasPrefix($0.name) }) else {
        return nil
    }
    let clock = words.dropFirst(name.count).trimmingCharacters(in: .whitespaces)
        .split(separator: ":").map { Int($0) }
    guard clock.allSatisfy({ $0 != nil }), clock.count < 4 else { return nil }
    let hour = clock.first.flatMap { $0 } ?? 12
    let minute = clock.dropFirst().first.flatMap { $0 } ?? 0
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    let local = now.timeIntervalSince1970 + offset
    let start = (local / 86_400).rounded(.down) * 86_400 - offset - Double(days) * 86_400
    let time = Date(timeIntervalSince1970: start + Double(hour * 3600 + minute * 60))
    return min(time, now)
}

private let days: [(name: String, days: Int, offset: TimeInterval)] = [
    ("today", 0, 0), ("yesterday", 1, 0), ("今天", 0, 28_800), ("今日", 0, 28_800),
    ("昨天", 1, 28_800), ("昨日", 1, 28_800), ("前天", 2, 28_800),
]
