package import Foundation

/// Entries on one event; becomes at most one article.
package struct Story: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case queued, gathered, drafted, approved
        case published, held, rejected, dead
    }

    /// Eight characters of `ShortID`, derived from the first entry: the same in every ledger.
    package var id: String
    package var state: State
    /// The title of the entry that leads it.
    package var headline: String
    /// When the first of its entries was published.
    package var began: Date
    /// Tries at the step of its state, the present one included.
    package var attempts: Int

    package init(id: String, state: State, headline: String, began: Date, attempts: Int = 0) {
        self.id = id
        self.state = state
        self.headline = headline
        self.began = began
        self.attempts = attempts
    }
}

/// How far a story has come, as a new report of it has to know.
package enum Standing: Sendable, Equatable {
    /// Its sources are still to be gathered.
    case open
    /// It is being written from the sources that it has.
    case underWay
    case told
    /// It had too little to be told.
    case thin
    /// It was refused, or failed for good.
    case unwanted
}
