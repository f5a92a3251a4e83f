/// The document with what an XML parser would stumble over mended, in one pass: a bare `&` becomes
/// `&amp;`, an entity of HTML its character, and any other entity its own text, so that nothing a
/// document declares is ever expanded. CDATA sections stay as they are.
func markupMended(_ text: [UInt8]) -> [UInt8] {
    let opening = Array("<![CDATA[".utf8)
    let closing = Array("]]>".utf8)
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 50)
    var index = 0
    var isInCDATA = false
    while index < text.count {
        let byte = text[index]
        if isInCDATA {
            isInCDATA = !(byte == closing[0] && text[index...].starts(with: closing))
        } else if byte == opening[0], text[index...].starts(with: opening) {
            isInCDATA = true
        } else if byte == opening[0], let end = voidTagEnd(at: index, in: text) {
            output.append(contentsOf: text[index..<end])
            output.append(contentsOf: "/>".utf8)
            index = end + 1
            continue
        } else if byte == UInt8(ascii: "&") {
            let (replacement, length) = entity(at: index, in: text)
            output.append(contentsOf: replacement)
            index += length
            continue
        }
        output.append(byte)
        index += 1
    }
    return output
}

/// The place of the `>` of an HTML tag that is never closed, such as `<br>`, when one begins at the
/// index: to XML it would swallow the elements after it.
private func voidTagEnd(at index: Int, in text: [UInt8]) -> Int? {
    let name = text[(index + 1)...].prefix(5).prefix { $0 | 32 >= 97 && $0 | 32 <= 122 }
        .map { $0 | 32 }
    guard voidTags.contains(name),
        let end = text[index...].prefix(2000).firstIndex(of: UInt8(ascii: ">")),
        text[end - 1] != UInt8(ascii: "/")
    else { return nil }
    return end
}

private let voidTags: Set<[UInt8]> = [
    Array("br".utf8), Array("hr".utf8), Array("img".utf8), Array("wbr".utf8),
]

/// What stands for the reference that begins at the index, and how many bytes it takes.
private func entity(at index: Int, in text: [UInt8]) -> (replacement: [UInt8], Int) {
    let bare = (Array("&amp;".utf8), 1)
    guard let (meaning, end) = reference(at: index, in: text[...]) else { return bare }
    let replacement: [UInt8] =
        switch meaning {
        case "<": Array("&lt;".utf8)
        case "&": Array("&amp;".utf8)
        case ">": Array("&gt;".utf8)
        case "\"": Array("&quot;".utf8)
        case "'": Array("&apos;".utf8)
        default: Array(meaning.utf8)
        }
    return (replacement, end - index)
}
