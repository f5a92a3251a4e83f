package import Configuration
package import Domain
import Drafting
package import Foundation
import Parsing
import Research

/// Decides of one report after the other where it belongs.
package struct GroupingDesk: Sendable {
    var index = StoryIndex()
    /// What each story's first report says, for a model to compare.
    var leads: [String: GroupRequest.Item] = [:]
    /// By URL.
    let feeds: [String: FeedSetting]
    /// What was published before is no news.
    let oldest: Date
    package var standings: [String: Standing]
    /// Stories of the day by the feed that began them.
    var begun: [String: Int]
    /// Entries of a flood that their feed showed before under another id.
    let reissued: Set<Int64>

    package init(
        feeds: [String: FeedSetting], oldest: Date, standings: [String: Standing],
        begun: [String: Int], reissued: Set<Int64> = []
    ) {
        self.feeds = feeds
        self.oldest = oldest
        self.standings = standings
        self.begun = begun
        self.reissued = reissued
    }

    /// The stories that a report may belong to, which words alone do not decide; empty for one that is
    /// placed without help.
    func candidates(for report: Report) -> [OpenStory] {
        guard reasonAgainst(report) == nil else { return [] }
        return index.look(at: report).open
    }

    /// Where the report belongs; it is known from then on.
    ///
    /// - Parameter chosen: the story that a model put it in.
    package mutating func place(_ report: Report, in chosen: String? = nil) -> Placement {
        if let reason = reasonAgainst(report) { return .none(reason: reason) }
        let match = chosen.map { index.match(of: report, in: $0) } ?? index.look(at: report).match
        let placement = placement(by: match)
        switch placement {
        case .opens(let followed):
            if let limit = feeds[report.feedURL]?.perDay, begun[report.feedURL] ?? 0 >= limit {
                return .none(reason: "the feed began \(limit) stories today, its per_day")
            }
            begun[report.feedURL, default: 0] += 1
            standings[report.storyID] = .open
            leads[report.storyID] = Line.item(report)
            index.add(report, to: report.storyID, following: followed)
        case .joins(let story, _): index.add(report, to: story)
        case .none: break
        }
        return placement
    }

    private func placement(by match: StoryMatch?) -> Placement {
        guard let match else { return .opens(following: nil) }
        switch standings[match.story] ?? .told {
        case .open: return .joins(story: match.story, match.isCopy ? .syndicated : .same)
        case .underWay, .told, .unwanted:
            if match.isCopy { return .joins(story: match.story, .syndicated) }
            let isOpen = standings[match.story] == .underWay
            return match.isDevelopment
                ? .opens(following: match.story)
                : .joins(story: match.story, isOpen ? .same : .repeat)
        // Another report may make it thick enough.
        case .thin:
            return match.isCopy
                ? .joins(story: match.story, .syndicated) : .opens(following: nil)
        }
    }

    /// Why the report begins or joins no story; nil when it may.
    private func reasonAgainst(_ report: Report) -> String? {
        guard report.published >= oldest else { return "older than the freshness window" }
        guard !report.title.isEmpty else { return "the entry has no title" }
        guard !reissued.contains(report.id) else {
            return "seen before under another id: the feed brought many entries at once"
        }
        if let day = report.url.flatMap(addressDate), day.addingTimeInterval(86_400) < oldest {
            return
                "older than the freshness window: its address says \(Timestamp.text(day).prefix(10))"
        }
        guard let feed = feeds[report.feedURL], !(feed.include + feed.exclude).isEmpty else {
            return nil
        }
        let text = (report.title + "\n" + plainText(ofHTML: report.summary ?? "")).lowercased()
        if let word = feed.exclude.first(where: { text.contains($0.lowercased()) }) {
            return "unwanted: the feed's exclude names \(word)"
        }
        let isIncluded = feed.include.contains { text.contains($0.lowercased()) }
        return feed.include.isEmpty || isIncluded
            ? nil : "unwanted: none of the feed's include words is in it"
    }
}
