import Configuration
package import Domain
import Foundation
import Ledger
import Research

extension Line {
    /// Puts every entry that is in no story yet into one, or notes why not, and answers how many
    /// stories are new.
    func group() async throws -> Int {
        let now = effects.now()
        var desk = try await groupingDesk(at: now)
        var opened = 0
        while true {
            let reports = try await ledger.newReports(limit: 500)
            if reports.isEmpty { break }
            let placements = reports.map { report in
                (
                    report, desk.place(report), opened: report.storyID,
                    weight: desk.feeds[report.feedURL]?.weight ?? 1
                )
            }
            opened += try await ledger.place(placements, now: now)
            self.report(.grouped(entries: reports.count, stories: opened))
        }
        return opened
    }

    /// How long a story is remembered as told.
    private static let memory = Duration.seconds(7 * 86_400)

    private func groupingDesk(at now: Date) async throws -> GroupingDesk {
        let window = settings.stories.window.inSeconds
        let since = now.addingTimeInterval(-max(window, Self.memory.inSeconds))
        var desk = GroupingDesk(
            feeds: Dictionary(feeds.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first }),
            oldest: now.addingTimeInterval(-window),
            standings: try await ledger.standings(since: since),
            begun: try await ledger.storiesBegun(since: dayStart(at: now)))
        for (report, story, followed) in try await ledger.placedReports(since: since) {
            desk.index.add(report, to: story, following: followed)
        }
        return desk
    }
}

extension Report {
    /// The id of the story that the report opens: the same in every ledger.
    package var storyID: String { ShortID.of(feedURL, key) }
}
