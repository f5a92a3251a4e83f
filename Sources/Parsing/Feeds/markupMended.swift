import CXML2

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
private func entity(at index: Int, in text: [UInt8]) -> (replacement: ArraySlice<UInt8>, Int) {
    let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    guard let end, end > index + 1 else { return (Array("&amp;".utf8)[...], 1) }
    let whole = text[index...end]
    let name = text[(index + 1)..<end]
    if name.first == UInt8(ascii: "#") {
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == 120 || digits.first == 88
        let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard let value = UInt32(number, radix: isHexadecimal ? 16 : 10),
            Unicode.Scalar(value) != nil, value > 31 || [9, 10, 13].contains(value)
        else { return (Array("&amp;".utf8)[...], 1) }
        return (whole, whole.count)
    }
    let text = String(decoding: name, as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(text) { return (whole, whole.count) }
    if let entity = unsafe htmlEntityLookup(text),
        let scalar = unsafe Unicode.Scalar(entity.pointee.value)
    {
        return (Array(String(Character(scalar)).utf8)[...], whole.count)
    }
    return (Array("&amp;".utf8)[...], 1)
}
