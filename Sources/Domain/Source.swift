package import Foundation

/// Numbered evidence an article may cite. The prompt shows `text` and nothing else of it, evidence
/// is offsets into `text`, and `sha256` is over its UTF-8 bytes: the three must never differ.
package struct Source: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The text that the feed itself carried.
        case entry
        /// The main text of a fetched page.
        case page
        /// Only what a search provider said of a page.
        case snippet
    }

    /// From 1, unique in its story.
    package var number: Int
    package var kind: Kind
    /// The final URL after redirects, or the page's canonical URL on the same site; http(s).
    package var url: String
    package var title: String
    package var publisher: String?
    package var author: String?
    package var published: Date?
    package var retrieved: Date
    /// BCP 47.
    package var language: String?
    /// Plain paragraphs separated by one empty line.
    package var text: String
    /// Lower-case hexadecimal.
    package var sha256: String
    /// The feed's setting `reuse: verbatim`: its sentences may be taken over word for word.
    package var isReusable: Bool
    /// The text holds lines that read like instructions to a model.
    package var isSuspect: Bool
    /// Of who acts, not of who tells: the authority, the company itself. One at most in a story.
    package var isPrimary: Bool

    package init(
        number: Int, kind: Kind, url: String, title: String, publisher: String? = nil,
        author: String? = nil, published: Date? = nil, retrieved: Date, language: String? = nil,
        text: String, isReusable: Bool = false, isSuspect: Bool = false,
        isPrimary: Bool = false
    ) {
        self.number = number
        self.kind = kind
        self.url = url
        self.title = title
        self.publisher = publisher
        self.author = author
        self.published = published
        self.retrieved = retrieved
        self.language = language
        self.text = text
        self.sha256 = SHA256.hexDigest(text.utf8)
        self.isReusable = isReusable
        self.isSuspect = isSuspect
        self.isPrimary = isPrimary
    }

    /// What a model calls it: `s1`.
    package var id: String { "s\(number)" }
}
