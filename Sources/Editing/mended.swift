/// The text with what is mechanical put right: a space between Han and Latin letters or digits, none
/// around full-width punctuation, full-width punctuation next to Han, paired quotation marks, the
/// Chinese ellipsis and dash, Simplified characters, the case of well-known names (GB/T 15834, and a
/// house style for spaces). Mending twice changes nothing.
package func mended(_ text: String) -> String {
    var characters = Array(text.unicodeScalars)
    characters = spelt(characters)
    characters = dotted(characters)
    characters = punctuated(characters)
    characters = enumerated(characters)
    return spaced(characters)
}

/// More of them are a text in Traditional Chinese, whose words are others too: that is no slip.
private let mostTraditional = 2

private func spelt(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = text
    let traditional = text.indices.filter { simplifiedCharacters[text[$0]] != nil }
    if traditional.count <= mostTraditional {
        for index in traditional { text[index] = simplifiedCharacters[text[index]] ?? text[index] }
    }
    for index in text.indices where text[index] != " " {
        if let narrow = narrowed(text[index]) { text[index] = narrow }
    }
    for (offset, name) in latinWords(text) {
        guard let right = names[name.lowercased()], right.count == name.count else { continue }
        text.replaceSubrange(offset..<offset + name.count, with: Array(right.unicodeScalars))
    }
    return text
}

/// Ellipses and dashes, and the dot in a foreign name.
private func dotted(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
        let character = text[index]
        let run = text[index...].prefix { $0 == character }.count
        switch character {
        case "." where run > 2, "。" where run > 2: output += "……".unicodeScalars
        case "…": output += "……".unicodeScalars
        case "-" where run > 1: output += "——".unicodeScalars
        case "—" where run == 1 && output.last?.isHan == true && text.at(index + 1)?.isHan == true:
            output += "——".unicodeScalars
        case "•", "‧", "･", "・", "∙":
            let joins = output.last?.isHan == true && text.at(index + run)?.isHan == true
            output += joins && run == 1 ? ["·"] : Array(repeating: character, count: run)
        default: output += Array(repeating: character, count: run)
        }
        index += run
    }
    return output
}

private func punctuated(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var output = text
    var opensQuote = true
    var brackets: [(index: Int, isWide: Bool)] = []
    for index in text.indices {
        let character = text[index]
        switch character {
        case "\"":
            let isOurs = text.at(index - 1)?.isHan == true || text.at(index + 1)?.isHan == true
            guard isOurs || !opensQuote else { continue }
            output[index] = opensQuote ? "“" : "”"
            opensQuote.toggle()
        case "「": output[index] = "“"
        case "」": output[index] = "”"
        case "『": output[index] = "‘"
        case "』": output[index] = "’"
        case "(":
            let isWide = isHalfWidth(text, index)
            if isWide { output[index] = "（" }
            brackets.append((index, isWide))
        case ")":
            // A pair is wide when one of the two stands next to Han.
            let opener = brackets.popLast()
            guard isHalfWidth(text, index) || opener?.isWide == true else { continue }
            output[index] = "）"
            if let opener { output[opener.index] = "（" }
        default:
            guard let wide = widened[character], isHalfWidth(text, index) else { continue }
            output[index] = wide
        }
    }
    return output
}

private let widened: [Unicode.Scalar: Unicode.Scalar] = [
    ",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。",
]

private func enumerated(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    text.indices.filter { enumerationFlaw(text, $0) == nil }.map { text[$0] }
}

func narrowed(_ character: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0xff10...0xff5a).contains(character.value),
        let narrow = Unicode.Scalar(character.value - 0xfee0),
        narrow.isDigit || narrow.isLatin
    else { return nil }
    return narrow
}

private func spaced(_ text: [Unicode.Scalar]) -> String {
    var output: [Unicode.Scalar] = []
    for character in text {
        let last = output.last
        if character == " " || character == "\u{3000}" {
            if let last, !wideMarks.contains(last), last != " " { output.append(" ") }
            continue
        }
        if last == " ", wideMarks.contains(character) || output.count == 1 {
            output.removeLast()
        } else if last == " ", output.count >= 2, output[output.count - 2].isHan, character.isHan {
            output.removeLast()
        } else if let last,
            last.isHan && (character.isNarrow || "$€£¥+".unicodeScalars.contains(character))
                || character.isHan && (last.isNarrow || last == "%" || last == "℃")
        {
            output.append(" ")
        } else if last == " ", character == "%" || character == "℃" {
            output.removeLast()
        }
        output.append(character)
    }
    while output.last == " " { output.removeLast() }
    return String(output)
}
