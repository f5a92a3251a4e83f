/// Text as Markdown that shows just that text: what Markdown, HTML, Hugo or an autolinker would read
/// as anything else is escaped.
func escaped(_ text: String) -> String {
    var output = ""
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    for (index, character) in line.enumerated() {
        switch character {
        case "\\", "`", "*", "_", "[", "]", "~", "|", "#", "$":
            output += "\\\(character)"
        case "<": output += "&lt;"
        case ">": output += "&gt;"
        case "&": output += "&amp;"
        // Shortcodes, header attributes and templates.
        case "{": output += "&#123;"
        case "}": output += "&#125;"
        // www.x and a@b would become links.
        case "@": output += "&#64;"
        case ".",
            ")" where index > 0 && line.prefix(index).allSatisfy(\.isNumber):
            output += "\\\(character)"
        case "-" where index == 0, "+" where index == 0, "=" where index == 0:
            output += "\\\(character)"
        case "w" where line.dropFirst(index).prefix(4).lowercased() == "www.",
            "W" where line.dropFirst(index).prefix(4).lowercased() == "www.":
            output += "&#119;"
        case ":" where line.dropFirst(index).hasPrefix("://"): output += "&#58;"
        default: output.append(character)
        }
    }
    return output
}

/// A URL as it stands in `<…>`: what would end it is percent-encoded.
func escapedURL(_ url: String) -> String {
    var output = ""
    for scalar in url.unicodeScalars {
        let mustGo =
            scalar.value <= 32 || scalar.value == 0x7f
            || "<>\"\\{}`|^".unicodeScalars.contains(scalar)
        if mustGo {
            for byte in String(scalar).utf8 {
                let digits = String(byte, radix: 16, uppercase: true)
                output += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        } else {
            output.unicodeScalars.append(scalar)
        }
    }
    return output
}
