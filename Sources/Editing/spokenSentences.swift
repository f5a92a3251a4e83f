/// How many sentences a reader sees in a text, each of which wants a footnote, and how many have a
/// marker in it or right behind it. What 。！？ part is a sentence if it is more than an interjection.
package func spokenSentences(of text: String) -> (all: Int, cited: Int) {
    let scalars = Array(text.unicodeScalars)
    var (all, cited, han) = (0, 0, 0)
    var (isCited, hasEnded) = (false, false)
    func close() {
        if han > 4 {
            all += 1
            if isCited { cited += 1 }
        }
        (han, isCited, hasEnded) = (0, false, false)
    }
    var index = 0
    while index < scalars.count {
        defer { index += 1 }
        let scalar = scalars[index]
        if scalar == "[", scalars.at(index + 1) == "^",
            let end = scalars[index...].firstIndex(of: "]")
        {
            isCited = true
            index = end
            continue
        }
        let isEnd = "。！？".unicodeScalars.contains(scalar)
        if hasEnded, !isEnd, !"”’）》 ".unicodeScalars.contains(scalar) { close() }
        if isEnd { hasEnded = true }
        if scalar.isHan { han += 1 }
    }
    close()
    return (all, cited)
}
