import CXML2
import Glibc

/// A parsed page: libxml2's tree, freed with this value.
@safe final class HTMLDocument {
    /// Bytes.
    static let limit = 5_000_000
    private let document: htmlDocPtr
    /// Whether libxml2 stopped where elements nest too deeply: what follows is not in the tree.
    let isCut: Bool

    /// Reads UTF-8; nil when there is no element at all.
    init?(_ text: [UInt8]) {
        shim_silence()
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        guard let parser = unsafe htmlNewParserCtxt() else { return nil }
        defer { unsafe htmlFreeParserCtxt(parser) }
        let document = unsafe text.withUnsafeBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe htmlCtxtReadMemory(
                parser, start, Int32(clamping: bytes.count), nil, "UTF-8", Int32(options))
        }
        guard let document = unsafe document else { return nil }
        isCut = unsafe parser.pointee.disableSAX != 0
        unsafe self.document = unsafe document
    }

    deinit {
        unsafe xmlFreeDoc(document)
    }

    var root: HTMLElement? {
        unsafe xmlDocGetRootElement(document).map { unsafe HTMLElement(node: $0, document: self) }
    }

    /// Why a text is not worth parsing: a tag with more attributes than any page has reason for
    /// costs libxml2 seconds.
    static func refusal(of text: [UInt8]) -> String? {
        let isCrowded = unsafe text.withUnsafeBytes { unsafe hasCrowdedTag($0) }
        return isCrowded ? "a tag has more than 2,000 attributes" : nil
    }

    private static func hasCrowdedTag(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let start = text.baseAddress else { return false }
        var index = 0
        while index < text.count,
            let found = unsafe memchr(start + index, 0x3c, text.count - index)
        {
            unsafe index = start.distance(to: UnsafeRawPointer(found)) + 1
            // What a script compares is no tag.
            guard index < text.count, unsafe (97...122).contains(text[index] | 32) else { continue }
            var equals = 0
            tag: while index < text.count {
                switch unsafe text[index] {
                case 0x3f...: break
                case UInt8(ascii: "<"), UInt8(ascii: ">"): break tag
                case UInt8(ascii: "="):
                    equals += 1
                    if equals > 2000 { return true }
                // A program, after all.
                case UInt8(ascii: ";") where equals > 200: break tag
                default: break
                }
                index += 1
            }
        }
        return false
    }
}

/// An element of a page's tree. It keeps the tree alive.
@safe struct HTMLElement {
    let node: xmlNodePtr
    fileprivate let document: HTMLDocument

    /// Lower case.
    var name: String {
        unsafe node.pointee.name.map { unsafe String(cString: $0).lowercased() } ?? ""
    }

    subscript(attribute: String) -> String? {
        guard let value = unsafe xmlGetProp(node, attribute) else { return nil }
        defer { unsafe shim_free(value) }
        return unsafe String(cString: value)
    }

    /// All elements below, in the order of the document.
    func descendants(_ visit: (HTMLElement) -> Void) {
        unsafe walk { node in
            guard unsafe node.pointee.type == XML_ELEMENT_NODE else { return }
            unsafe visit(HTMLElement(node: node, document: document))
        }
    }

    /// The text below, hidden or not.
    var rawText: String {
        var text: [UInt8] = []
        unsafe walk { node in
            guard unsafe [XML_TEXT_NODE, XML_CDATA_SECTION_NODE].contains(node.pointee.type),
                let content = unsafe node.pointee.content
            else { return }
            unsafe text.append(
                contentsOf: UnsafeBufferPointer(start: content, count: strlen(content)))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// All nodes below, in the order of the document, without a stack: trees of hostile pages are
    /// deep.
    private func walk(_ visit: (xmlNodePtr) -> Void) {
        var next = unsafe node.pointee.children
        while var here = unsafe next {
            unsafe visit(here)
            if unsafe here.pointee.type == XML_ELEMENT_NODE,
                let child = unsafe here.pointee.children
            {
                unsafe next = unsafe child
                continue
            }
            while unsafe here.pointee.next == nil {
                guard let parent = unsafe here.pointee.parent, unsafe parent != node else { return }
                unsafe here = unsafe parent
            }
            unsafe next = unsafe here.pointee.next
        }
    }
}
