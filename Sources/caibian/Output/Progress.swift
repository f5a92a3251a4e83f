import Domain
import Foundation
import Pipeline
import Synchronization

/// Shows what the line is doing: one line that is written over on a terminal, else a plain line for
/// each event worth one.
final class Progress: Sendable {
    private struct State: Sendable {
        var feeds = 0
        var polled = 0
        var failed = 0
        var reached: [Story.State: Int] = [:]
        var current = ""
        var headlines: [String: String] = [:]
        var isDrawn = false
    }

    private let state = Mutex(State())
    private let isTerminal: Bool

    init(isTerminal: Bool) {
        self.isTerminal = isTerminal
    }

    func show(_ event: Event) {
        state.withLock { state in
            note(event, in: &state)
            if isTerminal {
                draw(&state)
            } else if let line = line(for: event, state) {
                print(Output.plain(line))
            }
        }
    }

    /// Leaves the terminal's line for what comes after.
    func finish() {
        state.withLock {
            if $0.isDrawn { print("\r\u{1b}[2K", terminator: "") }
            fflush(nil)
        }
    }

    private func note(_ event: Event, in state: inout State) {
        switch event {
        case .polling(let feeds): state.feeds = feeds
        case .polled: state.polled += 1
        case .pollFailed:
            state.polled += 1
            state.failed += 1
        case .grouped, .groupedUnaided: break
        case .took(let story):
            state.headlines[story.id] = story.headline
            state.current = "\(Self.verb(story.state)) \(story.id) \(story.headline)"
        case .reached(_, let reached, _): state.reached[reached, default: 0] += 1
        case .postponed(let story, let reason): state.current = "\(story) waits: \(reason)"
        case .endpointPaused(_, _, let reason): state.current = reason
        case .paused(let step, let reason): state.current = "\(step) stories wait: \(reason)"
        case .noticed(let text, _): state.current = text
        case .clockSetBack, .untold: break
        }
    }

    private func draw(_ state: inout State) {
        let done = [Story.State.gathered, .drafted, .published, .held, .rejected].compactMap {
            key in state.reached[key].map { "\(key.rawValue) \($0)" }
        }
        var text = "feeds \(state.polled)/\(state.feeds)"
        if state.failed > 0 { text += " (\(state.failed) failed)" }
        text += done.isEmpty ? "" : " · " + done.joined(separator: ", ")
        text = Output.plain("\(text) · \(state.current)")
        while Table.width(text) > 78 { text.removeLast() }
        print("\r\u{1b}[2K\(text)", terminator: "")
        fflush(nil)
        state.isDrawn = true
    }

    private func line(for event: Event, _ state: State) -> String? {
        switch event {
        case .pollFailed(let feed, let reason): return "feed \(feed) failed: \(reason)"
        case .grouped(let entries, let stories):
            if entries == 0 { return nil }
            return "grouped \(entries) entries, \(stories) new stories"
        case .groupedUnaided(let reports, let reason):
            return "\(reports) entries grouped without a model: \(reason)"
        case .reached(let story, let reached, let detail):
            let headline = state.headlines[story].map { " \"\($0)\"" } ?? ""
            return "story \(story) \(reached.rawValue)\(headline)"
                + (detail.map { ": \($0)" } ?? "")
        case .postponed(let story, let reason): return "story \(story) waits: \(reason)"
        case .endpointPaused(let name, let until, let reason):
            return "model \(name) rests until \(Timestamp.text(until)): \(reason)"
        case .paused(let step, let reason): return "\(step) stories wait: \(reason)"
        case .clockSetBack: return "the clock was set back; nothing waits for the old one"
        case .noticed(let text, let hasPassed):
            return (hasPassed ? "has passed: " : "needs you: ") + text
        case .untold(let reason): return reason
        case .polling, .polled, .took: return nil
        }
    }

    private static func verb(_ state: Story.State) -> String {
        switch state {
        case .queued: "gathering"
        case .gathered: "drafting"
        case .drafted: "verifying"
        case .approved: "publishing"
        case .published, .held, .rejected, .dead: "resting"
        }
    }
}
