import CXML2
import Domain
import Foundation

/// Reads RSS, RDF and Atom by SAX2, in one pass and without a tree; nil for a document that is not
/// well-formed, not UTF-8, or no feed.
func readWellFormedFeed(
    _ text: [UInt8], url: String, language: String?
) throws(FeedError) -> Feed? {
    var reader = try FeedReader(url: url, language: language, recovers: false).reading(text)
    return reader.firstError == nil ? reader.finish() : nil
}

/// Reads a feed with its stumbling blocks mended, as far as it goes.
func readBrokenFeed(_ text: [UInt8], url: String, language: String?) throws(FeedError) -> Feed {
    let text = withoutPreamble(text)
    let strict = try FeedReader(url: url, language: language, recovers: false).reading(text)
    var reader = strict
    if strict.firstError != nil {
        reader = try FeedReader(url: url, language: language, recovers: true)
            .reading(markupMended(text))
    }
    guard var feed = reader.finish() else {
        switch reader.root {
        case nil:
            throw .malformed(
                url: url, line: reader.errorLine ?? 1,
                reason: reader.firstError ?? "there is no element")
        case "html"?: throw .page(url: url, feeds: discoverFeeds(inHTML: text, url: url))
        case let root?: throw .notAFeed(url: url, root: root)
        }
    }
    if let message = strict.firstError {
        feed.defects = ["\(message) at line \(strict.errorLine ?? 0)"]
    }
    return feed
}

/// From where the feed begins: programs print warnings before it.
private func withoutPreamble(_ text: [UInt8]) -> [UInt8] {
    let beginnings = ["<?xml ", "<rss", "<feed", "<rdf:RDF"].map { Array($0.utf8) }
    let start = text.prefix(16 * 1024).indices.first { index in
        text[index] == UInt8(ascii: "<")
            && beginnings.contains { text[index...].starts(with: $0) }
    }
    guard let start, start > 0, text[..<start].contains(where: { $0 > 32 }) else { return text }
    return Array(text[start...])
}

/// libxml2 compares every attribute of a tag with every other, before it tells of any.
private let tagLimit = 512 * 1024

/// The length of the longest tag, nil when the document is too short to have one that matters.
private func longestTag(_ text: [UInt8]) -> Int? {
    guard text.count > tagLimit else { return nil }
    var longest = 0
    var start: Int?
    for index in text.indices {
        switch text[index] {
        case UInt8(ascii: "<"):
            let next = index + 1 < text.count ? text[index + 1] | 32 : 0
            start = next >= 97 && next <= 122 ? index : nil
        case UInt8(ascii: ">"):
            longest = max(longest, start.map { index - $0 } ?? 0)
            start = nil
        default: continue
        }
    }
    return max(longest, start.map { text.count - $0 } ?? 0)
}

extension FeedReader {
    /// What the reader knows after the document, or after what stopped it.
    fileprivate func reading(_ text: [UInt8]) throws(FeedError) -> FeedReader {
        if let length = longestTag(text), length > tagLimit {
            throw .hostile(url: url, reason: "a tag is \(length) bytes long")
        }
        var reader = self
        drive(&reader, through: text)
        if let reason = reader.refusal { throw .hostile(url: url, reason: reason) }
        return reader
    }
}

private func drive(_ reader: inout FeedReader, through text: [UInt8]) {
    shim_silence()
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = startElement
    unsafe handler.endElementNs = endElement
    unsafe handler.characters = characters
    unsafe handler.cdataBlock = characters
    unsafe handler.serror = noteError
    unsafe withUnsafeMutablePointer(to: &reader) { context in
        guard let parser = unsafe xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else {
            return
        }
        defer {
            // It keeps what a document declares in one of its own, which it does not free.
            unsafe xmlFreeDoc(parser.pointee.myDoc)
            unsafe parser.pointee.myDoc = nil
            unsafe xmlFreeParserCtxt(parser)
        }
        // Entities are replaced in attributes too; only those of XML are known, because nothing
        // listens to declarations.
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
            | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_IGNORE_ENC.rawValue
        unsafe xmlCtxtUseOptions(parser, Int32(options))
        unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
        unsafe context.pointee.parser = unsafe parser
        // A push parser hands a CDATA section over whole; the other reads it by characters. In
        // pieces its buffer stays small.
        unsafe text.withUnsafeBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            var offset = 0
            repeat {
                let size = min(pieceSize, bytes.count - offset)
                let isLast: Int32 = offset + size == bytes.count ? 1 : 0
                guard
                    unsafe xmlParseChunk(parser, start?.advanced(by: offset), Int32(size), isLast)
                        >= 0
                else { return }
                offset += size
            } while offset < bytes.count
        }
        unsafe context.pointee.parser = nil
    }
}

private let pieceSize = 32 * 1024

private func startElement(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
    _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _: Int32,
    _: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int32, _: Int32,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    guard let name = unsafe name else { return }
    unsafe reader(context)?.pointee.open(
        name, prefix: prefix, uri: uri, attributes: FeedAttributes(attributes, count: count))
}

private func endElement(
    _ context: UnsafeMutableRawPointer?, _: UnsafePointer<xmlChar>?, _: UnsafePointer<xmlChar>?,
    _: UnsafePointer<xmlChar>?
) {
    unsafe reader(context)?.pointee.close()
}

private func characters(
    _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, _ count: Int32
) {
    let piece = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
    unsafe reader(context)?.pointee.append(piece)
}

private func noteError(
    _ context: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?
) {
    guard let reader = unsafe reader(context), let error = unsafe error else { return }
    let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "broken XML"
    unsafe reader.pointee.note(trimmed(message), line: Int(error.pointee.line))
}

private func reader(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<FeedReader>? {
    unsafe context?.assumingMemoryBound(to: FeedReader.self)
}
