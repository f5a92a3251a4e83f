import ArgumentParser
import Configuration
import Ledger

struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "The stories: where each is, and why it is not published.",
        subcommands: [
            QueueList.self, QueueShow.self, QueueRetry.self, QueueApprove.self, QueueReject.self,
            QueueEdit.self,
        ], defaultSubcommand: QueueList.self)
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
