import Configuration
import Domain
import Foundation
import Ledger
import Pipeline

/// What a pass would do, from the ledger alone: no request, no row.
struct DryRun {
    private let workplace: Workplace
    private let isAll: Bool

    private struct Answer: Encodable {
        var feeds: Int
        /// Due stories by state.
        var stories: [String: Int]
        var modelCalls: Int
        /// Micro-units, the worst case of one draft for each story that has none.
        var cost: Int
    }

    init(_ workplace: Workplace, isAll: Bool) {
        self.workplace = workplace
        self.isAll = isAll
    }

    func show(json: Bool) async throws {
        let settings = workplace.settings
        var answer = Answer(feeds: workplace.feeds.count, stories: [:], modelCalls: 0, cost: 0)
        if FileManager.default.fileExists(atPath: settings.ledger) {
            let ledger = try Workplace.open(settings.ledger, for: .read)
            let now = Workplace.now()
            answer.stories = try await ledger.due(at: now)
            if !isAll {
                answer.feeds = try await ledger.dueFeeds(
                    workplace.feeds.map(\.url), at: now.addingTimeInterval(60))
            }
        }
        let drafts = (answer.stories["queued"] ?? 0) + (answer.stories["gathered"] ?? 0)
        answer.modelCalls = min(drafts, settings.stories.perDay)
        if let model = settings.models.first {
            let prompt = model.context - model.answer
            answer.cost =
                answer.modelCalls
                * (prompt * model.promptPrice / 1_000_000
                    + model.answer * model.answerPrice / 1_000_000)
        }
        if json { return try Output.json(answer) }
        let states = ["queued", "gathered", "drafted", "approved"]
            .map { "\(answer.stories[$0] ?? 0) \($0)" }.joined(separator: ", ")
        print(
            """
            would poll \(answer.feeds) feeds, and work on what they bring besides
            stories due: \(states)
            model calls for them: \(answer.modelCalls), at most \
            \(Output.money(answer.cost)) \(settings.budget.currency)
            """)
    }
}
