import ArgumentParser
import Configuration
import Domain
import Foundation
import Ledger
import Pipeline

struct OnceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "once", abstract: "One pass over everything that is due, then exit.",
        discussion: """
            For cron and CI. Exits 0 when the pass is done, 75 when another process works, 78 when \
            the settings are wrong. What could not be published says why in `caibian queue`.
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Poll every feed, due or not.")
    var now = false

    @Flag(help: "Print the outcome as JSON, and nothing else.")
    var json = false

    private struct Outcome: Encodable {
        var feeds, unchanged, failed, entries, stories, articles, modelCalls: Int
        var cost: Int
    }

    func run() async throws {
        let workplace = try Workplace(options)
        let ledger = try workplace.ledgerForWork()
        let lock = try ProcessLock.taken(beside: workplace.settings.ledger)
        defer { withExtendedLifetime(lock) {} }
        let progress = Progress(isTerminal: Output.isTerminal)
        let line = try workplace.line(ledger) { event in
            if !json { progress.show(event) }
        }
        let before = try await ledger.spending()
        let summary: PassSummary
        do {
            try await line.recover()
            summary = try await line.pass(now ? .all : .due)
        } catch let failure as any Failure {
            progress.finish()
            Output.error(failure.description)
            throw ExitCode.tryAgain
        }
        progress.finish()
        let after = try await ledger.spending()
        let outcome = Outcome(
            feeds: summary.polls.feeds, unchanged: summary.polls.unchanged,
            failed: summary.polls.failed, entries: summary.polls.entries,
            stories: summary.stories, articles: summary.articles,
            modelCalls: Self.sum(after, \.calls) - Self.sum(before, \.calls),
            cost: Self.sum(after, \.cost) + Self.sum(after, \.reserved)
                - Self.sum(before, \.cost) - Self.sum(before, \.reserved))
        if json { return try Output.json(outcome) }
        print(
            """
            polled \(outcome.feeds) feeds (\(outcome.unchanged) unchanged, \(outcome.failed) \
            failed), \(outcome.entries) new entries, \(outcome.stories) new stories
            published \(outcome.articles) articles, \(outcome.modelCalls) model calls, \
            \(Output.money(outcome.cost)) \(workplace.settings.budget.currency)
            """)
    }

    private static func sum(_ rows: [SpendingRow], _ column: KeyPath<SpendingRow, Int>) -> Int {
        rows.reduce(0) { $0 + $1[keyPath: column] }
    }
}
