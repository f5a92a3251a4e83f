import Configuration
import Domain
import Foundation
import Ledger
import Publishing

/// What a pass did.
package struct PassSummary: Sendable, Equatable {
    package var polls = PollSummary()
    /// New ones.
    package var stories = 0
    package var articles = 0

    package init() {}
}

extension Line {
    /// One round: the polls, then the steps in their order until nothing is ready.
    ///
    /// `articles` is the most that are made in it.
    package func pass(_ scope: PollScope, articles most: Int? = nil) async throws -> PassSummary {
        let start = effects.now()
        let pass = try await ledger.beginPass(now: start)
        var summary = PassSummary()
        summary.polls = try await poll(scope)
        try await groupNew(&summary)
        let room = most.map { Room(articles: $0, since: start) }
        for step in steps { _ = try await work(step, alone: true, within: room) }
        var isBusy = true
        while isBusy {
            isBusy = false
            for step in steps {
                let done = try await work(step, within: room)
                isBusy = isBusy || done > 0
                if step.state == .approved { summary.articles += done }
            }
        }
        try await ledger.end(
            pass, feeds: summary.polls.feeds, unchanged: summary.polls.unchanged,
            entries: summary.polls.entries, stories: summary.stories, articles: summary.articles,
            now: effects.now())
        return summary
    }

    /// Groups the new entries, and lets go of stories whose turn came too late.
    func groupNew(_ summary: inout PassSummary) async throws {
        summary.stories = try await group()
        let now = effects.now()
        _ = try await ledger.rejectQueued(
            before: now.addingTimeInterval(-settings.stories.window.inSeconds),
            reason: "older than the freshness window before its turn came", now: now)
    }

    /// Frees what a crash left in progress. Only under the lock.
    package func recover() async throws {
        let now = effects.now()
        try await ledger.noteClock(now)
        _ = try await ledger.recover(now: now)
        try await ledger.suspect(feeds: effects.parses.left(), now: now)
        effects.parses.clear()
        try await ledger.markArticles { marks(of: $0) }
        site.removeHalfWritten()
    }
}
