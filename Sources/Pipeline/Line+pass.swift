import Configuration
import Domain
import Foundation
import Ledger

/// What a pass did.
package struct PassSummary: Sendable, Equatable {
    package var polls = PollSummary()
    /// New ones.
    package var stories = 0
    package var articles = 0
}

extension Line {
    /// One round: the polls, then the steps in their order until nothing is ready.
    package func pass(_ scope: PollScope) async throws -> PassSummary {
        let start = effects.now()
        let pass = try await ledger.beginPass(now: start)
        var summary = PassSummary()
        summary.polls = try await poll(scope)
        summary.stories = try await group()
        _ = try await ledger.rejectQueued(
            before: start.addingTimeInterval(-settings.stories.window.inSeconds),
            reason: "older than the freshness window before its turn came", now: start)
        for step in steps {
            let done = try await work(step)
            if step.state == .approved { summary.articles = done }
        }
        try await ledger.end(
            pass, feeds: summary.polls.feeds, unchanged: summary.polls.unchanged,
            entries: summary.polls.entries, stories: summary.stories, articles: summary.articles,
            now: effects.now())
        return summary
    }

    /// Frees what a crash left in progress. Only under the lock.
    package func recover() async throws {
        _ = try await ledger.recover(now: effects.now())
    }
}
