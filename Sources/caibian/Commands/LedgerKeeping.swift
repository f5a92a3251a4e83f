import ArgumentParser
import Configuration
import Domain
import Ledger

struct LedgerBackup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a consistent copy of the ledger, also while it works.",
        discussion: """
            To restore: stop the service, put the copy in the ledger's place, remove the files \
            that end in -wal and -shm beside it, run `caibian ledger verify`, start the service. \
            What was published after the backup is not written a second time: a story whose file \
            is on the site is taken as published when the bytes agree, and held when they do not.
            """)

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The file to write; it must not be there yet.")
    var file: String

    func run() async throws {
        let ledger = try Workplace.open(try options.settings().ledger, for: .read)
        do {
            try await ledger.backup(to: file)
        } catch {
            Output.error(error.description)
            throw ExitCode.unavailable
        }
        print("\(file) is a copy of \(ledger.path)")
    }
}

struct LedgerPrune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Let go of texts older than ninety days that no article cites.",
        discussion: """
            The service does it once a day. Rows that say what was seen, decided and spent stay, \
            and so does everything behind a footnote. The file does not shrink: the space is used \
            again.
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "JSON instead of text.")
    var json = false

    func run() async throws {
        let ledger = try Workplace.open(try options.settings().ledger, for: .act)
        let pruned: Pruned
        do {
            pruned = try await ledger.prune(now: Workplace.now())
        } catch {
            Output.error(error.description)
            throw ExitCode.tryAgain
        }
        if json { return try Output.json(pruned) }
        print("removed \(pruned.rows) rows and the texts of \(pruned.texts)")
    }
}
