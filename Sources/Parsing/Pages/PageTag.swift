/// The elements of HTML that matter to where a text stands.
enum PageTag: UInt8 {
    /// Programs, pictures and controls: never text.
    case silent
    /// Runs on in the line.
    case inline
    case link, lineBreak
    case paragraph, heading, topHeading, listItem, list, quote, cell, preformatted
    case division, section, article, main
    /// Beside the article by its own name.
    case beside
    case caption, body, form
    /// Any other block.
    case block

    init(_ name: UnsafePointer<UInt8>) {
        self = unsafe Self.table[PackedName(name)] ?? .block
    }

    /// Whether it is a text of its own, not a part with texts in it.
    var isText: Bool {
        switch self {
        case .paragraph, .heading, .topHeading, .quote, .preformatted, .cell: true
        default: false
        }
    }

    var isInline: Bool { self == .inline || self == .link }

    /// What the element itself says for or against holding an article.
    var merit: Double {
        switch self {
        case .article, .main: 10
        case .division, .section: 5
        case .quote, .cell, .preformatted: 3
        case .list, .listItem, .form: -3
        case .heading, .topHeading: -5
        default: 0
        }
    }

    private static let table: [PackedName: PageTag] = {
        var table: [String: PageTag] = [
            "a": .link, "br": .lineBreak, "hr": .lineBreak, "p": .paragraph, "h1": .topHeading,
            "li": .listItem, "dd": .listItem, "dt": .listItem, "blockquote": .quote,
            "td": .cell, "th": .cell, "pre": .preformatted, "div": .division,
            "section": .section, "article": .article, "main": .main, "nav": .beside,
            "footer": .beside, "aside": .beside, "menu": .beside, "dialog": .beside,
            "figcaption": .caption, "noscript": .beside, "figure": .caption, "body": .body,
            "form": .form,
        ]
        for name in ["h2", "h3", "h4", "h5", "h6"] { table[name] = .heading }
        for name in ["ul", "ol", "dl"] { table[name] = .list }
        for name in [
            "script", "style", "template", "head", "title", "svg", "canvas", "iframe",
            "object", "embed", "button", "select", "option", "textarea", "input", "audio", "video",
            "map", "math", "img", "picture", "source",
        ] { table[name] = .silent }
        for name in [
            "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
            "sub", "sup", "time", "tt", "u", "var", "ruby", "rt", "rb", "wbr", "o:p", "nobr",
        ] { table[name] = .inline }
        return Dictionary(uniqueKeysWithValues: table.map { (PackedName($0), $1) })
    }()
}
