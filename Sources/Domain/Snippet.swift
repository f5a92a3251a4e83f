package import Foundation

/// A search result: what a provider says of a page.
package struct Snippet: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable {
        /// A page that may be read and cited.
        case result
        /// It tells that a report exists; its address is not the page's own and is never cited.
        case lead
    }

    package var provider: String
    package var query: String
    /// From 1.
    package var rank: Int
    package var kind: Kind
    package var title: String
    /// Absolute http(s), trackers of the provider removed.
    package var url: String
    /// Plain text; may be empty.
    package var extract: String
    package var publisher: String?
    package var published: Date?
    package var retrieved: Date

    package init(
        provider: String, query: String, rank: Int, kind: Kind = .result, title: String,
        url: String, extract: String,
        publisher: String? = nil, published: Date? = nil, retrieved: Date
    ) {
        self.provider = provider
        self.query = query
        self.rank = rank
        self.kind = kind
        self.title = title
        self.url = url
        self.extract = extract
        self.publisher = publisher
        self.published = published
        self.retrieved = retrieved
    }
}
