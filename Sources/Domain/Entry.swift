package import Foundation

/// One item of a feed (RSS `item`, RFC 4287 `entry`, JSON Feed 1.1 `items`).
///
/// Texts are UTF-8 without control characters. `summary` and `content` are HTML as the feed gave
/// them, entities of the XML layer decoded once; `title`, `author` and `categories` are plain text.
package struct Entry: Sendable, Equatable {
    /// The feed's own id, else a hash of link and title: never empty, the same at every poll.
    package var id: String
    package var title: String?
    /// Absolute, resolved against `xml:base`, then the feed's URL.
    package var link: String?
    package var author: String?
    /// Who published it, where a search says so.
    package var publisher: String?
    package var published: Date?
    package var updated: Date?
    /// BCP 47, as the feed wrote it.
    package var language: String?
    package var summary: String?
    package var content: String?
    /// Absolute URL of the picture that stands for the entry.
    package var image: String?
    package var enclosures: [Enclosure]
    package var categories: [String]

    package init(
        id: String, title: String? = nil, link: String? = nil, author: String? = nil,
        publisher: String? = nil, published: Date? = nil, updated: Date? = nil,
        language: String? = nil,
        summary: String? = nil, content: String? = nil, image: String? = nil,
        enclosures: [Enclosure] = [], categories: [String] = []
    ) {
        self.id = id
        self.title = title
        self.link = link
        self.author = author
        self.publisher = publisher
        self.published = published
        self.updated = updated
        self.language = language
        self.summary = summary
        self.content = content
        self.image = image
        self.enclosures = enclosures
        self.categories = categories
    }
}

/// A file that an entry carries (RSS 2.0 `enclosure`, Atom `link rel="enclosure"`).
package struct Enclosure: Sendable, Equatable {
    /// Absolute.
    package var url: String
    package var mediaType: String?
    /// Bytes, as the feed claims.
    package var length: Int?

    package init(url: String, mediaType: String? = nil, length: Int? = nil) {
        self.url = url
        self.mediaType = mediaType
        self.length = length
    }
}
