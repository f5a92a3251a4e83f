/// The text with what is mechanical put right: a space between Han and Latin letters or digits, none
/// around full-width punctuation, full-width punctuation next to Han, paired quotation marks, the
/// Chinese ellipsis and dash (GB/T 15834, and a house style for spaces).
package func mended(_ text: String) -> String {
    spaced(punctuated(text.replacing("...", with: "……").replacing("--", with: "——")))
}

private func punctuated(_ text: String) -> String {
    let characters = Array(text)
    var output = ""
    var opensQuote = true
    for (index, character) in characters.enumerated() {
        let before = index > 0 ? characters[index - 1] : nil
        let after = index + 1 < characters.count ? characters[index + 1] : nil
        // Full-width letters and digits are no style of ours.
        if let narrow = narrowed(character) {
            output.append(narrow)
        } else if character == "\"", isHan(before) || isHan(after) || !opensQuote {
            output.append(opensQuote ? "“" : "”")
            opensQuote.toggle()
        } else if let wide = widened[character], isHan(before),
            character != "." || after == nil || isHan(after),
            !(character == ":" && after?.isNumber == true)
        {
            output.append(wide)
        } else if let wide = widened[character], isHan(after), character == "(" || character == ")"
        {
            output.append(wide)
        } else {
            output.append(character)
        }
    }
    return output
}

private func narrowed(_ character: Character) -> Character? {
    guard let scalar = character.unicodeScalars.first,
        character.unicodeScalars.count == 1, (0xff10...0xff5a).contains(scalar.value),
        let narrow = Unicode.Scalar(scalar.value - 0xfee0),
        narrow.isDigit || narrow.isLatin
    else { return nil }
    return Character(narrow)
}

private let widened: [Character: Character] = [
    ",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。",
]

private func isHan(_ character: Character?) -> Bool {
    character?.unicodeScalars.first?.isHan == true
}

private func isNarrow(_ character: Character?) -> Bool {
    guard let scalar = character?.unicodeScalars.first else { return false }
    return scalar.isLatin || scalar.isDigit
}

/// Punctuation that brings its own space.
private let wide: Set<Character> = [
    "，", "。", "；", "：", "！", "？", "（", "）", "“", "”", "‘", "’", "《", "》", "、", "…", "—", "【", "】",
]

private func spaced(_ text: String) -> String {
    var output: [Character] = []
    for character in text {
        let last = output.last
        if character == " " || character == "\u{3000}" {
            if let last, !wide.contains(last), last != " " { output.append(" ") }
            continue
        }
        if last == " ", wide.contains(character) || output.count == 1 {
            output.removeLast()
        } else if last == " ", output.count >= 2, isHan(output[output.count - 2]), isHan(character)
        {
            output.removeLast()
        } else if isHan(last) && (isNarrow(character) || "$€£¥+".contains(character))
            || isHan(character) && (isNarrow(last) || last == "%" || last == "℃")
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
