package import Domain
package import Foundation

/// What an operator may want to see while the line works.
package enum Event: Sendable, Equatable {
    case polling(feeds: Int)
    /// How many entries it has; nil when it was unchanged.
    case polled(feed: String, entries: Int?)
    case pollFailed(feed: String, reason: String)
    case grouped(entries: Int, stories: Int)
    /// No model could be asked of reports that words alone leave open: they stay apart.
    case groupedUnaided(reports: Int, reason: String)
    case took(Story)
    /// A story reached a state; the reason where it came to rest short of publication.
    case reached(story: String, Story.State, detail: String?)
    /// It is tried again, or waits, until then.
    case postponed(story: String, reason: String)
    /// A model endpoint is not asked until then; said once, however long it lasts.
    case endpointPaused(name: String, until: Date, reason: String)
    /// A step rests as a whole until a person mends this.
    case paused(step: String, reason: String)
    /// It was behind the last moment that the ledger knows.
    case clockSetBack
    /// The operator is told of a cause, or that it has passed.
    case noticed(String, hasPassed: Bool)
    /// Why a channel did not take a message.
    case untold(String)
}
