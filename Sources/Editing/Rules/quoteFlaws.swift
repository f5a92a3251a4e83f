/// Quotation marks and titles of works: “” outside, ‘’ inside, all of them paired, 《》 for works only.
func quoteFlaws(_ text: [Unicode.Scalar]) -> [Flaw] {
    var flaws: [Flaw] = []
    var open: [(mark: Unicode.Scalar, offset: Int)] = []
    for index in text.indices {
        switch text[index] {
        case "\"" where text.at(index - 1)?.isHan == true || text.at(index + 1)?.isHan == true:
            flaws.append(Flaw(.straightQuotes, at: index, "straight quotes next to Han; write “”"))
        case "「", "」", "『", "』":
            flaws.append(Flaw(.cornerQuotes, at: index, "\(text[index]) is Traditional; write “”"))
        case "“", "‘", "《", "（":
            if text[index] == "‘", !open.contains(where: { $0.mark == "“" }) {
                flaws.append(Flaw(.unpairedQuotes, at: index, "‘’ stand only inside “”"))
            }
            open.append((text[index], index))
        case "”", "》", "）",
            "’" where isCloser(text, index):
            if let last = open.last, pairs[last.mark] == text[index] {
                open.removeLast()
                if last.mark == "《" {
                    flaws += titleFlaw(text, last.offset, index)
                }
            } else {
                flaws.append(Flaw(.unpairedQuotes, at: index, "\(text[index]) closes nothing"))
            }
        default: break
        }
    }
    for (mark, offset) in open {
        flaws.append(Flaw(.unpairedQuotes, at: offset, "\(mark) is not closed"))
    }
    return flaws
}

private let pairs: [Unicode.Scalar: Unicode.Scalar] = ["“": "”", "‘": "’", "《": "》", "（": "）"]

/// ’ between Latin letters is an apostrophe.
private func isCloser(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    text[index] != "’" || text.at(index - 1)?.isLatin != true
}

private func titleFlaw(_ text: [Unicode.Scalar], _ first: Int, _ last: Int) -> [Flaw] {
    let title = String(text[(first + 1)..<last])
    let isForeign = !title.unicodeScalars.contains(where: \.isHan)
    let isThing = ["公司", "集团", "银行", "手机", "汽车", "大学", "基金会"].contains {
        title.hasSuffix($0)
    }
    guard isForeign || isThing else { return [] }
    return [Flaw(.bookTitle, at: first, "《》 are for works with a Chinese title, not \(title)")]
}
