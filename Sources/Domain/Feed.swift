package import Foundation

/// A document polled at a URL (RSS `channel`, RFC 4287 `feed`, JSON Feed 1.1).
package struct Feed: Sendable, Equatable {
    package enum Format: String, Sendable {
        case rss, rdf, atom
        case jsonFeed = "json"
    }

    package var format: Format
    package var id: String?
    package var title: String?
    package var subtitle: String?
    /// The site's page, absolute.
    package var link: String?
    /// The feed's own address as it states it (`rel="self"`, `feed_url`), absolute.
    package var selfLink: String?
    /// Its WebSub hub (`rel="hub"`), absolute.
    package var hubLink: String?
    package var author: String?
    package var language: String?
    package var published: Date?
    package var updated: Date?
    package var cadence: Cadence
    /// In the order of the document.
    package var entries: [Entry]
    /// What was wrong with the document and read past, one sentence each, the first few only. Empty
    /// for a well-formed feed.
    package var defects: [String]

    package init(
        format: Format, id: String? = nil, title: String? = nil, subtitle: String? = nil,
        link: String? = nil, selfLink: String? = nil,
        hubLink: String? = nil, author: String? = nil,
        language: String? = nil, published: Date? = nil, updated: Date? = nil,
        cadence: Cadence = Cadence(), entries: [Entry] = [], defects: [String] = []
    ) {
        self.format = format
        self.id = id
        self.title = title
        self.subtitle = subtitle
        self.link = link
        self.selfLink = selfLink
        self.hubLink = hubLink
        self.author = author
        self.language = language
        self.published = published
        self.updated = updated
        self.cadence = cadence
        self.entries = entries
        self.defects = defects
    }
}

/// How often a feed asks to be polled.
package struct Cadence: Sendable, Equatable {
    /// The least time between two polls: RSS 2.0 `ttl`, or mod_syndication's period by frequency.
    package var interval: Duration?
    /// Hours of the day, GMT, 0…23, in which not to poll (RSS 2.0 `skipHours`).
    package var skippedHours: Set<Int>
    /// Days on which not to poll (RSS 2.0 `skipDays`), GMT, 1 = Sunday … 7 = Saturday.
    package var skippedDays: Set<Int>

    package init(
        interval: Duration? = nil, skippedHours: Set<Int> = [], skippedDays: Set<Int> = []
    ) {
        self.interval = interval
        self.skippedHours = skippedHours
        self.skippedDays = skippedDays
    }
}
