/// The URLs that stand in a text.
func urls(in text: String) -> [String] {
    urlRanges(in: text).map { String(text[$0]) }
}

/// The text with every URL replaced by a space: its digits and letters are no figures and names.
func withoutURLs(_ text: String) -> String {
    var result = ""
    var start = text.startIndex
    for range in urlRanges(in: text) {
        result += text[start..<range.lowerBound] + " "
        start = range.upperBound
    }
    return result + text[start...]
}

private func urlRanges(in text: String) -> [Range<String.Index>] {
    guard text.contains("://") || text.contains("www.") else { return [] }
    var ranges: [Range<String.Index>] = []
    var index = text.startIndex
    while index < text.endIndex {
        let rest = text[index...]
        guard ["http://", "https://", "www."].contains(where: rest.hasPrefix) else {
            index = text.index(after: index)
            continue
        }
        var end = index
        while end < text.endIndex, text[end].isASCII, !text[end].isWhitespace,
            !"<>\"()[]{}|".contains(text[end])
        {
            end = text.index(after: end)
        }
        // A mark at the end belongs to the sentence.
        while end > index, ".,;:!?'".contains(text[text.index(before: end)]) {
            end = text.index(before: end)
        }
        ranges.append(index..<end)
        index = end
    }
    return ranges
}
