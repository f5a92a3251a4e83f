package import Domain
import Foundation

/// Reads the main text of a web page and what it says of itself.
///
/// - Parameters:
///   - contentType: the header of the answer.
///   - url: the address that answered: relative links are resolved against it.
package func readPage(
    _ bytes: [UInt8], contentType: String?, url: String
) throws(PageError) -> Page {
    if let type = contentType?.split(separator: ";").first?.lowercased(),
        !type.isEmpty, !type.contains("html"), !type.contains("xml"), !type.hasPrefix("text/")
    {
        throw .notHTML(url: url, contentType: type)
    }
    guard bytes.contains(where: { $0 > 32 }) else { throw .empty(url: url) }
    guard bytes.count <= HTMLDocument.limit else { throw .tooLarge(url: url, bytes: bytes.count) }
    let text = Charset.utf8(bytes, contentType: contentType)
    if let reason = HTMLDocument.refusal(of: text) { throw .hostile(url: url, reason: reason) }
    guard let document = HTMLDocument(text) else { throw .noText(url: url) }
    var metadata = PageMetadata(document, url: url)
    let tree = document.root.map { PageTree($0) }
    if let tree { metadata.takeByline(of: tree) }
    var page = metadata.page
    page.text = tree.map { mainText(of: $0) } ?? ""
    if let error = PageNotice.error(
        in: page, title: metadata.documentTitle, html: text, isFree: metadata.isFree, url: url)
    {
        throw error
    }
    guard !page.text.isEmpty else {
        throw document.isCut
            ? .hostile(url: url, reason: "its elements nest deeper than 255")
            : .noText(url: url)
    }
    return page
}

/// Bytes of any charset as UTF-8, by byte order mark, header, declaration and look (``Charset``).
package func utf8Text(_ bytes: [UInt8], contentType: String?) -> [UInt8] {
    Charset.utf8(bytes, contentType: contentType)
}

/// The plain paragraphs of a piece of HTML, such as an entry's summary, separated by empty lines.
package func plainText(ofHTML html: String) -> String {
    guard html.contains("<") || html.contains("&") else { return cleanParagraph(html) }
    let text = Array("<div>\(html)</div>".utf8)
    guard text.count <= HTMLDocument.limit, HTMLDocument.refusal(of: text) == nil,
        let document = HTMLDocument(text)
    else { return "" }
    return document.root.map { PageTree($0).blocks.map(\.text).joined(separator: "\n\n") }
        ?? ""
}

/// White space folded; what is not seen or turns text around dropped: zero-width and bidirectional
/// marks, soft hyphens, tag characters.
func cleanParagraph(_ text: String) -> String {
    cleanParagraph(Array(text.utf8)[...])
}

func cleanParagraph(_ bytes: ArraySlice<UInt8>) -> String {
    unsafe String(unsafeUninitializedCapacity: bytes.count) { output in
        var count = 0
        var isSpace = true
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte > 32, byte < 0x7f {
                unsafe output[count] = byte
                count += 1
                index += 1
                isSpace = false
                continue
            }
            let length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
            let end = min(index + length, bytes.endIndex)
            switch kind(of: bytes[index..<end]) {
            case .unseen: break
            case .space:
                if !isSpace {
                    unsafe output[count] = 32
                    count += 1
                }
                isSpace = true
            case .seen:
                for place in index..<end {
                    unsafe output[count] = bytes[place]
                    count += 1
                }
                isSpace = false
            }
            index = end
        }
        return isSpace && count > 0 ? count - 1 : count
    }
}

private enum CharacterKind {
    case seen, space, unseen
}

/// What a reader makes of one character, by its bytes in UTF-8.
private func kind(of bytes: ArraySlice<UInt8>) -> CharacterKind {
    let start = bytes.startIndex
    let first = bytes[start]
    if first < 0x80 { return first <= 32 || first == 0x7f ? .space : .seen }
    // Only these can begin one that is not seen.
    guard
        first == 0xc2 || first == 0xe1 || first == 0xe2 || first == 0xe3 || first == 0xef
            || first == 0xf3
    else { return .seen }
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
        return .unseen
    }
    switch scalar.value {
    case 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0xfeff, 0xfffd,
        0xe0000...0xe007f:
        return .unseen
    case 0x80...0x9f: return .space
    default: return scalar.properties.isWhitespace ? .space : .seen
    }
}
