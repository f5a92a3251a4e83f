/// The URLs that stand in a text.
func urls(in text: String) -> [String] {
    urlRanges(in: text).map { String(text[$0]) }
}

/// The text with every URL replaced by a space: its digits and letters are no figures and names.
func withoutURLs(_ text: String) -> String {
    let ranges = urlRanges(in: text)
    guard !ranges.isEmpty else { return text }
    var result = ""
    var start = text.startIndex
    for range in ranges {
        result += text[start..<range.lowerBound] + " "
        start = range.upperBound
    }
    return result + text[start...]
}

/// `://` or `www.`, looked for byte by byte: most texts have neither.
private func mayHoldURL(_ text: String) -> Bool {
    var (colon, double) = (0, 0)
    for byte in text.utf8 {
        switch byte {
        case 0x3a: (colon, double) = (1, 0)
        case 0x2f where colon > 0:
            colon += 1
            if colon == 3 { return true }
        case 0x77, 0x57:
            (colon, double) = (0, double + 1)
        case 0x2e where double >= 3: return true
        default: (colon, double) = (0, 0)
        }
    }
    return false
}

private func urlRanges(in text: String) -> [Range<String.Index>] {
    guard mayHoldURL(text) else { return [] }
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
