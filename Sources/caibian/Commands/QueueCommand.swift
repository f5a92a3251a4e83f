import ArgumentParser
import Configuration
import Ledger

struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "The stories: where each is, and why it is not published.",
        subcommands: [QueueList.self, QueueShow.self], defaultSubcommand: QueueList.self)
}

struct QueueList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Stories that are not (yet) on the site; --all adds the others.")

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Published stories too.")
    var all = false

    @Flag(help: "JSON instead of a table.")
    var json = false

    private struct Answer: Encodable {
        var queue: [QueueRow]
        var published: [PublishedRow]?
    }

    func run() async throws {
        let ledger = try Workplace.open(try options.settings().ledger, for: .read)
        let queue = try await ledger.queue()
        let published = all ? try await ledger.published() : nil
        if json { return try Output.json(Answer(queue: queue, published: published)) }
        var table = Table("ID", "STATE", "CHANGED", "SOURCES", "HEADLINE", "WHY")
        for row in queue {
            table.add(
                row.id, row.state, Output.minute(row.changedAt), "\(row.sources)",
                Self.short(row.headline), Output.plain(row.reason ?? row.trouble ?? ""))
        }
        for row in published ?? [] {
            table.add(
                row.id, "published", Output.minute(row.publishedAt), "\(row.footnotes)",
                Self.short(row.title), row.path)
        }
        print(table.text.isEmpty ? "no stories" : table.text)
    }

    private static func short(_ text: String) -> String {
        var text = Output.plain(text)
        if Table.width(text) > 40 {
            while Table.width(text) > 39 { text.removeLast() }
            text += "…"
        }
        return text
    }
}

struct QueueShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Everything the ledger knows of one story.")

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The story's id.")
    var id: String

    @Flag(help: "JSON instead of text.")
    var json = false

    func run() async throws {
        let ledger = try Workplace.open(try options.settings().ledger, for: .read)
        guard let detail = try await ledger.detail(of: id) else {
            Output.error("there is no story \(id)")
            throw ExitCode.findings
        }
        if json { return try Output.json(detail) }
        show("story", [detail.story])
        show("entries", detail.entries)
        show("sources", detail.sources)
        show("model calls", detail.calls)
        show("findings", detail.findings)
        show("attempts", detail.attempts)
        show("article", [detail.article].compactMap { $0 })
    }

    private func show(_ title: String, _ lines: [[String: String]]) {
        guard !lines.isEmpty else { return }
        print("\(title):")
        for line in lines {
            let fields = line.sorted { $0.key < $1.key }
                .map { "\($0.key): \(Output.plain($0.value))" }
            print("  " + fields.joined(separator: "\n  "), terminator: "\n\n")
        }
    }
}
