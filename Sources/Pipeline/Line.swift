package import Configuration
package import Domain
package import Drafting
import Foundation
package import Ledger
package import Publishing
import Research

/// The straight line from feeds to files: poll, group, gather, draft, verify, publish.
///
/// Each step is an extension in a file of its own, reads what the step before it recorded in the
/// ledger, and commits its result with the story's next state. Nothing else passes between them.
package struct Line: Sendable {
    package let settings: Settings
    package let feeds: [FeedSetting]
    package let ledger: Ledger
    package let effects: Effects
    package let prompts: Prompts
    package let layout: Layout
    package let site: SiteDirectory
    /// In order of preference.
    let models: [Model]
    /// The calls under way.
    private(set) var slots = Slots()
    /// Search providers in the order in which they are asked.
    let providers: [SearchProvider]
    /// The program as it stands in the mark of an article.
    package let program: (name: String, version: String)
    /// Called from any task, in the order of what happens to each story.
    package let report: @Sendable (Event) -> Void

    /// - Parameters:
    ///   - keys: of the models that need one, by the model's name.
    ///   - searchKeys: of the searches that need one, by the search's name.
    package init(
        settings: Settings, feeds: [FeedSetting], ledger: Ledger, effects: Effects,
        prompts: Prompts, layout: Layout, keys: [String: Secret],
        searchKeys: [String: Secret] = [:], program: (name: String, version: String),
        report: @escaping @Sendable (Event) -> Void
    ) {
        self.settings = settings
        self.feeds = feeds
        self.ledger = ledger
        self.effects = effects
        self.prompts = prompts
        self.layout = layout
        site = SiteDirectory(root: settings.site.content)
        models = settings.models.map { Model($0, key: keys[$0.name]) }
        providers = settings.search.map { SearchProvider($0, key: searchKeys[$0.name]) }
        self.program = program
        self.report = report
    }

    /// The same line in the place of an earlier one, whose calls may still be under way.
    package func succeeding(_ earlier: Line) -> Line {
        var line = self
        line.slots = earlier.slots
        return line
    }

    /// Why nothing that costs money is begun; nil when there is room on the disks of the site and of
    /// the ledger.
    func diskTrouble() -> String? {
        let folder = URL(filePath: ledger.path).deletingLastPathComponent().path
        for directory in [site, SiteDirectory(root: folder)] {
            guard let free = directory.freeBytes, free < Self.leastFree else { continue }
            return "the disk of \(directory.root) has \(free / 1_000_000) MB left; free "
                + "\(Self.leastFree / 1_000_000) MB or more"
        }
        return nil
    }

    private static let leastFree = 64_000_000

    /// The moment at which the site's present day began.
    func dayStart(at now: Date) -> Date { settings.site.dayStart(at: now) }

    /// The site's present day, `2025-06-09`.
    func day(at now: Date) -> String { settings.site.day(at: now) }
}
