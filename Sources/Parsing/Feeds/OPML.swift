import CXML2
import Foundation

/// A feed as an outline of OPML 2.0 names it.
package struct FeedOutline: Sendable, Equatable {
    package var url: String
    package var title: String?
    /// The outlines around it, joined by `/`.
    package var folder: String?

    package init(url: String, title: String? = nil, folder: String? = nil) {
        self.url = url
        self.title = title
        self.folder = folder
    }
}

/// Reads the feeds of an OPML document, folders and titles kept; nil when it is none.
package func readOPML(_ bytes: [UInt8]) -> [FeedOutline]? {
    let text = markupMended(Charset.utf8(bytes, contentType: nil))
    let options =
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    shim_silence()
    let document = unsafe text.withUnsafeBytes { bytes in
        unsafe xmlReadMemory(
            bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count),
            nil, "UTF-8", Int32(options))
    }
    guard let document = unsafe document else { return nil }
    defer { unsafe xmlFreeDoc(document) }
    guard let root = unsafe xmlDocGetRootElement(document),
        unsafe String(cString: root.pointee.name).lowercased() == "opml"
    else { return nil }
    var outlines: [FeedOutline] = []
    unsafe collect(below: root, folder: [], into: &outlines)
    return outlines
}

private func collect(below node: xmlNodePtr, folder: [String], into outlines: inout [FeedOutline]) {
    guard folder.count < 16 else { return }
    var next = unsafe node.pointee.children
    while let child = unsafe next {
        unsafe next = unsafe child.pointee.next
        guard unsafe child.pointee.type == XML_ELEMENT_NODE else { continue }
        let name = unsafe attribute("text", of: child) ?? attribute("title", of: child)
        if let url = unsafe attribute("xmlUrl", of: child) {
            outlines.append(
                FeedOutline(
                    url: url, title: name,
                    folder: folder.isEmpty ? nil : folder.joined(separator: "/")))
        }
        let isFolder = unsafe String(cString: child.pointee.name).lowercased() == "outline"
        unsafe collect(
            below: child, folder: isFolder ? folder + [name].compactMap { $0 } : folder,
            into: &outlines)
    }
}

private func attribute(_ name: String, of node: xmlNodePtr) -> String? {
    guard let value = unsafe xmlGetProp(node, name) else { return nil }
    defer { unsafe shim_free(value) }
    return unsafe String(cString: value)
}

/// An OPML 2.0 document of the feeds, a level of outlines for each part of a folder's path.
package func writeOPML(_ outlines: [FeedOutline], title: String) -> String {
    var lines = [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<opml version=\"2.0\">",
        "  <head><title>\(escaped(title))</title></head>", "  <body>",
    ]
    var open: [String] = []
    for outline in outlines.sorted(by: { ($0.folder ?? "", $0.url) < ($1.folder ?? "", $1.url) }) {
        let folder = outline.folder.map { $0.split(separator: "/").map(String.init) } ?? []
        let shared = zip(open, folder).prefix { $0 == $1 }.count
        while open.count > shared {
            open.removeLast()
            lines.append(indentation(open.count) + "</outline>")
        }
        for name in folder.dropFirst(shared) {
            lines.append(indentation(open.count) + "<outline text=\"\(escaped(name))\">")
            open.append(name)
        }
        lines.append(
            indentation(open.count)
                + "<outline type=\"rss\" text=\"\(escaped(outline.title ?? outline.url))\" "
                + "xmlUrl=\"\(escaped(outline.url))\"/>")
    }
    while !open.isEmpty {
        open.removeLast()
        lines.append(indentation(open.count) + "</outline>")
    }
    return (lines + ["  </body>", "</opml>", ""]).joined(separator: "\n")
}

private func indentation(_ depth: Int) -> String {
    String(repeating: "  ", count: depth + 2)
}

private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
}
