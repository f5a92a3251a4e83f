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
            For cron and CI: without a terminal it says nothing when nothing happened. Exits 0 \
            when the pass is done or its time is over, 75 when another process works, 78 when \
            settings or ledger are wrong. What could not be published says why in `caibian queue`.
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Poll every feed, due or not, and look again at what rests.")
    var now = false

    @Option(help: "Stop after so many seconds; what was begun goes on with the next pass.")
    var deadline: Int?

    @Option(help: "Make at most so many articles.")
    var maxArticles: Int?

    @Flag(help: "Say what a pass would do and cost at most, and do nothing.")
    var dryRun = false

    @Flag(help: "Print the outcome as JSON, and nothing else.")
    var json = false

    func validate() throws {
        if let deadline, deadline < 1 { throw ValidationError("--deadline is at least 1") }
        if let maxArticles, maxArticles < 0 {
            throw ValidationError("--max-articles is at least 0")
        }
    }

    func run() async throws {
        let workplace = try Workplace(options)
        if dryRun { return try await DryRun(workplace, isAll: now).show(json: json) }
        let lock = try workplace.lock()
        defer { withExtendedLifetime(lock) {} }
        let ledger = try workplace.ledgerForWork()
        let progress = Progress(isTerminal: Output.isTerminal)
        let parses = ParseFile(beside: ledger.path).watch
        let line = try workplace.line(ledger, parses: parses) { event in
            if !json { progress.show(event) }
        }
        let before = try await ledger.spending()
        let summary = try await pass(line, progress)
        progress.finish()
        let outcome = PassOutcome(summary, before: before, after: try await ledger.spending())
        if json { return try Output.json(outcome) }
        if Output.isTerminal || !outcome.isNothing {
            print(outcome.text(currency: workplace.settings.budget.currency))
        }
    }

    /// A pass within its deadline, and ended by SIGTERM; nothing of it is lost then.
    private func pass(_ line: Line, _ progress: Progress) async throws -> PassSummary {
        do {
            try await line.recover()
            if now { try await line.ledger.endRests() }
            let scope: PollScope = now ? .all : .due
            let most = maxArticles
            let work = Task { try await line.pass(scope, articles: most) }
            let signals = Signals { work.cancel() }
            defer { withExtendedLifetime(signals) {} }
            let limit = deadline.map { Duration.seconds($0) }
            let timer = Task {
                guard let limit else { return }
                try await Task.sleep(for: limit)
                work.cancel()
            }
            defer { timer.cancel() }
            let summary = try await work.value
            let messenger = Messenger(
                line.settings.notify.channels, http: line.effects.http,
                environment: ProcessInfo.processInfo.environment)
            try await line.tell(over: messenger)
            if let ping = line.settings.notify.ping, let trouble = await messenger.ping(ping) {
                Output.error(trouble)
            }
            return summary
        } catch is CancellationError {
            return PassSummary()
        } catch let failure as any Failure {
            progress.finish()
            Output.error(failure.description)
            throw ExitCode.tryAgain
        }
    }
}

/// What a pass did, for a person or a program.
struct PassOutcome: Encodable {
    var feeds, unchanged, failed, entries, stories, articles, modelCalls: Int
    var cost: Int

    init(_ summary: PassSummary, before: [SpendingRow], after: [SpendingRow]) {
        func change(_ columns: KeyPath<SpendingRow, Int>...) -> Int {
            func sum(_ rows: [SpendingRow]) -> Int {
                rows.reduce(0) { total, row in columns.reduce(total) { $0 + row[keyPath: $1] } }
            }
            return sum(after) - sum(before)
        }
        feeds = summary.polls.feeds
        unchanged = summary.polls.unchanged
        failed = summary.polls.failed
        entries = summary.polls.entries
        stories = summary.stories
        articles = summary.articles
        modelCalls = change(\.calls)
        cost = change(\.cost, \.reserved)
    }

    /// Nothing that a person would want to read in a mail of cron.
    var isNothing: Bool { entries + stories + articles + modelCalls + failed == 0 }

    func text(currency: String) -> String {
        """
        polled \(feeds) feeds (\(unchanged) unchanged, \(failed) failed), \(entries) new entries, \
        \(stories) new stories
        published \(articles) articles, \(modelCalls) model calls, \(Output.money(cost)) \(currency)
        """
    }
}
