import ArgumentParser
import Configuration
import Ledger

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "The SQLite file that remembers everything.",
        subcommands: [LedgerMigrate.self, LedgerVerify.self, LedgerBackup.self, LedgerPrune.self])
}

struct LedgerMigrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Make the ledger, or bring its schema up to date.")

    @OptionGroup var options: SettingsOptions

    @Flag(help: "JSON instead of text.")
    var json = false

    func run() async throws {
        let workplace = try Workplace(options)
        let lock = try workplace.lock()
        defer { withExtendedLifetime(lock) {} }
        let ledger = try workplace.ledgerForWork()
        if json { return try Output.json(["ledger": ledger.path]) }
        print("\(ledger.path) is up to date")
    }
}
