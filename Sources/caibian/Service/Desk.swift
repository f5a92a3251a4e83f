import Domain
import Ledger
import Pipeline
import Synchronization

/// What the services of `run` share: the line as the settings make it now, when each of them last got
/// on, and the bells that call workers.
final class Desk: Sendable {
    let beats: Beats
    private let current: Mutex<Line>
    private let bells = Mutex<[Story.State: [AsyncStream<Void>.Continuation]]>([:])

    init(_ line: Line, beats: Beats) {
        current = Mutex(line)
        self.beats = beats
    }

    var line: Line { current.withLock { $0 } }

    func replace(by line: Line) {
        current.withLock { $0 = line }
    }

    /// What rings when a story of that state may be due; a ring is kept until it is heard.
    func bell(for state: Story.State) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        bells.withLock { $0[state, default: []].append(continuation) }
        return stream
    }

    func ring(_ states: some Sequence<Story.State>) {
        let called = bells.withLock { bells in states.flatMap { bells[$0] ?? [] } }
        for bell in called { bell.yield() }
    }

    /// Does what another program or a full disk may hinder, as often as it takes. Throws what does
    /// not pass by itself.
    func patiently(_ work: (Line) async throws -> Bool) async throws -> Bool {
        let line = line
        beats.beat()
        do {
            return try await work(line)
        } catch let failure as any Failure where Self.passes(failure) {
            Log.failure(failure.description)
            try await line.effects.sleep(.seconds(5 + 5 * line.effects.random()))
            return false
        }
    }

    /// Whether the ledger may work again by itself.
    private static func passes(_ failure: any Failure) -> Bool {
        guard let error = failure as? LedgerError else { return false }
        switch error {
        case .locked, .full, .overtaken, .overBudget, .beyondBudget, .overPace: return true
        case .missing, .newer, .foreign, .damaged, .readOnly, .denied, .failed: return false
        }
    }
}
