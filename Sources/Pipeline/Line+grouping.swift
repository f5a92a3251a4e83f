import Chat
import Configuration
package import Domain
import Foundation
import Ledger
import Research

extension Line {
    /// Puts every entry that is in no story yet into one, or notes why not, and answers how many
    /// stories are new.
    package func group() async throws -> Int {
        let now = effects.now()
        var reports = try await ledger.newReports(limit: Self.batch)
        guard !reports.isEmpty else { return 0 }
        // So many are no flood, and most rounds bring fewer.
        let reissued =
            reports.count > Self.flood
            ? try await ledger.reissuedReports(moreThan: Self.flood) : []
        var desk = try await groupingDesk(at: now, reissued: reissued)
        var opened = 0
        while !reports.isEmpty {
            let placements = try await placements(of: reports, at: &desk)
            opened += try await ledger.place(
                placements.map { report, placement in
                    (
                        report, placement, opened: report.storyID,
                        weight: desk.feeds[report.feedURL]?.weight ?? 1
                    )
                }, now: now)
            self.report(.grouped(entries: reports.count, stories: opened))
            reports = try await ledger.newReports(limit: Self.batch)
        }
        return opened
    }

    /// A feed that brings more new entries at once may have given old ones new ids.
    private static let flood = 20
    /// Reports that one transaction places.
    private static let batch = 500

    /// Places reports in their order; those that are open last, when a model has been asked of them.
    private func placements(
        of reports: [Report], at desk: inout GroupingDesk
    ) async throws -> [(Report, Placement)] {
        let aid = groupingAid
        var placements: [(Report, Placement)] = []
        var open: [OpenReport] = []
        for report in reports {
            let candidates = aid?.candidates(for: report, at: desk) ?? []
            if candidates.isEmpty {
                placements.append((report, desk.place(report)))
            } else {
                open.append(OpenReport(report: report, stories: candidates))
            }
        }
        guard let aid, !open.isEmpty else { return placements }
        let verdicts = try await groups(of: open, at: desk, by: aid)
        var stories: [Int64: String] = [:]
        for report in open.map(\.report) {
            let story: String? =
                switch verdicts[report.id] {
                case .story(let story): story
                case .beside(let other): stories[other]
                case nil: nil
                }
            let placement = desk.place(report, in: story)
            switch placement {
            case .opens: stories[report.id] = report.storyID
            case .joins(let story, _): stories[report.id] = story
            case .none: break
            }
            placements.append((report, placement))
        }
        return placements
    }

    /// How long a story is remembered as told.
    private static let memory = Duration.seconds(7 * 86_400)

    private func groupingDesk(
        at now: Date, reissued: Set<Int64>
    ) async throws -> GroupingDesk {
        let window = settings.stories.window.inSeconds
        let since = now.addingTimeInterval(-max(window, Self.memory.inSeconds))
        var desk = GroupingDesk(
            feeds: Dictionary(feeds.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first }),
            oldest: now.addingTimeInterval(-window),
            standings: try await ledger.standings(since: since),
            begun: try await ledger.storiesBegun(since: dayStart(at: now)), reissued: reissued)
        for (report, story, followed) in try await ledger.placedReports(since: since) {
            desk.index.add(report, to: story, following: followed)
            if desk.leads[story] == nil { desk.leads[story] = Self.item(report) }
        }
        return desk
    }
}

extension Report {
    /// The id of the story that the report opens: the same in every ledger.
    package var storyID: String { ShortID.of(feedURL, key) }
}
