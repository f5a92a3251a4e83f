import Chat
import Configuration
package import Domain
import Drafting
import Foundation
import Ledger

extension Line {
    /// Has a model write a draft from a story's sources, within the budget. An answer that is no
    /// draft is sent back twice with what is wrong; then the story is held with what came.
    package func draft(_ story: Story) async throws {
        guard let kind = try await ledger.kind(of: story.id) else {
            return try await rest(story, as: .dead(reason: "gathered without a kind of article"))
        }
        let desk = WritingDesk(
            line: self, story: story, kind: kind, sources: try await ledger.sources(of: story.id),
            earlier: try await ledger.earlier(of: story.id).map(DraftRequest.Earlier.init),
            secret: try await ledger.secret())
        do {
            let written = try await desk.write()
            try await ledger.settle(
                story, draft: written.answer.text, kind: kind, call: written.answer.call,
                shown: desk.bytes(of: written.shown), now: effects.now())
            report(.reached(story: story.id, .drafted, detail: nil))
        } catch let unusable as WritingDesk.Unusable {
            try await ledger.void(unusable.calls)
            try await rest(
                story, as: .held(reason: "\(unusable.defect); the answers are kept in model_call"))
        } catch let error as ChatError {
            guard case .declined = error else { throw error }
            try await rest(story, as: .rejected(reason: error.description))
        }
    }
}
