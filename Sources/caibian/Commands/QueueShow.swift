import ArgumentParser
import Configuration
import Ledger

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
        show(head: detail.story)
        show("entries", detail.entries, ["relation", "published_at", "feed", "title"])
        show(
            "sources", detail.sources,
            [
                "number", "kind", "publisher", "published_at", "retrieved_at", "status",
                "characters", "sha256", "provider", "standing", "reuse", "suspicion", "url",
                "title",
            ])
        show("searches", detail.searches, ["provider", "asked_at", "outcome"])
        show(
            "model calls", detail.calls,
            [
                "purpose", "endpoint", "model", "started_at", "prompt_tokens",
                "completion_tokens", "cost", "outcome",
            ])
        show("findings", detail.findings, ["round", "severity", "rule", "place", "message"])
        show(
            "attempts", detail.attempts, ["state", "started_at", "ended_at", "outcome", "detail"])
        if let article = detail.article { show(head: article, title: "article") }
    }

    /// One thing, a fact a line.
    private func show(head: [String: String], title: String = "story") {
        var table = Table(headings: [title.uppercased(), ""])
        for (key, value) in head.sorted(by: { $0.key < $1.key }) {
            table.add(key, Output.plain(value))
        }
        print(table.text + "\n")
    }

    /// Rows of a kind; columns in which no row has anything are left out.
    private func show(_ title: String, _ rows: [[String: String]], _ columns: [String]) {
        let used = columns.filter { column in rows.contains { $0[column] != nil } }
        guard !used.isEmpty else { return }
        var table = Table(
            headings: used.map { column in
                let name = column.hasSuffix("_at") ? String(column.dropLast(3)) : column
                return name.replacing("_", with: " ").uppercased()
            })
        for row in rows { table.add(row: used.map { cell(row, $0) }) }
        print("\(title.uppercased())\n\(table.text)\n")
    }

    private func cell(_ row: [String: String], _ key: String) -> String? {
        guard let value = row[key].map(Output.plain) else { return nil }
        if key.hasSuffix("_at") { return Output.minute(value) }
        return key == "sha256" ? String(value.prefix(12)) : value
    }
}
