import ArgumentParser
import Configuration
import Domain
import Foundation
import Ledger
import Pipeline
import ServiceLifecycle
import UnixSignals

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Work until told to stop: a service of systemd, or by hand.",
        discussion: """
            SIGTERM stops it within 90 seconds: nothing new is begun, requests are cancelled, a \
            file being published is finished. SIGHUP reads the settings and the feeds again, and \
            keeps the old ones when the new are wrong. Exits 75 when the ledger cannot be used for \
            now or another process works, 78 when settings or ledger are wrong.
            """)

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        Heap.limitArenas()
        let systemd = SystemdNotifier(ProcessInfo.processInfo.environment)
        let workplace = try Workplace(options)
        let lock = try workplace.lock()
        defer { withExtendedLifetime(lock) {} }
        let ledger = try workplace.ledgerForWork()
        let beats = Beats()
        let parses = ParseFile(beside: ledger.path).watch
        let desk = Desk(
            try workplace.line(
                ledger, parses: parses, onAnswer: beats.beat, report: Log.show), beats: beats)
        do {
            try await desk.line.recover()
            try await ledger.endRests()
        } catch let failure as any Failure {
            Output.error(failure.description)
            throw ExitCode.tryAgain
        }
        systemd.send("READY=1\nSTATUS=recovered")
        Log.notice("ready")
        try await serve(desk, systemd, ledger)
        systemd.send("STOPPING=1")
        Log.notice("stopped")
    }

    private func serve(_ desk: Desk, _ systemd: SystemdNotifier, _ ledger: Ledger) async throws {
        let options = options
        let reloader = Reloader(desk: desk, systemd: systemd) {
            let workplace = try Workplace(options)
            guard workplace.settings.ledger == ledger.path else {
                Output.error("the settings name another ledger; restart to change it")
                throw ExitCode.configuration
            }
            return try workplace.line(
                ledger, parses: desk.line.effects.parses, onAnswer: desk.beats.beat,
                report: Log.show)
        }
        var configuration = ServiceGroupConfiguration(
            services: [
                Poller(desk: desk), Workers(desk: desk),
                Housekeeper(desk: desk, systemd: systemd), reloader,
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: Log.quiet)
        configuration.maximumGracefulShutdownDuration = .seconds(80)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let failure as any Failure {
            Output.error(failure.description)
            throw ExitCode.tryAgain
        } catch {
            Output.error("the service failed: \(error)")
            throw ExitCode.internalError
        }
    }
}
