import Synchronization

/// When each service last got on: it began something, or a request of its own ended. One that waits
/// for work is not among them.
final class Beats: Sendable {
    /// The service whose work the present task is part of.
    @TaskLocal static var service: String?

    private let last = Mutex<[String: ContinuousClock.Instant]>([:])

    /// The present service got on.
    func beat() {
        guard let service = Self.service else { return }
        last.withLock { $0[service] = .now }
    }

    /// The present service has nothing to do.
    func rest() {
        guard let service = Self.service else { return }
        last.withLock { $0[service] = nil }
    }

    /// A service that works and has not got on for longer than that; nil when all have.
    func stuck(for longest: Duration) -> String? {
        last.withLock { $0.first { ContinuousClock.now - $0.value > longest }?.key }
    }
}
