import CXML2
import Glibc

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
    private var looks = PageLooks()

    init(_ root: HTMLElement) {
        unsafe visit(root.node, isLink: false, depth: 0)
        finish()
    }

    func isBlock(_ block: Block, below node: Int) -> Bool {
        (nodes[node].firstBlock..<nodes[node].endBlock).contains(block.order)
    }

    private mutating func visit(_ node: xmlNodePtr, isLink: Bool, depth: Int) {
        guard depth < 250, let rawName = unsafe node.pointee.name else { return }
        let tag = unsafe PageTag(rawName)
        if tag == .silent { return }
        if tag == .lineBreak { return finish() }
        let attributes = unsafe PageAttributes(node, &looks)
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
        unsafe text.append(contentsOf: UnsafeBufferPointer(start: content, count: strlen(content)))
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
