import Configuration
package import Domain
import Failpoints
import Foundation
import Ledger

/// A step of the line: the state that it takes stories from, how often it tries, and how wide it
/// runs.
struct Step: Sendable {
    let state: Story.State
    let attempts: Int
    let width: Int
    let work: @Sendable (Story) async throws -> Void
}

extension Line {
    /// The most attempts at each state's step; then the story is dead.
    package static let attempts: [Story.State: Int] = [
        .queued: 8, .gathered: 5, .drafted: 5, .approved: 20,
    ]

    /// The steps in the order of the line.
    var steps: [Step] {
        [
            step(.queued, width: 4) { try await self.gather($0) },
            step(.gathered, width: draftsAtATime) { try await self.draft($0) },
            step(.drafted, width: 2) { try await self.verify($0) },
            step(.approved, width: 1) { try await self.publish($0) },
        ]
    }

    private func step(
        _ state: Story.State, width: Int, _ work: @escaping @Sendable (Story) async throws -> Void
    ) -> Step {
        Step(state: state, attempts: Self.attempts[state] ?? 1, width: width, work: work)
    }

    /// Does a step for every story that is due, and answers for how many. `alone`: one after the
    /// other, those that were in progress when the program crashed.
    func work(_ step: Step, alone: Bool = false, within room: Room? = nil) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<(alone ? 1 : step.width) {
                group.addTask {
                    var count = 0
                    while try await self.workOnce(step, alone: alone, within: room) { count += 1 }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
    }

    /// Takes one story and does its step; false when none is due, or the step rests.
    func workOnce(_ step: Step, alone: Bool = false, within room: Room? = nil) async throws -> Bool
    {
        try Task.checkCancellation()
        guard try await maySpend(on: step),
            let story = try await take(step, alone: alone, within: room)
        else { return false }
        report(.took(story))
        Failpoint.reach("step \(step.state.rawValue) \(story.headline)")
        do {
            try await step.work(story)
            return true
        } catch is CancellationError {
            try await stop(story)
        } catch LedgerError.overtaken(let id, let state) {
            // The operator was faster, and has the last word.
            report(.postponed(story: id, reason: "an operator made it \(state) meanwhile"))
            return true
        } catch let failure as any Failure {
            // Whatever was cut off by the stop is no failure of the story.
            if Task.isCancelled { try await stop(story) }
            return try await settle(story, after: failure, in: step)
        }
    }

    private var draftsAtATime: Int {
        settings.models.filter { $0.roles.contains(.draft) }.map(\.parallel).max() ?? 1
    }

    private func stop(_ story: Story) async throws -> Never {
        try await ledger.settle(story, as: .stopped, now: effects.now())
        throw CancellationError()
    }

    private func take(_ step: Step, alone: Bool, within room: Room?) async throws -> Story? {
        let now = effects.now()
        let isBefore = step.state == .queued || step.state == .gathered
        var rooms = isBefore ? [room].compactMap { $0 } : []
        if step.state == .queued {
            rooms.append(Room(articles: settings.stories.perDay, since: dayStart(at: now)))
        }
        return try await ledger.take(
            step.state, attempts: step.attempts, rooms: rooms, alone: alone, now: now)
    }

    /// Nothing is paid for that could not be written down: a step that asks a model waits while
    /// the disk is nearly full.
    private func maySpend(on step: Step) async throws -> Bool {
        guard step.state == .gathered else { return true }
        let now = effects.now()
        guard let reason = diskTrouble(), try await ledger.hasDue(step.state, now: now) else {
            return true
        }
        report(.paused(step: step.state.rawValue, reason: reason))
        return false
    }

    /// Ends a try by what helps against its failure; false when the step rests as a whole.
    private func settle(
        _ story: Story, after failure: any Failure, in step: Step
    ) async throws -> Bool {
        let now = effects.now()
        let reason = failure.description
        switch failure.remedy {
        case .retry(let least):
            let due = now.addingTimeInterval(
                backOff(attempts: story.attempts, least: least ?? .zero).inSeconds)
            try await postpone(story, .retry(at: due, reason: reason), reason)
        case .wait(let duration):
            let due = now.addingTimeInterval(duration.inSeconds)
            try await postpone(story, .wait(until: due, reason: reason), reason)
        case .discard:
            try await rest(story, as: .dead(reason: reason))
        case .mend:
            let isNew = try await ledger.rest(
                step.state, least: Self.rest, most: Self.longestRest, reason: reason, now: now)
            try await postpone(story, .wait(until: now, reason: reason), reason)
            if isNew { report(.paused(step: step.state.rawValue, reason: reason)) }
            return false
        }
        return true
    }

    private func postpone(_ story: Story, _ setback: Setback, _ reason: String) async throws {
        try await ledger.settle(story, as: setback, now: effects.now())
        report(.postponed(story: story.id, reason: reason))
    }

    /// Brings a story to rest short of publication.
    func rest(_ story: Story, as setback: Setback) async throws {
        try await ledger.settle(story, as: setback, now: effects.now())
        switch setback {
        case .rejected(let reason): report(.reached(story: story.id, .rejected, detail: reason))
        case .held(let reason): report(.reached(story: story.id, .held, detail: reason))
        case .dead(let reason): report(.reached(story: story.id, .dead, detail: reason))
        case .retry, .wait, .stopped: break
        }
    }

    /// How long a step that needs a person rests before it looks again.
    private static let rest = Duration.seconds(900)
    private static let longestRest = Duration.seconds(21_600)

    /// Thirty seconds doubling to six hours, with full jitter.
    private func backOff(attempts: Int, least: Duration) -> Duration {
        let most = Double(30 << min(max(attempts, 1) - 1, 10))
        return max(least, .seconds(min(most, 21_600) * effects.random()))
    }
}
