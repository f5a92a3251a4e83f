import CXML2

/// A parsed page: libxml2's tree, freed with this value.
@safe final class HTMLDocument {
    /// Bytes.
    static let limit = 5_000_000
    private let document: htmlDocPtr

    /// Reads UTF-8; nil when there is no element at all.
    init?(_ text: [UInt8]) {
        shim_silence()
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        let document = unsafe text.withUnsafeBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe htmlReadMemory(
                start, Int32(clamping: bytes.count), nil, "UTF-8", Int32(options))
        }
        guard let document = unsafe document else { return nil }
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
        var equals = 0
        var isInTag = false
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "<"):
                let next = index + 1 < text.count ? text[index + 1] | 32 : 0
                // What a script compares is no tag.
                isInTag = next >= 97 && next <= 122
                equals = 0
            case UInt8(ascii: ">"):
                isInTag = false
            case UInt8(ascii: "=") where isInTag:
                equals += 1
                if equals > 2000 { return "a tag has more than 2,000 attributes" }
            case UInt8(ascii: ";") where isInTag && equals > 200:
                // A program, after all.
                isInTag = false
            default: continue
            }
        }
        return nil
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

    var parent: HTMLElement? {
        guard let parent = unsafe node.pointee.parent,
            unsafe parent.pointee.type == XML_ELEMENT_NODE
        else { return nil }
        return unsafe HTMLElement(node: parent, document: document)
    }

    enum Child {
        case element(HTMLElement)
        case text(String)
    }

    /// Elements and texts in order; comments and the like left out.
    var children: [Child] {
        var children: [Child] = []
        var next = unsafe node.pointee.children
        while let child = unsafe next {
            switch unsafe child.pointee.type {
            case XML_ELEMENT_NODE:
                unsafe children.append(.element(HTMLElement(node: child, document: document)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = unsafe child.pointee.content {
                    unsafe children.append(.text(String(cString: content)))
                }
            default: break
            }
            unsafe next = unsafe child.pointee.next
        }
        return children
    }

    var elements: [HTMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// All elements below, in the order of the document.
    func descendants(_ visit: (HTMLElement) -> Void) {
        for element in elements {
            visit(element)
            element.descendants(visit)
        }
    }

    /// The text below, hidden or not.
    var rawText: String {
        var text = ""
        for child in children {
            switch child {
            case .text(let piece): text += piece
            case .element(let element): text += element.rawText
            }
        }
        return text
    }

    /// Tells an element from others.
    var identity: Int { unsafe Int(bitPattern: node) }
}
