import CXML2

/// A page as arrays: its elements, each with the range of paragraphs below it, and its paragraphs in
/// the order in which they are read. Made in one walk; hidden text is not in it.
@safe struct PageTree {
    struct Node {
        var tag: PageTag
        var marks: PageMarks
        /// Index of the element around it; -1 at the root.
        var parent: Int
        /// Of the blocks below; half-open.
        var firstBlock: Int
        var endBlock: Int
    }

    struct Block {
        var text: String
        /// The nearest block element.
        var node: Int
        /// Letters and digits; a Han character counts for two and a half, as it says that much.
        var weight: Int
        /// The part of the weight that stands in links.
        var linked: Int
        /// Commas and stops.
        var marks: Int
        var tag: PageTag
        /// Its place among the blocks.
        var order: Int
    }

    private(set) var nodes: [Node] = []
    private(set) var blocks: [Block] = []
    private var text: [UInt8] = []
    private var linked = 0
    private var current = -1
    /// Marks by class: a page has few classes and many elements.
    private var known: [String: PageMarks] = [:]

    init(_ root: HTMLElement) {
        unsafe visit(root.node, isLink: false, depth: 0)
        finish()
    }

    func isBlock(_ block: Block, below node: Int) -> Bool {
        (nodes[node].firstBlock..<nodes[node].endBlock).contains(block.order)
    }

    private mutating func visit(_ node: xmlNodePtr, isLink: Bool, depth: Int) {
        guard depth < 250, let rawName = unsafe node.pointee.name else { return }
        let tag = unsafe PageTag(String(cString: rawName))
        if tag == .silent { return }
        if tag == .lineBreak { return finish() }
        let attributes = unsafe PageAttributes(node, &known)
        if attributes.isHidden { return }
        if tag.isInline {
            let inLink = isLink || tag == .link
            unsafe visitChildren(node, isLink: inLink, depth: depth)
            return
        }
        finish()
        let index = nodes.count
        nodes.append(
            Node(
                tag: tag, marks: attributes.marks, parent: current, firstBlock: blocks.count,
                endBlock: blocks.count))
        let outer = current
        current = index
        unsafe visitChildren(node, isLink: isLink, depth: depth)
        finish()
        nodes[index].endBlock = blocks.count
        current = outer
    }

    private mutating func visitChildren(_ node: xmlNodePtr, isLink: Bool, depth: Int) {
        var next = unsafe node.pointee.children
        while let child = unsafe next {
            switch unsafe child.pointee.type {
            case XML_ELEMENT_NODE: unsafe visit(child, isLink: isLink, depth: depth + 1)
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = unsafe child.pointee.content {
                    unsafe append(content, isLink: isLink)
                }
            default: break
            }
            unsafe next = unsafe child.pointee.next
        }
    }

    private mutating func append(_ content: UnsafePointer<UInt8>, isLink: Bool) {
        let before = text.count
        var position = unsafe content
        while unsafe position.pointee != 0 {
            unsafe text.append(position.pointee)
            unsafe position = unsafe position.successor()
        }
        if isLink { linked += PageTree.measure(text[before...]).weight }
    }

    private mutating func finish() {
        defer {
            text.removeAll(keepingCapacity: true)
            linked = 0
        }
        guard text.contains(where: { $0 > 32 }) else { return }
        let (weight, marks) = Self.measure(text[...])
        let paragraph = cleanParagraph(text[...])
        guard !paragraph.isEmpty else { return }
        blocks.append(
            Block(
                text: paragraph, node: current, weight: weight, linked: min(linked, weight),
                marks: marks, tag: current >= 0 ? nodes[current].tag : .block, order: blocks.count))
    }

    /// Weight of a text, and its commas and stops of any script.
    static func measure(_ bytes: ArraySlice<UInt8>) -> (weight: Int, marks: Int) {
        var (narrow, wide, marks) = (0, 0, 0)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"),
                UInt8(ascii: "?"):
                marks += 1
            case 48...57, 65...90, 97...122: narrow += 1
            case 0xd8
            where index + 1 < bytes.endIndex && [0x8c, 0x9b, 0x9f].contains(bytes[index + 1]):
                // Arabic comma, semicolon and question mark.
                marks += 1
            case 0xe0 where index + 2 < bytes.endIndex && bytes[index + 1] == 0xa5:
                // Devanagari danda.
                if bytes[index + 2] == 0xa4 { marks += 1 } else { narrow += 1 }
            case 0xc3...0xdf, 0xe0, 0xe1: narrow += 1
            case 0xe3 where index + 2 < bytes.endIndex && bytes[index + 1] == 0x80:
                // Ideographic comma and full stop.
                if bytes[index + 2] == 0x81 || bytes[index + 2] == 0x82 { marks += 1 }
            case 0xef where index + 2 < bytes.endIndex && bytes[index + 1] == 0xbc:
                // Full-width comma, exclamation and question mark, semicolon.
                if [0x8c, 0x81, 0x9f, 0x9b].contains(bytes[index + 2]) { marks += 1 }
            case 0xe3...0xef: wide += 1
            default: break
            }
            index += 1
        }
        return (narrow + wide * 5 / 2, marks)
    }
}

/// The attributes of an element by which it is hidden or named.
@safe struct PageAttributes {
    private(set) var marks: PageMarks = []
    private(set) var isHidden = false

    init(_ node: xmlNodePtr, _ known: inout [String: PageMarks]) {
        var (classes, id, role, property): (String?, String?, String?, String?)
        var next = unsafe node.pointee.properties
        while let attribute = unsafe next {
            unsafe next = unsafe attribute.pointee.next
            guard let rawName = unsafe attribute.pointee.name else { continue }
            let name = unsafe String(cString: rawName)
            switch name {
            case "class": classes = unsafe Self.value(attribute)
            case "id": id = unsafe Self.value(attribute)
            case "role": role = unsafe Self.value(attribute)
            case "itemprop": property = unsafe Self.value(attribute)
            case "hidden": isHidden = true
            case "aria-hidden": if unsafe Self.value(attribute) == "true" { isHidden = true }
            case "style":
                if let style = unsafe Self.value(attribute), Self.hides(style) { isHidden = true }
            default: break
            }
        }
        guard !isHidden, classes != nil || id != nil || role != nil || property != nil else {
            return
        }
        let name = classes ?? ""
        let ofClass = known[name] ?? PageMarks(names: name)
        known[name] = ofClass
        marks = PageMarks(ofClass, id: id, role: role, property: property)
    }

    private static func value(_ attribute: xmlAttrPtr) -> String? {
        guard let child = unsafe attribute.pointee.children,
            let content = unsafe child.pointee.content
        else { return nil }
        return unsafe String(cString: content)
    }

    /// Whether a reader would not see the element: text may be hidden there for machines.
    private static func hides(_ style: String) -> Bool {
        // Without white space, in lower case; what ends a declaration ends the text too.
        var plain = style.utf8.filter { $0 > 32 }.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
        plain.append(UInt8(ascii: ";"))
        return hiding.contains { contains(plain, $0) }
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard bytes.count >= part.count else { return false }
        return (0...(bytes.count - part.count)).contains { start in
            bytes[start] == part[0] && bytes[start..<(start + part.count)].elementsEqual(part)
        }
    }

    private static let hiding = [
        "display:none", "visibility:hidden", "font-size:0;", "font-size:0p", "text-indent:-",
        "left:-9", "top:-9", ";height:0;", ";width:0;", "clip:rect(0", "color:transparent",
        "color:#fff;background:#fff", "color:white;background:white", "opacity:0;",
    ].map { Array($0.utf8) }
}
