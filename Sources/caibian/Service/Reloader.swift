import Ledger
import Pipeline
import ServiceLifecycle
import UnixSignals

/// Reads the settings again on SIGHUP: swaps them when they are right, else keeps the old ones and
/// says why.
struct Reloader: Service {
    let desk: Desk
    let systemd: SystemdNotifier
    let reload: @Sendable () throws -> Line

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            systemd.sendReloading()
            do {
                let line = try reload().succeeding(desk.line)
                desk.replace(by: line)
                try await line.ledger.endRests()
                Log.notice("the settings were read again")
            } catch {
                // What is wrong with them was printed when they were read.
                Log.failure("the settings are kept as they were")
            }
            systemd.send("READY=1")
        }
    }
}
