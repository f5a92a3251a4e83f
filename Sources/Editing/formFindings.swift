package import Domain

/// What is wrong with the form of a text of an article, whatever it says.
package func formFindings(in text: String, place: Place) -> [Finding] {
    var findings: [Finding] = []
    func find(_ rule: String, _ severity: Finding.Severity, _ message: String) {
        findings.append(Finding(rule: rule, severity: severity, place: place, message: message))
    }
    let lower = text.lowercased()
    if ["http://", "https://", "www.", "://"].contains(where: lower.contains) {
        find("text.url", .hard, "a URL stands in the text; URLs belong into the references")
    }
    if let tag = firstTag(in: text) {
        find("text.html", .hard, "raw HTML \(tag) stands in the text")
    }
    if ["{{<", "{{%", ">}}", "%}}", "{{"].contains(where: text.contains) {
        find("text.shortcode", .hard, "Hugo's shortcode syntax stands in the text")
    }
    if text.contains("[^") {
        find("text.label", .hard, "a footnote label stands in the text; code writes the labels")
    }
    if let residue = residues.first(where: lower.contains) {
        find("text.residue", .hard, "\"\(residue)\" is no part of an article")
    }
    if text.unicodeScalars.contains(where: { $0.isKana || $0.isHangul }) {
        find("language.script", .hard, "Japanese or Korean letters stand in the text")
    }
    let traditional = text.traditional
    if !traditional.isEmpty {
        let shown = String(traditional.prefix(5))
        find("language.traditional", .hard, "Traditional characters \(shown); write Simplified")
    }
    if text.unicodeScalars.contains(where: isForbidden) {
        find("text.control", .hard, "control, bidirectional or replacement characters")
    }
    return findings
}

private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...31, 0x7f...0x9f, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0xfeff, 0xfffd,
        0xe000...0xf8ff, 0xe0000...0xe007f:
        true
    default: false
    }
}

private let residues = [
    "[object object]", "undefined", "以下是", "好的，", "作为一个ai", "作为ai", "作为人工智能",
    "让我通过搜索", "希望这", "lorem ipsum", "```", "todo", "根据您的要求", "as an ai",
]

/// `<` with a letter or slash behind it and `>` after that.
package func firstTag(in text: String) -> String? {
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "<") {
        rest = rest[open...]
        let second = rest.dropFirst().first
        if second?.isLetter == true || second == "/" || second == "!",
            let close = rest.prefix(200).firstIndex(of: ">")
        {
            return String(rest[...close])
        }
        rest = rest.dropFirst()
    }
    return nil
}
