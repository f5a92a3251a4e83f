import Configuration
import Domain
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
    /// The steps in the order of the line.
    var steps: [Step] {
        [
            Step(
                state: .queued, attempts: 8, width: 4, work: { try await self.gather($0) }),
            Step(
                state: .gathered, attempts: 5, width: draftsAtATime,
                work: { try await self.draft($0) }),
            Step(state: .drafted, attempts: 5, width: 2, work: { try await self.verify($0) }),
            Step(state: .approved, attempts: 20, width: 1, work: { try await self.publish($0) }),
        ]
    }

    /// Does a step for every story that is due, and answers for how many.
    func work(_ step: Step) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<step.width {
                group.addTask {
                    var count = 0
                    while try await self.workOnce(step) { count += 1 }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
    }

    /// Takes one story and does its step; false when none is due, or the step rests.
    private func workOnce(_ step: Step) async throws -> Bool {
        try Task.checkCancellation()
        guard
            let story = try await ledger.take(
                step.state, attempts: step.attempts, room: step.state == .queued ? room : nil,
                now: effects.now())
        else { return false }
        report(.took(story))
        do {
            try await step.work(story)
            return true
        } catch is CancellationError {
            try await ledger.settle(story, as: .stopped, now: effects.now())
            throw CancellationError()
        } catch let failure as any Failure {
            return try await settle(story, after: failure, in: step)
        }
    }

    private var draftsAtATime: Int {
        settings.models.filter { $0.roles.contains(.draft) }.map(\.parallel).max() ?? 1
    }

    private var room: Room {
        Room(articles: settings.stories.perDay, since: dayStart(at: effects.now()))
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
            let due = now.addingTimeInterval(Self.rest.inSeconds)
            try await postpone(story, .wait(until: due, reason: reason), reason)
            report(.paused(step: step.state.rawValue, reason: reason))
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

    /// Thirty seconds doubling to six hours, with full jitter.
    private func backOff(attempts: Int, least: Duration) -> Duration {
        let most = Double(30 << min(max(attempts, 1) - 1, 10))
        return max(least, .seconds(min(most, 21_600) * effects.random()))
    }
}
