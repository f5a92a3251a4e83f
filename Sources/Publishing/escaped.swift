/// Text as Markdown that shows just that text: what Markdown, HTML, Hugo or an autolinker would read
/// as anything else is escaped.
func escaped(_ text: String) -> String {
    var output = ""
    let line = Array(visibleLine(text))
    // A number at the beginning would open an ordered list, a sign another one or a heading.
    let number = line.prefix { $0.isNumber }.count
    for (index, character) in line.enumerated() {
        switch character {
        // Not even a hasty reader may take it for a footnote's marker.
        case "[" where index + 1 < line.count && line[index + 1] == "^": output += "&#91;"
        case "\\", "`", "*", "_", "[", "]", "~", "|", "#", "$": output += "\\\(character)"
        case "<": output += "&lt;"
        case ">": output += "&gt;"
        case "&": output += "&amp;"
        // Shortcodes, header attributes and templates.
        case "{": output += "&#123;"
        case "}": output += "&#125;"
        // Mail addresses, www.x and x://y would become links.
        case "@": output += "&#64;"
        case "w", "W":
            let isLink = String(line[index...].prefix(4)).lowercased() == "www."
            output += isLink ? "&#119;" : String(character)
        case ":": output += line[index...].starts(with: "://") ? "&#58;" : ":"
        case ".", ")": output += (number > 0 && index == number ? "\\" : "") + String(character)
        case "-", "+", "=": output += (index == 0 ? "\\" : "") + String(character)
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
