import CXML2
import Domain

/// Listens to the parser and puts the feed together.
///
/// The text of the elements that are open stands in one buffer, each element's from where it began;
/// an element that carries no field we keep costs an entry on the stack and nothing else.
@safe struct FeedReader {
    static let attributeLimit = 20_000
    static let depthLimit = 256
    static let entryLimit = 20_000

    private struct Open {
        var element: FeedElement?
        var form = TextForm.none
        var textStart: Int
        var base: Int
        var language: Int
        /// A guid that is no permalink.
        var isOpaque = false
    }

    /// Set while libxml2 runs, to keep its recovery alive.
    var parser: xmlParserCtxtPtr?
    private(set) var root: String?
    private(set) var refusal: String?
    private(set) var firstError: String?
    private(set) var errorLine: Int?

    let url: String
    private let recovers: Bool
    private var names = ElementNames()
    private var stack: [Open] = []
    private let text = TextBuffer(capacity: 64 * 1024)
    private var bases: [FeedLinks]
    private var languages: [String?]
    /// How many of the open elements are asides.
    private var asides = 0
    private var markup = FieldMarkup()
    private var person: PersonFields?
    private var feed: FeedFields?
    private var entry: EntryFields?
    private var entries: [Entry] = []
    private var isAtom = false

    /// - Parameter recovers: false to stop at the first error.
    init(url: String, language: String?, recovers: Bool) {
        self.url = url
        self.recovers = recovers
        bases = [FeedLinks(base: url)]
        languages = [language]
        stack.reserveCapacity(32)
    }

    /// The feed, nil when the root is none of a feed. A feed that breaks off leaves its last item
    /// open: what it said so far counts.
    mutating func finish() -> Feed? {
        endEntry()
        guard var result = feed?.feed else { return nil }
        result.entries = entries
        if isAtom {
            // The feed's author wrote what names no other (RFC 4287 §4.2.1).
            for index in entries.indices where entries[index].author == nil {
                result.entries[index].author = result.author
            }
        }
        if let firstError { result.defects = ["\(firstError) at line \(errorLine ?? 0)"] }
        return result
    }

    mutating func refuse(_ reason: String) {
        refusal = refusal ?? reason
        stop()
    }

    /// Frees what the parser holds, the attributes of the element at hand too: nothing of them may
    /// be read after it.
    private func stop() {
        if let parser = unsafe parser { unsafe xmlStopParser(parser) }
    }

    mutating func note(_ message: String, line: Int) {
        if firstError == nil { (firstError, errorLine) = (message, line) }
    }

    /// False when the document is broken and that is the end of it.
    ///
    /// The parser is stopped here and not where the error is told: it would go on to open the
    /// element it was at, with attributes in memory that it has freed.
    private func goesOn() -> Bool {
        guard firstError != nil, let parser = unsafe parser else { return true }
        // libxml2 drops references once a document is known to be broken.
        if recovers { unsafe parser.pointee.wellFormed = 1 } else { stop() }
        return recovers
    }

    // MARK: - Elements

    mutating func open(
        _ local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, uri: UnsafePointer<UInt8>?,
        attributes: FeedAttributes
    ) {
        guard goesOn() else { return }
        guard stack.count + markup.depth < Self.depthLimit else {
            return refuse("elements are nested too deep")
        }
        guard attributes.count <= Self.attributeLimit else {
            return refuse("an element has \(attributes.count) attributes")
        }
        if markup.depth > 0 || (stack.last?.element?.holdsMarkup ?? false) {
            unsafe markup.open(String(cString: local), attributes, in: text)
            // Text that is plain so far and has an element now is markup from here on.
            if let last = stack.indices.last { stack[last].form = .xhtml }
            return
        }
        let element = unsafe names.element(local: local, prefix: prefix, uri: uri)
        var open = Open(
            element: element, textStart: text.count, base: stack.last?.base ?? 0,
            language: stack.last?.language ?? 0)
        if attributes.count > 0 { inherit(&open, attributes) }
        if root == nil {
            root = unsafe String(cString: local).lowercased()
            begin(element, open)
            guard feed != nil else { return stop() }
        }
        if let element { enter(element, &open, attributes) }
        stack.append(open)
    }

    mutating func close() {
        guard goesOn() else { return }
        if markup.depth > 0 { return markup.close(in: text) }
        guard let open = stack.popLast() else { return }
        defer { text.cut(to: open.textStart) }
        guard let element = open.element else { return }
        switch element {
        case .aside: asides -= 1
        case .item:
            endEntry()
            if entries.count == Self.entryLimit { refuse("more than \(entries.count) entries") }
        case .author, .creator, .otherAuthor, .publisher, .contributor: takePerson(element, open)
        case .name where person != nil:
            let name = fieldText(open).plain
            person?.name = name
        case .email where person != nil:
            let address = fieldText(open).plain
            person?.email = address
        default: if asides == 0, open.form != .none { take(element, open) }
        }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<xmlChar>) {
        guard goesOn() else { return }
        guard let open = stack.last, open.form != .none else { return }
        if open.form == .xhtml || markup.depth > 0 {
            unsafe markup.append(bytes, to: text)
        } else {
            unsafe text.append(bytes)
        }
    }

    private mutating func endEntry() {
        guard let finished = entry.take() else { return }
        entries.append(finished.entry())
    }

    // MARK: - What an element begins

    private mutating func begin(_ element: FeedElement?, _ open: Open) {
        switch element {
        case .rss, .channel: feed = FeedFields(format: .rss)
        case .rdf: feed = FeedFields(format: .rdf)
        case .feed: feed = FeedFields(format: .atom)
        default: return
        }
        isAtom = element == .feed
    }

    private mutating func inherit(_ open: inout Open, _ attributes: FeedAttributes) {
        if let base = attributes["xml:base"] {
            bases.append(bases[open.base].below(base))
            open.base = bases.count - 1
        }
        if let language = attributes["xml:lang"] {
            languages.append(language)
            open.language = languages.count - 1
        }
    }

    private mutating func enter(
        _ element: FeedElement, _ open: inout Open, _ attributes: FeedAttributes
    ) {
        switch element {
        case .item:
            guard feed != nil else { return }
            // An item within an item is another one; what the outer one said is not lost.
            endEntry()
            entry = EntryFields(
                about: attributes["rdf:about"] ?? attributes["about"],
                language: languages[open.language])
            takeChannelAttributes(attributes, bases[open.base])
        case .channel: takeChannelAttributes(attributes, bases[open.base])
        case .aside: asides += 1
        case .author, .creator, .otherAuthor, .publisher, .contributor:
            person = PersonFields()
            open.form = .guess
        case .link: enterLink(&open, attributes)
        case .guid:
            open.form = .guess
            open.isOpaque = attributes["ispermalink"]?.lowercased() == "false"
        case .category:
            open.form = .guess
            if let term = attributes["term"] { category(term) }
        case .enclosure, .mediaContent, .mediaThumbnail, .mediaImage:
            if asides == 0 { takeMedia(element, attributes, bases[open.base]) }
        case .rss, .rdf, .feed: feed?.language = languages[open.language]
        default: open.form = TextForm(of: element, attributes)
        }
    }

    /// CDF, the ancestor, says it in attributes.
    private mutating func takeChannelAttributes(_ attributes: FeedAttributes, _ links: FeedLinks) {
        if let date = attributes["lastmod"].flatMap(writtenDate) {
            if entry != nil { entry?.updated = date } else { feed?.updated = date }
        }
        if let link = links.resolve(attributes["href"]) {
            if entry != nil { entry?.alternate = link } else { feed?.link = link }
        }
    }

    private mutating func enterLink(_ open: inout Open, _ attributes: FeedAttributes) {
        guard let href = attributes["href"] else {
            open.form = .guess
            return
        }
        guard asides == 0, let url = bases[open.base].resolve(href) else { return }
        switch attributes.relation {
        case "alternate", "":
            guard attributes.namesPage else { return }
            if entry != nil { entry?.alternate = url } else { feed?.link = url }
        case "self" where entry == nil: feed?.selfLink = url
        case "hub" where entry == nil: feed?.hubLink = url
        case "enclosure":
            entry?.enclosures.append(attributes.enclosure(url))
        default: break
        }
    }

    private mutating func takeMedia(
        _ element: FeedElement, _ attributes: FeedAttributes, _ links: FeedLinks
    ) {
        guard entry != nil, let url = links.resolve(attributes["url"] ?? attributes["href"]) else {
            return
        }
        if element == .enclosure { entry?.enclosures.append(attributes.enclosure(url)) }
        let isPicture =
            element == .mediaThumbnail || element == .mediaImage || attributes.namesPicture
        if isPicture, entry?.image == nil { entry?.image = url }
    }

    private mutating func category(_ name: String) {
        guard asides == 0, !name.isEmpty else { return }
        entry?.categories.append(name)
    }

    // MARK: - What an element said

    private func fieldText(_ open: Open) -> FieldText {
        FieldText(in: text, from: open.textStart, form: open.form)
    }

    private mutating func take(_ element: FeedElement, _ open: Open) {
        let text = fieldText(open)
        switch element {
        case .category: category(text.plain)
        case .keywords: text.plain.split(separator: ",").forEach { category(trimmed($0)) }
        default:
            let place = FieldPlace(
                depth: stack.count, links: bases[open.base], isOpaque: open.isOpaque)
            if entry != nil {
                entry?.take(element, text, place)
            } else {
                feed?.take(element, text, place)
            }
        }
    }

    private mutating func takePerson(_ element: FeedElement, _ open: Open) {
        guard var person, asides == 0 else { return }
        self.person = nil
        person.take(fieldText(open).plain)
        guard let name = person.spoken, element != .contributor else { return }
        let rank = element == .publisher ? 2 : element == .otherAuthor ? 1 : 0
        if entry != nil {
            if rank < 2 { entry?.takeAuthor(name, rank: rank) }
        } else {
            feed?.takeAuthor(name, rank: rank)
        }
    }
}
