import Foundation

/// A source's text without what is no report: comments of a page, and sentences that speak to a
/// model instead of a reader. What only they say, no source says.
func withoutInstructions(_ text: String) -> String {
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
    kept += rest
    let lower = kept.lowercased()
    guard let start = instructions.compactMap({ lower.range(of: $0)?.lowerBound }).min() else {
        return kept
    }
    // All that follows in the paragraph belongs to the instruction.
    let offset = lower.distance(from: lower.startIndex, to: start)
    guard let from = kept.index(kept.startIndex, offsetBy: offset, limitedBy: kept.endIndex) else {
        return ""
    }
    let end = kept[from...].firstIndex(of: "\n") ?? kept.endIndex
    return String(kept[..<from]) + withoutInstructions(String(kept[end...]))
}

private let instructions = [
    "ignore all previous", "ignore previous", "ignore the above", "disregard all previous",
    "disregard the above", "disregard previous", "system:", "system prompt", "you are an ai",
    "as an ai language model", "忽略以上", "忽略上述", "忽略之前", "忽略前面", "无视以上", "无视上述", "请忽略",
    "你是一个ai", "作为ai", "请在文章结尾", "请在文章中写", "以上の指示を無視",
]
