import CXML2
import Domain
import Foundation

/// Reads RSS, RDF and Atom by SAX2, in one pass and without a tree.
func readXMLFeed(_ text: [UInt8], url: String) throws(FeedError) -> Feed {
    let reader = FeedReader(url: url)
    parse(markupMended(text), into: reader)
    if let reason = reader.refusal { throw .hostile(url: url, reason: reason) }
    guard let feed = reader.result else {
        switch reader.root {
        case nil:
            throw .malformed(
                url: url, line: reader.errorLine ?? 1,
                reason: reader.firstError ?? "there is no element")
        case "html": throw .page(url: url, feeds: discoverFeeds(inHTML: text, url: url))
        case let root?: throw .notAFeed(url: url, root: root)
        }
    }
    return feed
}

private func parse(_ text: [UInt8], into reader: FeedReader) {
    shim_silence()
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = startElement
    unsafe handler.endElementNs = endElement
    unsafe handler.characters = characters
    unsafe handler.cdataBlock = characters
    unsafe handler.serror = noteError
    let context = unsafe Unmanaged.passUnretained(reader).toOpaque()
    guard let parser = unsafe xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else {
        return
    }
    defer { unsafe xmlFreeParserCtxt(parser) }
    let options =
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    unsafe xmlCtxtUseOptions(parser, Int32(options))
    unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    unsafe reader.parser = parser
    unsafe text.withUnsafeBytes { bytes in
        let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = unsafe xmlParseChunk(parser, start, Int32(clamping: bytes.count), 1)
    }
    unsafe reader.parser = nil
}

private func reader(_ context: UnsafeMutableRawPointer?) -> FeedReader? {
    unsafe context.map { unsafe Unmanaged<FeedReader>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
    _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _: Int32,
    _: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int32, _: Int32,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    guard let reader = unsafe reader(context), let name = unsafe name else { return }
    var read: [(String, String)] = []
    if count > FeedReader.attributeLimit {
        reader.refuse("an element has \(count) attributes")
        return
    }
    // Five pointers each: name, prefix, URI, start of the value, its end.
    for index in 0..<Int(count) {
        guard let fields = unsafe attributes?.advanced(by: index * 5), let local = unsafe fields[0],
            let start = unsafe fields[3], let end = unsafe fields[4]
        else { continue }
        let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
        let space = unsafe fields[1].map { unsafe String(cString: $0) + ":" } ?? ""
        read.append(
            unsafe (space + String(cString: local), String(decoding: value, as: UTF8.self)))
    }
    unsafe reader.open(
        String(cString: name), prefix: prefix.map { unsafe String(cString: $0) },
        uri: uri.map { unsafe String(cString: $0) }, attributes: read)
}

private func endElement(
    _ context: UnsafeMutableRawPointer?, _: UnsafePointer<xmlChar>?, _: UnsafePointer<xmlChar>?,
    _: UnsafePointer<xmlChar>?
) {
    unsafe reader(context)?.close()
}

private func characters(
    _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, _ count: Int32
) {
    let piece = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
    unsafe reader(context)?.append(piece)
}

private func noteError(
    _ context: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?
) {
    guard let reader = unsafe reader(context), let error = unsafe error else { return }
    let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "broken XML"
    unsafe reader.note(
        message.trimmingCharacters(in: .whitespacesAndNewlines), line: Int(error.pointee.line))
}
