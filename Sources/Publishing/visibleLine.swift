/// A text as one line of what can be seen: white space folded, and control characters, marks that
/// turn text around, zero-width characters, accents with nothing to stand on and what Unicode will
/// never assign left out. A file of YAML and Markdown can hold nothing else that reads back as it was
/// written.
func visibleLine(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var isSpace = true
    for scalar in text.unicodeScalars {
        if scalar.properties.isWhitespace || scalar.value < 32 {
            if !isSpace { output.append(" ") }
            isSpace = true
        } else if isVisible(scalar), !(isSpace && isMark(scalar)) {
            output.append(scalar)
            isSpace = false
        }
    }
    if output.last == " " { output.removeLast() }
    return String(output)
}

/// Joins what stands before it, which would be a marker or a bracket of ours.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
}

private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7f...0x9f, 0xad, 0x61c, 0x180e, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f,
        0xfdd0...0xfdef, 0xfeff, 0xfff0...0xffff, 0xe0000...0xe0fff:
        false
    default: scalar.value & 0xfffe != 0xfffe
    }
}
