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
    var page = PageMetadata(document, url: url).page
    page.text = mainText(of: document)
    guard !page.text.isEmpty else { throw .noText(url: url) }
    return page
}

/// The plain paragraphs of a piece of HTML, such as an entry's summary, separated by empty lines.
package func plainText(ofHTML html: String) -> String {
    guard html.contains("<") || html.contains("&") else { return cleanParagraph(html) }
    let text = Array("<div>\(html)</div>".utf8)
    guard text.count <= HTMLDocument.limit, HTMLDocument.refusal(of: text) == nil,
        let document = HTMLDocument(text)
    else { return "" }
    return document.root.map { TextBlocks(of: $0).blocks.map(\.text).joined(separator: "\n\n") }
        ?? ""
}

/// White space folded; what is not seen or turns text around dropped: zero-width and bidirectional
/// marks, soft hyphens, tag characters.
func cleanParagraph(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var isSpace = true
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0xfeff, 0xfffd,
            0xe0000...0xe007f:
            continue
        default: break
        }
        if scalar.properties.isWhitespace || scalar.value < 32
            || (0x7f...0x9f).contains(scalar.value)
        {
            if !isSpace { output.append(" ") }
            isSpace = true
        } else {
            output.append(scalar)
            isSpace = false
        }
    }
    if isSpace, !output.isEmpty { output.removeLast() }
    return String(output)
}
