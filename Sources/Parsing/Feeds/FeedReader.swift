import CXML2
import Domain

/// Listens to the parser and puts the feed together.
///
/// Only elements that carry a field we keep are looked at; anything inside such a field that is an
/// element itself is markup, written out again as it stood.
@safe final class FeedReader {
    static let attributeLimit = 256
    static let depthLimit = 256
    static let entryLimit = 20_000

    /// An element that is open.
    struct Open {
        /// With the prefix that its namespace usually has, such as `dc:date`; lower case.
        var name: String
        var attributes: [(name: String, value: String)]
        var links: FeedLinks
        var language: String?
        var text: [UInt8] = []

        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    /// Set while libxml2 runs, to keep its recovery alive.
    var parser: xmlParserCtxtPtr?
    private(set) var root: String?
    private(set) var refusal: String?
    private(set) var firstError: String?
    private(set) var errorLine: Int?
    private var stack: [Open] = []
    /// How deep inside a field's own markup we are; 0 outside.
    private var markupDepth = 0
    private var feed: Feed?
    private var item: EntryFields?
    private var links: FeedLinks

    init(url: String) {
        links = FeedLinks(base: url)
    }

    /// The feed, nil when the root is none of a feed.
    var result: Feed? {
        // A feed that breaks off leaves its last item open: what it said so far counts.
        if let item { feed?.entries.append(contentsOf: [item.entry].compactMap { $0 }) }
        item = nil
        if let firstError { feed?.defects = ["\(firstError) at line \(errorLine ?? 0)"] }
        return feed
    }

    func refuse(_ reason: String) {
        refusal = refusal ?? reason
        if let parser = unsafe parser { unsafe xmlStopParser(parser) }
    }

    func note(_ message: String, line: Int) {
        if firstError == nil { (firstError, errorLine) = (message, line) }
        // libxml2 drops references once a document is known to be broken.
        unsafe parser?.pointee.wellFormed = 1
    }

    // MARK: - Elements

    func open(
        _ local: String, prefix: String?, uri: String?, attributes: [(String, String)]
    ) {
        guard stack.count < Self.depthLimit else { return refuse("elements are nested too deep") }
        let attributes = attributes.map { (name: $0.0, value: $0.1) }
        if markupDepth > 0 || isField(stack.last?.name) {
            markupDepth += 1
            appendTag(local, attributes)
            return
        }
        let name = Namespace.qualified(local, prefix: prefix, uri: uri)
        let parent = stack.last
        var element = Open(
            name: name, attributes: attributes, links: parent?.links ?? links,
            language: parent?.language)
        element.links = element.links.below(element["xml:base"])
        element.language = element["xml:lang"] ?? element.language
        if root == nil { begin(element) }
        if ["item", "entry"].contains(name), feed != nil, item == nil {
            item = EntryFields(
                id: element["rdf:about"], language: element["xml:lang"], links: element.links)
        }
        stack.append(element)
    }

    func close() {
        if markupDepth > 0 {
            markupDepth -= 1
            appendEndTag()
            return
        }
        guard let element = stack.popLast() else { return }
        if ["item", "entry"].contains(element.name), let finished = item {
            if let entry = finished.entry { feed?.entries.append(entry) }
            item = nil
            if feed?.entries.count == Self.entryLimit { refuse("more than 20,000 entries") }
        } else if item != nil {
            item?.take(element, parent: stack.last?.name)
        } else {
            feed?.take(element, parent: stack.last?.name)
        }
    }

    func append(_ bytes: UnsafeBufferPointer<xmlChar>) {
        guard let last = stack.indices.last,
            // In RSS an author is text, in Atom it has a name of its own.
            isField(stack[last].name) || stack[last].name == "author"
        else { return }
        if markupDepth > 0 || stack[last]["type"] == "xhtml" {
            for byte in unsafe Array(bytes) {
                switch byte {
                case UInt8(ascii: "<"): stack[last].text.append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: "&"): stack[last].text.append(contentsOf: "&amp;".utf8)
                default: stack[last].text.append(byte)
                }
            }
        } else {
            unsafe stack[last].text.append(contentsOf: bytes)
        }
    }

    private func begin(_ element: Open) {
        root = element.name
        switch element.name {
        case "rss", "channel": feed = Feed(format: .rss)
        case "rdf:rdf": feed = Feed(format: .rdf)
        case "feed": feed = Feed(format: .atom)
        default: unsafe parser.map { unsafe xmlStopParser($0) }
        }
        feed?.language = element["xml:lang"]
    }

    private func isField(_ name: String?) -> Bool {
        name.map(Namespace.fields.contains) ?? false
    }

    // MARK: - Markup inside a field

    private var markup: [String] = []

    private func appendTag(_ name: String, _ attributes: [(name: String, value: String)]) {
        guard let last = stack.indices.last else { return }
        markup.append(name)
        var tag = "<\(name)"
        for (name, value) in attributes {
            let escaped = value.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
            tag += " \(name)=\"\(escaped)\""
        }
        stack[last].text.append(contentsOf: (tag + ">").utf8)
    }

    private func appendEndTag() {
        guard let last = stack.indices.last, let name = markup.popLast() else { return }
        if !["br", "img", "hr", "wbr", "input"].contains(name) {
            stack[last].text.append(contentsOf: "</\(name)>".utf8)
        }
    }
}
