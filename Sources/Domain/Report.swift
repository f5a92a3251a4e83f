package import Foundation

/// An entry in the ledger, as grouping sees it: what one feed said of an event, and when.
package struct Report: Sendable, Equatable {
    /// The entry's row.
    package var id: Int64
    package var feedURL: String
    /// The entry's id in its feed.
    package var key: String
    package var url: String?
    package var canonicalURL: String?
    package var title: String
    /// HTML as the feed gave it.
    package var summary: String?
    package var language: String?
    package var published: Date

    package init(
        id: Int64, feedURL: String, key: String, url: String?, canonicalURL: String?,
        title: String, summary: String?, language: String?, published: Date
    ) {
        self.id = id
        self.feedURL = feedURL
        self.key = key
        self.url = url
        self.canonicalURL = canonicalURL
        self.title = title
        self.summary = summary
        self.language = language
        self.published = published
    }
}

/// How an entry stands to the story it belongs to.
package enum Relation: String, Sendable, CaseIterable {
    /// The first report of the event.
    case new
    /// Another report of it.
    case same
    /// A copy of a report already there.
    case syndicated
    /// A development of a story told before.
    case followUp = "follow_up"
    /// Of a story that has been told.
    case `repeat`
}

/// Where grouping puts an entry.
package enum Placement: Sendable, Equatable {
    /// A story of its own; `following` is the story that it goes on, nil for a new event.
    case opens(following: String?)
    case joins(story: String, Relation)
    /// In no story, and why.
    case none(reason: String)
}
