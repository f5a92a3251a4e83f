import Domain
import Foundation
import Ledger
import Pipeline

/// What the services of `run` share: the line as the settings make it now, and when each of them
/// last got on.
final class Desk: Sendable {
    private let lock = NSLock()
    // Both guarded by the lock.
    nonisolated(unsafe) private var current: Line
    nonisolated(unsafe) private var beats: [String: ContinuousClock.Instant] = [:]

    init(_ line: Line) {
        unsafe current = line
    }

    var line: Line { lock.withLock { unsafe current } }

    func replace(by line: Line) {
        lock.withLock { unsafe current = line }
    }

    /// A service got on.
    func beat(_ service: String) {
        lock.withLock { unsafe beats[service] = .now }
    }

    /// A service that has not got on for longer than that; nil when all have.
    func stuck(for longest: Duration) -> String? {
        lock.withLock {
            unsafe beats.first { ContinuousClock.now - $0.value > longest }?.key
        }
    }

    /// Does what another program or a full disk may hinder, as often as it takes. Throws what does
    /// not pass by itself.
    func patiently(_ service: String, _ work: (Line) async throws -> Bool) async throws -> Bool {
        let line = line
        beat(service)
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
