import Domain
import Foundation

/// The fields of an item as they come by, best reading kept of each.
struct EntryFields {
    private var id: String?
    private var guidLink: String?
    private var links: FeedLinks
    private var title: String?
    private var alternate: String?
    private var author: String?
    private var authorEmail: String?
    private var published: Date?
    private var updated: Date?
    private var language: String?
    private var summary: String?
    private var content: String?
    private var image: String?
    private var enclosures: [Enclosure] = []
    private var categories: [String] = []

    init(id: String?, language: String?, links: FeedLinks) {
        self.id = id
        self.language = language
        self.links = links
    }

    /// Nil for an item that says nothing.
    var entry: Entry? {
        let link = alternate ?? guidLink
        let identity = id ?? link ?? (title ?? summary ?? content).map { SHA256.hexDigest($0.utf8) }
        guard let identity else { return nil }
        return Entry(
            id: identity, title: title, link: link, author: author ?? authorEmail,
            published: published, updated: updated, language: language, summary: summary,
            content: content, image: image, enclosures: enclosures, categories: categories)
    }

    mutating func take(_ element: FeedReader.Open, parent: String?) {
        // An Atom source, an image or a comment within an item speaks of itself.
        guard ["item", "entry", "author", "media:group", "media:content"].contains(parent) else {
            return
        }
        let text = String(decoding: element.text, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        switch element.name {
        case "title": if let title = plainTitle(text) { self.title = title }
        case "dc:title", "media:title": title = title ?? plainTitle(text)
        case "link", "enclosure": takeLink(element, text)
        case "guid": takeGUID(element, text)
        case "id": if !text.isEmpty { id = text }
        case "pubdate", "published", "issued", "created", "dc:date", "dcterms:created",
            "dcterms:issued":
            published = published ?? entryDate(text)
        case "updated", "modified", "dcterms:modified": updated = updated ?? entryDate(text)
        case "description", "summary": summary = keep(text, in: summary)
        case "itunes:summary", "dc:description", "media:description":
            summary = summary ?? (text.isEmpty ? nil : text)
        case "content:encoded", "content", "xhtml:body": content = keep(text, in: content)
        case "name": author = author ?? plainTitle(text)
        case "email": authorEmail = authorEmail ?? plainTitle(text)
        case "dc:creator", "itunes:author": author = author ?? plainTitle(text)
        case "author": if author == nil { author = plainTitle(personName(text)) }
        case "category", "dc:subject":
            let name = element["term"] ?? text
            if !name.isEmpty { categories.append(name) }
        case "dc:language": language = text
        case "media:content", "media:thumbnail", "itunes:image": takeMedia(element)
        default: break
        }
    }

    private mutating func takeLink(_ element: FeedReader.Open, _ text: String) {
        if element.name == "enclosure" {
            guard let url = element.links.resolve(element["url"]) else { return }
            enclosures.append(
                Enclosure(
                    url: url, mediaType: element["type"],
                    length: element["length"].flatMap(Int.init)
                ))
            return
        }
        guard let href = element["href"] else {
            alternate = alternate ?? element.links.resolve(text)
            return
        }
        switch element["rel"] ?? "alternate" {
        case "alternate":
            if alternate == nil || element["type"] == "text/html" {
                alternate = element.links.resolve(href) ?? alternate
            }
        case "enclosure":
            if let url = element.links.resolve(href) {
                enclosures.append(
                    Enclosure(
                        url: url, mediaType: element["type"],
                        length: element["length"].flatMap(Int.init)))
            }
        default: break
        }
    }

    private mutating func takeGUID(_ element: FeedReader.Open, _ text: String) {
        guard !text.isEmpty else { return }
        id = text
        if element["isPermaLink"] != "false", text.hasPrefix("http") {
            guidLink = element.links.resolve(text)
        }
    }

    private mutating func takeMedia(_ element: FeedReader.Open) {
        let url = element.links.resolve(element["url"] ?? element["href"])
        let isPicture =
            element.name != "media:content" || element["medium"] == "image"
            || element["type"]?.hasPrefix("image/") == true
        if isPicture { image = image ?? url }
    }

    /// The longer of two: some feeds give a teaser and the text under one name.
    private func keep(_ text: String, in old: String?) -> String? {
        guard !text.isEmpty else { return old }
        return (old?.utf8.count ?? 0) >= text.utf8.count ? old : text
    }
}

/// A title or name without markup; nil when nothing is left.
func plainTitle(_ text: String) -> String? {
    guard text.contains("<") || text.contains("&") else { return text.isEmpty ? nil : text }
    let plain = plainText(ofHTML: text).replacing("\n\n", with: " ")
    return plain.isEmpty ? nil : plain
}

/// The name in RSS 2.0's `mail@example.org (Name)`.
private func personName(_ text: String) -> String {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")"), text.contains("@") else {
        return text
    }
    return String(text[text.index(after: open)...].dropLast())
}
