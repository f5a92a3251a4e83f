import Configuration
import Domain
import Foundation
import Ledger
import Research

extension Line {
    /// Puts every entry that is in no story yet into one, or notes why not, and answers how many
    /// stories are new.
    func group() async throws -> Int {
        let now = effects.now()
        let window = settings.stories.window.inSeconds
        let oldest = now.addingTimeInterval(-window)
        var index = StoryIndex()
        for (report, story) in try await ledger.placedReports(
            since: now.addingTimeInterval(-max(window, Self.memory.inSeconds)))
        {
            index.add(report, to: story)
        }
        var opened = 0
        while true {
            let reports = try await ledger.newReports(limit: 500)
            if reports.isEmpty { break }
            var placements: [(Report, Placement, opened: String, weight: Double)] = []
            for report in reports {
                let placement = placement(of: report, in: &index, oldest: oldest)
                let weight = feeds.first { $0.url == report.feedURL }?.weight ?? 1
                placements.append((report, placement, Self.id(for: report), weight))
            }
            opened += try await ledger.place(placements, now: now)
            self.report(.grouped(entries: reports.count, stories: opened))
        }
        return opened
    }

    /// How long a story is remembered as told.
    private static let memory = Duration.seconds(7 * 86_400)

    private func placement(
        of report: Report, in index: inout StoryIndex, oldest: Date
    ) -> Placement {
        guard report.published >= oldest else {
            return .none(reason: "older than the freshness window")
        }
        guard !report.title.isEmpty else { return .none(reason: "the entry has no title") }
        if let story = index.story(of: report) {
            index.add(report, to: story)
            return .joins(story: story, .same)
        }
        index.add(report, to: Self.id(for: report))
        return .opens
    }

    /// The id of the story that a report opens: the same in every ledger.
    private static func id(for report: Report) -> String {
        ShortID.of(report.feedURL, report.key)
    }
}
