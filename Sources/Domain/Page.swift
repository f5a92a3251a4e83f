package import Foundation

/// The readable text of a web page and what the page says of itself.
package struct Page: Sendable, Equatable {
    package var title: String?
    package var publisher: String?
    package var author: String?
    package var published: Date?
    package var updated: Date?
    /// Absolute, as the page states it (`rel="canonical"`, `og:url`); not yet trusted.
    package var canonicalURL: String?
    /// BCP 47.
    package var language: String?
    /// Absolute URL of the page's picture.
    package var image: String?
    /// What the page or its header asks of programs, such as `noindex` and `noai`.
    package var directives: [String]
    /// Plain paragraphs of the main text, separated by one empty line; empty when there is none.
    package var text: String

    package init(
        title: String? = nil, publisher: String? = nil, author: String? = nil,
        published: Date? = nil, updated: Date? = nil, canonicalURL: String? = nil,
        language: String? = nil, image: String? = nil, directives: [String] = [], text: String
    ) {
        self.title = title
        self.publisher = publisher
        self.author = author
        self.published = published
        self.updated = updated
        self.canonicalURL = canonicalURL
        self.language = language
        self.image = image
        self.directives = directives
        self.text = text
    }
}
