import ArgumentParser
import Configuration
import Domain
import Foundation
import Ledger
import Pipeline

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "An article's bytes again, made offline from the rows of the ledger.",
        discussion: """
            Prints the file of a story's article. Exits 65 when the rows do not make the bytes that \
            were published.
            """)

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The story's id.")
    var id: String

    func run() async throws {
        let ledger = try Workplace.open(try options.settings().ledger, for: .read)
        do {
            let bytes = try await replayed(id, from: ledger)
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch let failure as any Failure {
            Output.error(failure.description)
            throw ExitCode.findings
        }
    }
}
