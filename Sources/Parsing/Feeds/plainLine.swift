import CXML2

/// A title or a name of HTML as one line of text: tags left out, references decoded, white space
/// collapsed. A `<` that begins no tag stands for itself.
func plainLine(_ html: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(html.count)
    var index = html.startIndex
    while index < html.endIndex {
        let byte = html[index]
        if byte == UInt8(ascii: "<"), let end = tagEnd(at: index, in: html) {
            index = end
        } else if byte == UInt8(ascii: "&"), let (text, end) = reference(at: index, in: html) {
            output.append(contentsOf: text.utf8)
            index = end
        } else {
            if byte > 32 {
                output.append(byte)
            } else if let last = output.last, last != 32 {
                output.append(32)
            }
            index += 1
        }
    }
    return String(decoding: trimmed(output[...]), as: UTF8.self)
}

/// The index behind the tag or comment that begins here.
private func tagEnd(at index: Int, in html: ArraySlice<UInt8>) -> Int? {
    let next = index + 1
    guard next < html.endIndex else { return nil }
    let isTag =
        (html[next] | 32 >= 97 && html[next] | 32 <= 122) || html[next] == UInt8(ascii: "/")
        || html[next] == UInt8(ascii: "!") || html[next] == UInt8(ascii: "?")
    guard isTag else { return nil }
    if html[next...].starts(with: "!--".utf8) {
        // A comment that never ends holds all that follows.
        return end(of: "-->", from: next, in: html) ?? html.endIndex
    }
    for name in ["script", "style"] where startsWith(name, at: next, in: html) {
        return end(of: "</\(name)>", from: next, in: html) ?? html.endIndex
    }
    return html[next...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
        .flatMap { html[$0] == UInt8(ascii: ">") ? $0 + 1 : nil }
}

private func startsWith(_ name: String, at index: Int, in html: ArraySlice<UInt8>) -> Bool {
    let end = index + name.utf8.count
    return end < html.endIndex && html[index..<end].elementsEqual(name.utf8) { $0 | 32 == $1 }
        && !(html[end] | 32 >= 97 && html[end] | 32 <= 122)
}

private func end(of mark: String, from start: Int, in html: ArraySlice<UInt8>) -> Int? {
    let mark = Array(mark.utf8)
    return html[start...].indices.first { index in
        index + mark.count <= html.endIndex
            && zip(html[index...], mark).allSatisfy { $0 == $1 || $0 | 32 == $1 }
    }
    .map { $0 + mark.count }
}

/// What a character reference of HTML stands for, and the index behind it.
func reference(at index: Int, in text: ArraySlice<UInt8>) -> (text: String, end: Int)? {
    guard let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")), end > index + 1
    else { return nil }
    let name = text[(index + 1)..<end]
    if name.first == UInt8(ascii: "#") {
        let digits = name.dropFirst()
        let isHexadecimal = digits.first.map { $0 | 32 } == UInt8(ascii: "x")
        let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard let value = UInt32(number, radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(windows1252[value] ?? value),
            value > 31 || [9, 10, 13].contains(value)
        else { return nil }
        return (String(Character(scalar)), end + 1)
    }
    let word = String(decoding: name, as: UTF8.self)
    if word == "apos" { return ("'", end + 1) }
    guard let entity = unsafe htmlEntityLookup(word),
        let scalar = unsafe Unicode.Scalar(entity.pointee.value)
    else { return nil }
    return (String(Character(scalar)), end + 1)
}

/// References to 128…159, which HTML reads as windows-1252 has them (HTML §13.2.5.80).
let windows1252: [UInt32: UInt32] = [
    0x80: 0x20ac, 0x82: 0x201a, 0x83: 0x0192, 0x84: 0x201e, 0x85: 0x2026, 0x86: 0x2020,
    0x87: 0x2021, 0x88: 0x02c6, 0x89: 0x2030, 0x8a: 0x0160, 0x8b: 0x2039, 0x8c: 0x0152,
    0x8e: 0x017d, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201c, 0x94: 0x201d, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02dc, 0x99: 0x2122, 0x9a: 0x0161, 0x9b: 0x203a,
    0x9c: 0x0153, 0x9e: 0x017e, 0x9f: 0x0178,
]
