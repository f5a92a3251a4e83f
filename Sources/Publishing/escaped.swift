import Editing

/// Text as Markdown that shows just that text: what Markdown, HTML, Hugo or an autolinker would read
/// as anything else is escaped.
func escaped(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    let line = Array(visibleLine(text).unicodeScalars)
    // A number at the beginning would open an ordered list, a sign another one or a heading.
    let number = line.prefix(while: \.isDigit).count
    func put(_ text: String) { output.append(contentsOf: text.unicodeScalars) }
    for (index, character) in line.enumerated() {
        switch character {
        // Not even a hasty reader may take it for a footnote's marker.
        case "[" where index + 1 < line.count && line[index + 1] == "^": put("&#91;")
        case "\\", "`", "*", "_", "[", "]", "~", "|", "#", "$":
            put("\\")
            output.append(character)
        case "<": put("&lt;")
        case ">": put("&gt;")
        case "&": put("&amp;")
        // Shortcodes, header attributes and templates.
        case "{": put("&#123;")
        case "}": put("&#125;")
        // Mail addresses, www.x and x://y would become links.
        case "@": put("&#64;")
        case "w", "W":
            let isLink = String(line[index...].prefix(4)).lowercased() == "www."
            if isLink { put("&#119;") } else { output.append(character) }
        case ":": put(line[index...].starts(with: "://".unicodeScalars) ? "&#58;" : ":")
        case ".", ")":
            if number > 0, index == number { put("\\") }
            output.append(character)
        case "-", "+", "=":
            if index == 0 { put("\\") }
            output.append(character)
        default: output.append(character)
        }
    }
    return String(output)
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
