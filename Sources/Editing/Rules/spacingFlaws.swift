/// House style: a space between Han and Latin letters or digits, none next to full-width marks and
/// before % and ℃.
func spacingFlaws(_ text: [Unicode.Scalar]) -> [Flaw] {
    var flaws: [Flaw] = []
    for index in text.indices.dropFirst() {
        let (before, here) = (text[index - 1], text[index])
        if before.isHan && here.isNarrow || before.isNarrow && here.isHan {
            flaws.append(Flaw(.spacing, at: index, "no space between \(before) and \(here)"))
        } else if here == " ", let after = text.at(index + 1) {
            let isStray =
                wideMarks.contains(before) || wideMarks.contains(after)
                || after == "%" && before.isDigit || after == "℃" || before.isHan && after.isHan
            if isStray { flaws.append(Flaw(.straySpace, at: index, "a stray space")) }
        }
    }
    return flaws
}

/// Punctuation that brings its own space.
let wideMarks: Set<Unicode.Scalar> = [
    "，", "。", "；", "：", "！", "？", "（", "）", "“", "”", "‘", "’", "《", "》", "、", "…", "—", "【", "】",
]
