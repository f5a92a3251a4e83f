import ArgumentParser
import Configuration
import Domain
import Foundation
import Ledger
import Pipeline

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Work until told to stop: a pass whenever something is due.")

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let ledger = try workplace.ledgerForWork()
        let lock = try ProcessLock.taken(beside: workplace.settings.ledger)
        defer { withExtendedLifetime(lock) {} }
        let progress = Progress(isTerminal: false)
        let line = try workplace.line(ledger) { progress.show($0) }
        let work = Task {
            try await line.recover()
            while !Task.isCancelled {
                do {
                    _ = try await line.pass(.dueAndSpread)
                } catch let failure as any Failure where failure.remedy != .mend {
                    Output.error(failure.description)
                }
                // A feed or a story falls due within the minute at the earliest.
                try await Task.sleep(for: .seconds(60))
            }
        }
        let signals = Signals { work.cancel() }
        defer { withExtendedLifetime(signals) {} }
        do {
            try await work.value
        } catch is CancellationError {
            print("stopped")
        } catch let failure as any Failure {
            Output.error(failure.description)
            throw ExitCode.tryAgain
        }
    }
}
