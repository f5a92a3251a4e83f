import Chat
import Configuration
import Domain
import Drafting
import Foundation
import Ledger

extension Line {
    /// Has a model write a draft from a story's sources, within the budget.
    func draft(_ story: Story) async throws {
        let sources = try await ledger.sources(of: story.id)
        guard let kind = try await ledger.kind(of: story.id) else {
            return try await rest(story, as: .dead(reason: "gathered without a kind of article"))
        }
        let secret = try await ledger.secret()
        func request(for endpoint: Endpoint) -> DraftRequest {
            DraftRequest(
                story: story.id, sources: sources, kind: kind, secret: secret, prompts: prompts,
                room: Self.room(for: endpoint), zone: settings.site.zone)
        }
        let answer: Answer
        do {
            answer = try await self.answer(for: story, purpose: .draft) { request(for: $0).chat }
        } catch let error as ChatError {
            guard case .declined = error else { throw error }
            return try await rest(story, as: .rejected(reason: error.description))
        }
        if let defect = defect(of: answer.text) {
            return try await rest(
                story, as: .held(reason: "\(defect); the answer is kept in model_call"))
        }
        let shown = request(for: answer.endpoint).shown
        try await ledger.settle(
            story, draft: answer.text, kind: kind, call: answer.call,
            shown: Dictionary(uniqueKeysWithValues: shown.map { ($0.number, $0.text.utf8.count) }),
            now: effects.now())
        report(.reached(story: story.id, .drafted, detail: nil))
    }

    /// Why an answer is no draft; nil when it is one.
    private func defect(of answer: String) -> String? {
        do throws(DraftError) {
            _ = try parseDraft(answer)
            return nil
        } catch {
            return error.description
        }
    }

    /// Bytes for the sources' texts: two a token, where tokenizers make about three of Chinese and
    /// four of English; 6,000 tokens are left for the instructions.
    private static func room(for endpoint: Endpoint) -> Int {
        max(2000, (endpoint.context - endpoint.answer - 6000) * 2)
    }
}
