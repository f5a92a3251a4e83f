import Domain
import Foundation

/// A source's text without what is no report: comments of a page, and sentences that speak to a
/// model instead of a reader. What only they say, no source says.
func withoutInstructions(_ text: String) -> String {
    let kept = commentStart.isIn(text) ? withoutComments(text) : text
    guard instructions.isIn(kept) else { return kept }
    return kept.split(separator: "\n", omittingEmptySubsequences: false)
        .map { beforeInstruction(String($0)) }.joined(separator: "\n")
}

/// Whether a text may hold a comment or an order.
func mayInstruct(_ text: String) -> Bool { commentStart.isIn(text) || instructions.isIn(text) }

private func withoutComments(_ text: String) -> String {
    var kept = ""
    var rest = Substring(text)
    while let open = rest.range(of: "<!--") {
        kept += rest[..<open.lowerBound]
        guard let close = rest[open.upperBound...].range(of: "-->") else {
            rest = ""
            break
        }
        rest = rest[close.upperBound...]
    }
    return kept + rest
}

/// All that follows an order to a model in its paragraph belongs to the order.
private func beforeInstruction(_ line: String) -> String {
    guard let found = instructions.earliest(in: line) else { return line }
    return String(line[..<line.utf8.index(line.startIndex, offsetBy: found.offset)])
}

private let commentStart = Phrases(["<!--"])
private let instructions = Phrases([
    "ignore all previous", "ignore previous", "ignore the above", "disregard all previous",
    "disregard the above", "disregard previous", "system:", "system prompt", "you are an ai",
    "as an ai language model", "忽略以上", "忽略上述", "忽略之前", "忽略前面", "无视以上", "无视上述", "请忽略",
    "你是一个ai", "作为ai", "请在文章结尾", "请在文章中写", "以上の指示を無視",
])

/// Without `(Published June 9, 2025)` before the text: the day of a text is not told in it.
func withoutByline(_ text: String) -> String {
    if text.hasPrefix("(Published"), let end = text.firstIndex(of: ")") {
        return String(text[text.index(after: end)...])
    }
    return withoutDateline(text)
}

/// HELSINKI, Feb. 6, 2025 — and LONDON (March 20) -: where and when the text was written. The place
/// stays.
private func withoutDateline(_ text: String) -> String {
    let head = text.prefix(60)
    let place = head.prefix { $0.isLetter }
    guard place.count > 2, place.allSatisfy(\.isUppercase),
        let dash = head.firstRange(of: #/ ?[—–] | - /#)?.lowerBound,
        let date = head[..<dash].firstMatch(
            of: #/[,(] ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?\)?$/#
        )
    else { return text }
    return String(text[..<date.range.lowerBound] + text[dash...])
}
