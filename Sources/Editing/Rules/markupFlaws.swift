import Domain

/// What stands in a text and is no prose: addresses, tags, labels, chatter, invisible characters.
func markupFlaws(_ text: String) -> [Flaw] {
    var flaws: [Flaw] = []
    func find(_ phrases: Phrases, _ rule: FormRule, _ message: (String) -> String) {
        guard let found = phrases.foremost(in: text) else { return }
        let place = text.utf8.index(text.startIndex, offsetBy: found.offset)
        flaws.append(
            Flaw(rule, at: text.unicodeScalars[..<place].count, message(found.phrase)))
    }
    find(addresses, .url) { _ in
        "a URL stands in the text; URLs belong into the references"
    }
    if let (offset, tag) = firstTag(in: text) {
        flaws.append(Flaw(.html, at: offset, "raw HTML \(tag) stands in the text"))
    }
    find(shortcodes, .shortcode) { _ in "Hugo's shortcode syntax stands in the text" }
    find(labels, .label) { _ in
        "a footnote label stands in the text; code writes the labels"
    }
    find(residues, .residue) { "\"\($0)\" is no part of an article" }
    if let place = text.unicodeScalars.firstIndex(where: isForbidden) {
        let offset = text.unicodeScalars[..<place].count
        flaws.append(
            Flaw(.control, at: offset, "control, bidirectional or replacement characters"))
    }
    return flaws
}

private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...31, 0x7f...0x9f, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0xfeff, 0xfffd,
        0xe000...0xf8ff, 0xe0000...0xe007f:
        true
    default: false
    }
}

private let addresses = Phrases(["://", "www."])
private let shortcodes = Phrases(["{{", ">}}", "%}}"])
private let labels = Phrases(["[^"])
private let residues = Phrases([
    "[object object]", "undefined", "以下是", "好的，", "作为一个ai", "作为ai", "作为 ai", "作为人工智能",
    "让我通过搜索", "希望这", "lorem ipsum", "```", "todo", "根据您的要求", "as an ai", "null，", "（null）",
    "待补充", "此处插入",
])

/// `<` with a letter or slash behind it and `>` after that, and where it stands.
package func firstTag(in text: String) -> (offset: Int, tag: String)? {
    let characters = Array(text.unicodeScalars)
    for index in characters.indices where characters[index] == "<" {
        guard let second = characters.at(index + 1),
            second.properties.isAlphabetic || second == "/" || second == "!",
            let close = characters[index...].prefix(200).firstIndex(of: ">")
        else { continue }
        return (index, String(characters[index...close]))
    }
    return nil
}
