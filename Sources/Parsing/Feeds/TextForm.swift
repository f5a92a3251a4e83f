/// How the text of a field is to be read.
enum TextForm: UInt8 {
    /// Not kept.
    case none
    /// Plain text, so said (Atom `type="text"`).
    case plain
    /// HTML, written with its tags escaped or in CDATA.
    case html
    /// Markup as elements of the document.
    case xhtml
    /// RSS does not say whether it is text or HTML.
    case guess
    case base64

    /// As RFC 4287 §3.1 and §4.1.3 and Atom 0.3 (`mode`) say it by attributes.
    init(of element: FeedElement, _ attributes: FeedAttributes) {
        guard element.holdsMarkup else {
            self = .guess
            return
        }
        let type = attributes.count > 0 ? attributes["type"]?.lowercased() : nil
        if attributes.count > 0, attributes["mode"]?.lowercased() == "base64" {
            self = .base64
            return
        }
        switch type {
        case nil where element == .body, "xhtml"?, "application/xhtml+xml"?: self = .xhtml
        // Atom's default is text, but feeds that say nothing write HTML as often.
        case nil, ""?: self = .guess
        case "text"?, "text/plain"?: self = attributes["mode"] == "escaped" ? .guess : .plain
        case "html"?, "text/html"?: self = .html
        case let type?:
            let isText =
                !type.contains("/") || type.hasPrefix("text/") || type.hasSuffix("+xml")
                || type.hasSuffix("/xml")
            self = isText ? (type.hasSuffix("xml") ? .xhtml : .guess) : .base64
        }
    }
}
