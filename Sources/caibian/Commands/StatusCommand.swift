import ArgumentParser
import Configuration
import Domain
import Foundation
import Ledger
import Pipeline

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Is it alive, what is it doing, what is stuck and why, what did it cost.")

    @OptionGroup var options: SettingsOptions

    @Flag(help: "JSON instead of text.")
    var json = false

    private struct Answer: Encodable {
        /// Who holds the lock; nil when nobody works.
        var holder: String?
        var overview: Overview
        var problems: [ProblemRow]
    }

    func run() async throws {
        let settings = try options.settings()
        let ledger = try Workplace.open(settings.ledger, for: .read)
        let now = Workplace.now()
        let overview = try await ledger.overview(
            now: now, dayStart: settings.site.dayStart(at: now), day: settings.site.day(at: now))
        let problems = try await ledger.problems()
        let holder = ProcessLock.holder(beside: settings.ledger)
        if json {
            return try Output.json(Answer(holder: holder, overview: overview, problems: problems))
        }
        print(holder.map { "working: \($0)" } ?? "not working: no process holds the lock")
        for line in lines(overview, problems, settings) { print(Output.plain(line)) }
    }

    private func lines(
        _ overview: Overview, _ problems: [ProblemRow], _ settings: Settings
    ) -> [String] {
        var lines = [
            "stories: "
                + Story.State.allCases.map {
                    "\(overview.stories[$0.rawValue] ?? 0) \($0.rawValue)"
                }
                .joined(separator: ", "),
            "published today: \(overview.publishedToday) of \(settings.stories.perDay), last "
                + (overview.lastPublished.flatMap { Output.minute($0) } ?? "never"),
            "feeds: \(overview.feeds), \(overview.feedsInTrouble) in trouble, last poll "
                + (overview.lastPoll.flatMap { Output.minute($0) } ?? "never"),
            "money: " + money(overview.spentToday, settings.budget.day, "today") + ", "
                + money(overview.spentThisMonth, settings.budget.month, "this month")
                + " (\(settings.budget.currency))",
            "next: a poll at \(Output.minute(overview.nextPoll) ?? "no time"), a story at "
                + (Output.minute(overview.nextStory) ?? "no time"),
        ]
        lines += section("in progress", overview.inProgress) {
            "\($0.id) \($0.state) since \(Output.minute($0.since) ?? "") \($0.headline)"
        }
        lines += section("stuck", overview.stuck) {
            "\($0.id) \($0.state), attempt \($0.attempts), again at "
                + "\(Output.minute($0.dueAt) ?? ""): \($0.trouble)"
        }
        lines += section("needs you", problems.prefix(20)) {
            "\($0.kind) \($0.name) \($0.condition): \($0.detail ?? "")"
        }
        lines += section("told you", overview.openNotices) {
            "\(Output.minute($0.since) ?? ""): \($0.text)"
        }
        lines += section("findings of seven days", overview.findings) {
            "\($0.count) \($0.severity) \($0.rule)"
        }
        return lines
    }

    private func section<Item>(
        _ title: String, _ items: some Collection<Item>, _ line: (Item) -> String
    ) -> [String] {
        items.isEmpty ? [] : ["\(title):"] + items.map { "  " + line($0) }
    }

    private func money(_ spent: Int, _ cap: Settings.Budget.Cap, _ span: String) -> String {
        let left = cap.money.map { ", \(Output.money(max(0, $0 - spent))) left" } ?? ""
        return "\(Output.money(spent)) \(span)\(left)"
    }
}
