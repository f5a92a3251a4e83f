import Domain
import Foundation

/// A step has to wait until then: for a budget to renew, or an endpoint to come back. Counts as no
/// attempt.
struct Rest: Failure {
    let until: Date
    let reason: String
    let wait: Duration

    init(until: Date, reason: String, at now: Date) {
        self.until = until
        self.reason = reason
        wait = .seconds(max(1, until.timeIntervalSince(now)))
    }

    var description: String { reason }
    var remedy: Remedy { .wait(wait) }
}
