/// An error that an operator reads and a step acts on.
///
/// `description` is one sentence: what could not be done, to what, why, and what to do about it.
package protocol Failure: Error, CustomStringConvertible {
    var remedy: Remedy { get }
}

/// What helps against a failure.
package enum Remedy: Sendable, Equatable {
    /// Trying again: the cause may pass. Counts as an attempt; `after` is the least wait, nil the
    /// step's own back-off.
    case retry(after: Duration?)
    /// Waiting as the other side asked: throttled or out of budget. Counts as no attempt.
    case wait(Duration)
    /// Nothing: the input itself is wrong.
    case discard
    /// The operator: a bad key, a full disk, a wrong setting. The step pauses as a whole.
    case mend
}
