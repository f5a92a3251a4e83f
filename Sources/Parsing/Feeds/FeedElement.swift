/// What an element of a feed says, whichever vocabulary it comes from.
enum FeedElement: UInt8 {
    // Containers.
    case rss, rdf, feed, channel, item
    /// Speaks of something else: what stands inside is not of the entry or the feed.
    case aside
    // Texts.
    case title, otherTitle, link, guid, identifier, description, summary, abstract, subtitle
    case otherSubtitle, content, encoded, body, category, keywords, language
    // Persons.
    case author, creator, otherAuthor, publisher, contributor, name, email
    /// Who published what a search found.
    case newsSource
    // Times and cadence.
    case published, updated, date, created, ttl, hour, day, updatePeriod, updateFrequency
    // Media.
    case enclosure, mediaContent, mediaThumbnail, mediaImage

    /// Text whose own markup belongs to it.
    var holdsMarkup: Bool {
        switch self {
        case .title, .otherTitle, .description, .summary, .abstract, .subtitle, .otherSubtitle,
            .content, .encoded, .body:
            true
        default: false
        }
    }

    /// By the local name in lower case, with the prefix that its vocabulary usually has.
    static func named(_ name: String) -> FeedElement? { table[name] }

    private static let table: [String: FeedElement] = [
        "rss": .rss, "rdf:rdf": .rdf, "rdf": .rdf, "feed": .feed, "channel": .channel,
        "item": .item, "entry": .item, "source": .aside, "image": .aside,
        "textinput": .aside, "textarea": .aside, "app:collection": .aside,
        "title": .title, "dc:title": .otherTitle, "media:title": .otherTitle, "link": .link,
        "guid": .guid, "id": .guid, "dc:identifier": .identifier,
        "description": .description, "dc:description": .description,
        "media:description": .description, "summary": .summary, "itunes:summary": .summary,
        "abstract": .abstract, "subtitle": .subtitle, "tagline": .subtitle,
        "itunes:subtitle": .otherSubtitle, "content": .content, "content:encoded": .encoded,
        "fullitem": .encoded, "body": .body, "xhtml:body": .body, "category": .category,
        "dc:subject": .category, "itunes:keywords": .keywords, "media:keywords": .keywords,
        "language": .language, "dc:language": .language,
        "author": .author, "managingeditor": .author, "dc:author": .creator,
        "dc:creator": .creator, "itunes:author": .otherAuthor, "webmaster": .publisher,
        "dc:publisher": .publisher, "itunes:owner": .publisher, "contributor": .contributor,
        "dc:contributor": .contributor, "name": .name, "email": .email, "itunes:name": .name,
        "itunes:email": .email, "news:source": .newsSource,
        "pubdate": .published, "published": .published, "issued": .published,
        "dcterms:issued": .published, "updated": .updated, "modified": .updated,
        "dcterms:modified": .updated, "dc:date": .date, "lastbuilddate": .updated,
        "created": .created, "dcterms:created": .created, "ttl": .ttl, "hour": .hour,
        "day": .day, "sy:updateperiod": .updatePeriod, "sy:updatefrequency": .updateFrequency,
        "enclosure": .enclosure, "media:content": .mediaContent,
        "media:thumbnail": .mediaThumbnail, "itunes:image": .mediaImage,
    ]
}

/// The vocabularies that feeds are written in.
enum FeedNamespace {
    /// The prefix that a vocabulary usually has; empty for RSS and Atom themselves, nil for one
    /// that holds nothing we keep.
    static func prefix(of uri: String) -> String? {
        // Nearly every document writes one of these to the letter.
        if let prefix = usual[uri] { return prefix }
        let key = uri.trimmingPrefix { $0.isWhitespace }.lowercased()
        if key.isEmpty { return "" }
        return known.first { key.hasPrefix($0.uri) }?.prefix
    }

    private static let usual = [
        "http://www.w3.org/2005/Atom": "", "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/rss/1.0/modules/content/": "content",
        "http://search.yahoo.com/mrss/": "media", "http://purl.org/rss/1.0/": "",
        "http://purl.org/rss/1.0/modules/syndication/": "sy",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    ]

    /// Longer ones before those they begin with.
    private static let known: [(uri: String, prefix: String)] = [
        ("http://www.w3.org/2005/atom", ""), ("http://purl.org/atom/ns", ""),
        ("http://purl.org/rss/1.0/modules/content", "content"),
        ("http://purl.org/rss/1.0/modules/syndication", "sy"),
        ("http://purl.org/rss/1.0/modules/rss091", ""),
        ("http://purl.org/rss/1.0/modules/", "module"),
        ("http://purl.org/rss/1.0", ""), ("http://my.netscape.com/", ""),
        ("http://channel.netscape.com/", ""), ("http://backend.userland.com/", ""),
        ("http://blogs.law.harvard.edu/", ""), ("http://cyber.law.harvard.edu/", ""),
        ("http://purl.org/net/rss", ""), ("http://purl.org/echo/", ""),
        ("http://purl.org/pie/", ""),
        ("http://purl.org/dc/elements", "dc"), ("http://purl.org/dc/terms", "dcterms"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
        ("http://search.yahoo.com/mrss", "media"), ("http://www.rssboard.org/media-rss", "media"),
        ("http://www.itunes.com/", "itunes"), ("https://www.itunes.com/", "itunes"),
        ("http://www.w3.org/1999/xhtml", "xhtml"), ("http://www.w3.org/2007/app", "app"),
    ]
}
