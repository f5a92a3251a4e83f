package import Domain
package import Foundation

/// What the ledger knows of a feed before it is polled.
package struct FeedRecord: Sendable, Equatable {
    package var id: Int64
    /// As listed.
    package var url: String
    /// Where it is polled: as listed, unless it moved for good.
    package var currentURL: String
    package var etag: String?
    package var lastModified: String?
    /// Of the last body that was parsed.
    package var bodyHash: String?
    package var failures: Int
    package var failingSince: Date?
    package var polled: Date?
    /// When the body last changed.
    package var changed: Date?
    /// Nil before the first poll.
    package var due: Date?
    /// Not polled any more: it answered 410, or 404 for two weeks.
    package var isGone: Bool
    package var cadence: Cadence
    /// It was being parsed when the program last crashed.
    package var isSuspect: Bool

    package init(
        id: Int64, url: String, currentURL: String? = nil, etag: String? = nil,
        lastModified: String? = nil, bodyHash: String? = nil, failures: Int = 0,
        failingSince: Date? = nil, polled: Date? = nil, changed: Date? = nil, due: Date? = nil,
        isGone: Bool = false, cadence: Cadence = Cadence(), isSuspect: Bool = false
    ) {
        self.id = id
        self.url = url
        self.currentURL = currentURL ?? url
        self.etag = etag
        self.lastModified = lastModified
        self.bodyHash = bodyHash
        self.failures = failures
        self.failingSince = failingSince
        self.polled = polled
        self.changed = changed
        self.due = due
        self.isGone = isGone
        self.cadence = cadence
        self.isSuspect = isSuspect
    }
}

/// What one poll of a feed brought.
package struct Poll: Sendable {
    package enum Outcome: Sendable {
        /// 304, or 200 with the bytes of before.
        case unchanged
        case changed(Feed, canonicalURLs: [String?], bodyHash: String)
        /// In words for the operator. `isGone`: not to be polled again.
        case failed(String, isGone: Bool)
    }

    package var feedID: Int64
    package var url: String
    package var outcome: Outcome
    package var status: Int?
    package var finalURL: String?
    /// Where the feed says that it stands from now on: the end of redirects that are all permanent.
    package var movedTo: String?
    package var etag: String?
    package var lastModified: String?
    /// Bytes on the wire.
    package var bytes: Int
    package var started: Date
    package var duration: Duration
    package var nextDue: Date

    package init(
        feedID: Int64, url: String, outcome: Outcome, status: Int? = nil, finalURL: String? = nil,
        movedTo: String? = nil, etag: String? = nil, lastModified: String? = nil, bytes: Int = 0,
        started: Date, duration: Duration = .zero, nextDue: Date
    ) {
        self.feedID = feedID
        self.url = url
        self.outcome = outcome
        self.status = status
        self.finalURL = finalURL
        self.movedTo = movedTo
        self.etag = etag
        self.lastModified = lastModified
        self.bytes = bytes
        self.started = started
        self.duration = duration
        self.nextDue = nextDue
    }
}
