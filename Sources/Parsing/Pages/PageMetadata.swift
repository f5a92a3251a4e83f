import Domain
import Foundation

/// What a page says of itself: JSON-LD first, then Open Graph and meta elements, then the tree.
struct PageMetadata {
    private(set) var page = Page(text: "")
    /// What JSON-LD says of payment (`isAccessibleForFree`).
    private(set) var isFree: Bool?
    private let links: FeedLinks
    private var heading: String?
    private(set) var documentTitle: String?

    init(_ document: HTMLDocument, url: String) {
        links = FeedLinks(base: url)
        guard let root = document.root else { return }
        page.language = root["lang"] ?? root["xml:lang"]
        var meta: [String: String] = [:]
        var linked: [Any] = []
        root.descendants { element in
            switch element.name {
            case "meta":
                let key = element["property"] ?? element["name"] ?? element["itemprop"]
                if let key = key?.lowercased(), let content = element["content"], !content.isEmpty {
                    meta[key] = meta[key] ?? content
                }
            case "link" where element["rel"]?.lowercased() == "canonical":
                page.canonicalURL = page.canonicalURL ?? links.resolve(element["href"])
            case "script" where element["type"]?.lowercased() == "application/ld+json":
                let text = Data(element.rawText.utf8)
                if let value = try? JSONSerialization.jsonObject(with: text) {
                    linked.append(value)
                }
            case "title": documentTitle = documentTitle ?? cleanParagraph(element.rawText)
            case "h1": heading = heading ?? cleanParagraph(element.rawText)
            case "time" where element["datetime"] != nil:
                page.published = page.published ?? element["datetime"].flatMap(writtenDate)
            default: break
            }
        }
        for value in linked { take(linkedData: value, depth: 0) }
        take(meta)
        page.title = page.title ?? heading.flatMap { $0.isEmpty ? nil : $0 } ?? documentTitle
    }

    private mutating func take(_ meta: [String: String]) {
        func first(_ keys: String...) -> String? { keys.compactMap { meta[$0] }.first }
        page.title = page.title ?? first("og:title", "twitter:title").map(cleanParagraph)
        page.publisher = page.publisher ?? first("og:site_name", "publisher").map(cleanParagraph)
        page.author = page.author ?? first("author", "article:author", "byl").map(cleanParagraph)
        let date = first(
            "article:published_time", "pubdate", "publishdate", "date", "dc.date",
            "dc.date.issued", "datepublished", "og:published_time", "og:release_date")
        // What the article states of itself wins over a time element anywhere on the page.
        page.published = date.flatMap(writtenDate) ?? page.published
        page.updated =
            page.updated ?? first("article:modified_time", "og:updated_time").flatMap(writtenDate)
        page.canonicalURL = page.canonicalURL ?? links.resolve(first("og:url"))
        page.image = page.image ?? links.resolve(first("og:image", "twitter:image"))
        page.language = page.language ?? first("og:locale", "language", "content-language")
    }

    private mutating func take(linkedData value: Any, depth: Int) {
        guard depth < 6 else { return }
        if let list = value as? [Any] {
            for item in list.prefix(50) { take(linkedData: item, depth: depth + 1) }
        }
        guard let object = value as? [String: Any] else { return }
        if let graph = object["@graph"] { take(linkedData: graph, depth: depth + 1) }
        let types = (object["@type"] as? [String]) ?? [object["@type"] as? String ?? ""]
        guard types.contains(where: { $0.hasSuffix("Article") || $0 == "BlogPosting" }) else {
            return
        }
        page.title = page.title ?? (object["headline"] as? String).map(cleanParagraph)
        page.publisher = page.publisher ?? name(object["publisher"])
        page.author = page.author ?? name(object["author"])
        page.published = (object["datePublished"] as? String).flatMap(writtenDate) ?? page.published
        if let free = object["isAccessibleForFree"] {
            isFree = (free as? Bool) ?? ((free as? String)?.lowercased() == "true")
        }
        page.updated = page.updated ?? (object["dateModified"] as? String).flatMap(writtenDate)
    }

    private func name(_ value: Any?) -> String? {
        if let text = value as? String { return cleanParagraph(text) }
        if let list = value as? [Any] { return list.lazy.compactMap(name).first }
        return ((value as? [String: Any])?["name"] as? String).map(cleanParagraph)
    }
}
