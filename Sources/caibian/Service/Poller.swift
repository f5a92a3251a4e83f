import Domain
import Pipeline
import ServiceLifecycle

/// Polls what is due, and groups what it brought.
struct Poller: Service {
    let desk: Desk

    func run() async throws {
        try await untilStopped("poller") {
            while true {
                let hasNews = try await desk.patiently { try await $0.pollRound() }
                if hasNews { desk.ring([.queued]) }
                desk.beats.rest()
                // Nothing is polled more often than every minute.
                try await desk.line.effects.sleep(.seconds(15))
            }
        }
    }
}

/// Works as a service of that name until the group is shut down, which is no failure.
func untilStopped(
    _ service: String, _ work: @escaping @Sendable () async throws -> Void
) async throws {
    do {
        try await Beats.$service.withValue(service) {
            try await cancelWhenGracefulShutdown { try await work() }
        }
    } catch is CancellationError {
        return
    }
}
