import Domain
import Foundation

/// The fields of an item as they come by, the best reading kept of each.
struct EntryFields {
    private var id: String?
    private let about: String?
    private var identifier: String?
    private var guidLink: String?
    private var textLink: String?
    var alternate: String?
    private var title: String?
    private var titleDepth = Int.max
    private var author: (name: String, rank: Int)?
    private var publisher: String?
    private var published: Date?
    var updated: Date?
    private var created: Date?
    private var date: Date?
    private var language: String?
    private var summary: String?
    private var summaryDepth = Int.max
    private var otherSummary: String?
    private var content: String?
    var image: String?
    var enclosures: [Enclosure] = []
    var categories: [String] = []

    init(about: String?, language: String?) {
        self.about = about
        self.language = language
    }

    consuming func entry() -> Entry {
        let link = alternate ?? textLink ?? guidLink ?? enclosures.first?.url
        let summary = summary ?? otherSummary
        func known(_ text: String?) -> String? { text?.isEmpty == true ? nil : text }
        return Entry(
            id: known(id) ?? known(about) ?? known(identifier) ?? known(link)
                ?? SHA256.hexDigest((title ?? summary ?? content ?? "").utf8),
            title: title, link: link, author: author?.name, publisher: publisher,
            published: published ?? created ?? date,
            updated: updated ?? date, language: language, summary: summary, content: content,
            image: image, enclosures: enclosures, categories: categories)
    }

    mutating func take(_ element: FeedElement, _ text: FieldText, _ place: FieldPlace) {
        switch element {
        case .title, .otherTitle: takeTitle(element, text, place)
        case .link: textLink = place.links.resolve(text.link) ?? textLink
        case .guid: takeGUID(text, place)
        case .identifier: identifier = text.isEmpty ? identifier : text.raw
        case .description, .summary, .abstract: takeSummary(element, text, place)
        case .otherSubtitle: otherSummary = otherSummary ?? text.htmlIfAny
        case .content, .encoded, .body: content = content ?? text.htmlIfAny
        case .published: published = text.date ?? published
        case .updated: updated = text.date ?? updated
        case .date: date = text.date ?? date
        case .created: created = text.date ?? created
        case .language: language = text.isEmpty ? language : text.raw
        case .newsSource: publisher = text.isEmpty ? publisher : text.plain
        default: break
        }
    }

    mutating func takeAuthor(_ name: String, rank: Int) {
        if rank < author?.rank ?? Int.max { author = (name, rank) }
    }

    private mutating func takeTitle(_ element: FeedElement, _ text: FieldText, _ place: FieldPlace)
    {
        // Any title is better than none; the entry's own goes before another vocabulary's.
        let depth = element == .title ? place.depth : 1000 + place.depth
        guard depth < titleDepth else { return }
        let plain = text.plain
        if title == nil || !plain.isEmpty { (title, titleDepth) = (plain, depth) }
    }

    private mutating func takeSummary(
        _ element: FeedElement, _ text: FieldText, _ place: FieldPlace
    ) {
        guard let html = text.htmlIfAny else { return }
        if summary == nil || place.depth < summaryDepth {
            (summary, summaryDepth) = (html, place.depth)
        } else if place.depth == summaryDepth {
            content = content ?? html
        }
    }

    private mutating func takeGUID(_ text: FieldText, _ place: FieldPlace) {
        guard !text.isEmpty else { return }
        let raw = text.raw
        if place.isOpaque {
            id = raw
        } else {
            id = place.links.resolve(raw) ?? raw
            guidLink = id
        }
    }
}

extension FieldText {
    /// As it stands: feeds that escape an address twice mean it once.
    var link: String? {
        guard !isEmpty else { return nil }
        return hasMarkup ? plain : raw
    }

    /// Nil when there is nothing in it.
    var htmlIfAny: String? { isEmpty ? nil : html }
}
