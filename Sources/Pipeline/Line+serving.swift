import Configuration
package import Domain
import Foundation
package import Ledger

// What the services of `run` do, each beside the others: the same steps as of a pass.
extension Line {
    /// Polls the feeds that are due and groups what they brought; false when no story came of it.
    package func pollRound() async throws -> Bool {
        let start = effects.now()
        var summary = PassSummary()
        summary.polls = try await poll(.dueAndSpread)
        try await groupNew(&summary)
        guard summary.polls.feeds > 0 else { return summary.stories > 0 }
        let pass = try await ledger.beginPass(now: start)
        try await ledger.end(
            pass, feeds: summary.polls.feeds, unchanged: summary.polls.unchanged,
            entries: summary.polls.entries, stories: summary.stories, articles: 0,
            now: effects.now())
        return summary.stories > 0
    }

    /// Works off the stories that were in progress when the program last crashed, one by one.
    package func workAlone() async throws {
        for step in steps { _ = try await work(step, alone: true) }
    }

    /// How many workers each step has, by the state it takes stories from.
    package var widths: [(state: Story.State, workers: Int)] {
        steps.map { ($0.state, $0.width) }
    }

    /// Does a step for one story; false when none is due. Nothing is written when none is.
    package func workOne(_ state: Story.State) async throws -> Bool {
        guard let step = steps.first(where: { $0.state == state }),
            try await ledger.hasDue(state, now: effects.now())
        else { return false }
        return try await workOnce(step)
    }

    /// What once a day and at every look keeps the ledger small and the clock known.
    package func housekeep(prune: Bool) async throws {
        let now = effects.now()
        if try await !ledger.noteClock(now) { report(.clockSetBack) }
        if prune { _ = try await ledger.prune(now: now) }
    }

    /// Everything that needs a person at this moment.
    package func causes() async throws -> [Cause] {
        let now = effects.now()
        var causes: [Cause] = []
        for problem in try await ledger.problems() {
            let detail = problem.detail ?? ""
            switch (problem.kind, problem.condition) {
            case ("feed", "failing"):
                // A feed that fails for a day is its own matter; longer, somebody should look.
                guard let since = problem.since.flatMap(Timestamp.date),
                    let failing = try await ledger.failingSince(problem.name),
                    failing < since.addingTimeInterval(-86_400)
                else { continue }
                causes.append(
                    Cause(key: "feed \(problem.name)", text: "feed \(problem.name): \(detail)"))
            default:
                causes.append(
                    Cause(
                        key: "\(problem.kind) \(problem.name)",
                        text: "\(problem.kind) \(problem.name) \(problem.condition): \(detail)"))
            }
        }
        if let trouble = diskTrouble() { causes.append(Cause(key: "disk", text: trouble)) }
        if ledger.logSize > Self.longLog {
            causes.append(
                Cause(
                    key: "wal",
                    text: "the write-ahead log of \(ledger.path) has \(ledger.logSize / 1_000_000) "
                        + "MB; end the transaction of another program that keeps it"))
        }
        if let silence = settings.notify.silence, let last = try await ledger.lastPublication(),
            now.timeIntervalSince(last) > silence.inSeconds
        {
            causes.append(
                Cause(
                    key: "silence",
                    text: "nothing was published since \(Timestamp.text(last)); "
                        + "`caibian status` says why"))
        }
        return causes
    }

    /// Bytes of a log that a reader keeps from being taken up.
    private static let longLog = 64_000_000
}
