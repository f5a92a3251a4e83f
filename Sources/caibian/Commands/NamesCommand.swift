import ArgumentParser
import Configuration
import Domain
import Ledger

struct NamesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "The names that two languages write differently.",
        discussion: """
            Verification relies on those that are approved to tell whether a source speaks of whom a \
            sentence names. What an article explains as 中文（Original） is proposed.
            """,
        subcommands: [NamesList.self, NamesApprove.self, NamesReject.self],
        defaultSubcommand: NamesList.self)
}

struct NamesList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The names that wait for approval.")

    @OptionGroup var options: SettingsOptions

    @Flag(help: "The approved and the rejected ones too.")
    var all = false

    @Flag(help: "JSON instead of a table.")
    var json = false

    func run() async throws {
        let ledger = try Workplace.open(try options.settings().ledger, for: .read)
        let rows = try await ledger.nameRows().filter { all || $0.standing == .proposed }
        if json { return try Output.json(rows) }
        var table = Table("NAME", "KIND", "ORIGINALS", "STANDING", "STORY")
        for row in rows {
            table.add(
                Output.plain(row.chinese), row.kind, Output.plain(String(row.originals.prefix(60))),
                row.standing.rawValue, row.story ?? "")
        }
        print(table.text.isEmpty ? "no name waits for approval" : table.text)
    }
}

struct NamesApprove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Let verification rely on a name.")

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The Chinese name, as `names list` shows it.")
    var name: String

    @Option(
        help: "What it is a name of, where that was taken wrongly: \(Name.Kind.allNames).")
    var kind: Name.Kind?

    func run() async throws {
        try await decide(name, options, as: .approved, kind: kind)
    }
}

struct NamesReject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Do not rely on a name, and do not propose it again.")

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The Chinese name, as `names list` shows it.")
    var name: String

    func run() async throws {
        try await decide(name, options, as: .rejected, kind: nil)
    }
}

private func decide(
    _ name: String, _ options: SettingsOptions, as standing: NameRow.Standing, kind: Name.Kind?
) async throws {
    let ledger = try Workplace.open(try options.settings().ledger, for: .act)
    guard
        try await ledger.decide(
            name: name, as: standing, kind: kind, now: Workplace.now())
    else {
        Output.error("no name \(Output.plain(name)); `caibian names list --all` shows them")
        throw ExitCode.findings
    }
    print("\(Output.plain(name)) is \(standing.rawValue)")
}

extension Name.Kind: ExpressibleByArgument {
    fileprivate static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
