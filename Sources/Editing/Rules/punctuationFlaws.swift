/// Half-width and repeated marks, ellipses, dashes, enumerations (GB/T 15834).
func punctuationFlaws(_ text: [Unicode.Scalar]) -> [Flaw] {
    var flaws: [Flaw] = []
    let quoted = text.quoted
    for index in text.indices {
        let character = text[index]
        let (before, after) = (text.at(index - 1), text.at(index + 1))
        if isHalfWidth(text, index) {
            flaws.append(Flaw(.halfWidth, at: index, "half-width \(character) next to Han"))
        }
        if isWideLetter(character) || character == "\u{3000}" {
            flaws.append(Flaw(.fullWidth, at: index, "full-width \(character)"))
        }
        if "！？".unicodeScalars.contains(character) {
            if let after, "！？".unicodeScalars.contains(after) {
                flaws.append(Flaw(.exclamation, at: index, "\(character)\(after) is one too many"))
            } else if character == "！", !quoted[index] {
                flaws.append(Flaw(.exclamation, at: index, "news does not exclaim"))
            }
        }
        if character == "…", before != "…", after != "…" || text.at(index + 2) == "…" {
            flaws.append(Flaw(.ellipsis, at: index, "an ellipsis is ……"))
        } else if (character == "." || character == "。"), before != character,
            after == character, text.at(index + 2) == character
        {
            flaws.append(Flaw(.ellipsis, at: index, "an ellipsis is ……, not three dots"))
        }
        if character == "-", after == "-", before != "-" {
            flaws.append(Flaw(.dash, at: index, "a dash is ——, not --"))
        } else if character == "—", before?.isHan == true, after?.isHan == true {
            flaws.append(Flaw(.dash, at: index, "a dash is ——, two characters long"))
        }
        if let message = enumerationFlaw(text, index) {
            flaws.append(Flaw(.enumeration, at: index, message))
        }
    }
    return flaws
}

/// One of `,.;:!?()` with Han on either side. Points of numbers and abbreviations, times and ratios
/// have none.
func isHalfWidth(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let (before, after) = (text.at(index - 1), text.at(index + 1))
    switch text[index] {
    case ",", ";", "!", "?": return before?.isHan == true || after?.isHan == true
    case "(", ")": return before?.isHan == true || after?.isHan == true
    case ":":
        return before?.isHan == true && after?.isDigit != true && after != "/"
            || after?.isHan == true && before?.isDigit != true
    case ".": return before?.isHan == true && after?.isNarrow != true && after != "."
    default: return false
    }
}

func isWideLetter(_ character: Unicode.Scalar) -> Bool {
    narrowed(character) != nil
}

/// 、 before 和 or 等 says the same twice; between “” or 《》 it is left out (GB/T 15834 §4.5).
func enumerationFlaw(_ text: [Unicode.Scalar], _ index: Int) -> String? {
    guard text[index] == "、", let before = text.at(index - 1), let after = text.at(index + 1)
    else { return nil }
    if before == "”" && after == "“" || before == "》" && after == "《" {
        return "no 、 between \(before) and \(after)"
    }
    let next = text.at(index + 2)
    let isWord: Bool
    switch after {
    case "和": isWord = next.map("平谐解睦声服田棋约".unicodeScalars.contains) ?? false
    case "及": isWord = next.map("时格早".unicodeScalars.contains) ?? false
    case "等": isWord = next.map("级待效离候额号于".unicodeScalars.contains) ?? false
    default: return nil
    }
    return isWord ? nil : "no 、 before \(after)"
}
