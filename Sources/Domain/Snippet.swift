package import Foundation

/// A search result: what a provider says of a page.
package struct Snippet: Sendable, Equatable, Codable {
    package var provider: String
    package var query: String
    /// From 1.
    package var rank: Int
    package var title: String
    /// Absolute http(s), trackers of the provider removed.
    package var url: String
    /// Plain text; may be empty.
    package var extract: String
    package var publisher: String?
    package var published: Date?
    package var retrieved: Date

    package init(
        provider: String, query: String, rank: Int, title: String, url: String, extract: String,
        publisher: String? = nil, published: Date? = nil, retrieved: Date
    ) {
        self.provider = provider
        self.query = query
        self.rank = rank
        self.title = title
        self.url = url
        self.extract = extract
        self.publisher = publisher
        self.published = published
        self.retrieved = retrieved
    }
}
