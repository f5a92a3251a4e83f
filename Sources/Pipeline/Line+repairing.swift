import Chat
import Domain
import Drafting
import Editing
import Foundation
import Judging
import Ledger
import Verification

extension Line {
    /// Rounds of repair that a draft gets.
    static let repairRounds = 2

    /// The draft with what does not stand repointed to another source or written anew from its
    /// evidence, and the call that did; nil when there is nothing that helps.
    func repaired(
        _ draft: Draft, _ inspection: Inspection, _ judgments: [Place: Judgment]?,
        of story: Story, _ record: DraftRecord, _ sources: SourceReadings
    ) async throws -> (draft: Draft, call: Int64)? {
        let weak = inspection.sentences.filter { $0.isWeak(judgments) }
        guard !weak.isEmpty else { return nil }
        var better = draft
        let repointer = Repointer(sources)
        var open: [(claim: Claim, reason: String)] = []
        for claim in weak {
            guard case .sentence(let paragraph, let index) = claim.place else { continue }
            let sentence = draft.paragraphs[paragraph].sentences[index]
            let judgment = judgments?[claim.place]
            // What a judge read and did not find there is not found there a second time.
            let avoided = judgment == nil ? [] : Set(claim.evidence.map(\.source))
            if let other = repointer.repointed(sentence, avoiding: avoided), other != sentence {
                better.paragraphs[paragraph].sentences[index] = other
            } else if !claim.evidence.isEmpty {
                open.append((claim, reason(for: claim, inspection, judgment)))
            }
        }
        let rewritten = try await rewritten(open, of: story, record, sources.all)
        for (place, text) in rewritten?.texts ?? [:] {
            guard case .sentence(let paragraph, let index) = place,
                let claim = weak.first(where: { $0.place == place })
            else { continue }
            better.paragraphs[paragraph].sentences[index] = Draft.Sentence(
                evidence: claim.evidence.map { quotation($0, sources.all) }, text: text)
        }
        return better == draft ? nil : (better, rewritten?.call ?? record.call)
    }

    private func reason(
        for claim: Claim, _ inspection: Inspection, _ judgment: Judgment?
    ) -> String {
        let hard = inspection.findings.filter { $0.place == claim.place && $0.severity == .hard }
        let words = hard.prefix(3).map(\.message).joined(separator: "; ")
        return words.isEmpty
            ? "\(judgment?.word.rawValue ?? "not judged"): \(judgment?.note ?? "")" : words
    }

    /// New words for sentences, and the call that brought them. Nil when there is nobody to ask:
    /// what is not rewritten falls, which is safe.
    private func rewritten(
        _ open: [(claim: Claim, reason: String)], of story: Story, _ record: DraftRecord,
        _ sources: [Source]
    ) async throws -> (texts: [Place: String], call: Int64)? {
        guard !open.isEmpty else { return nil }
        let request = RewriteRequest(
            open, sources: sources, seed: "\(story.id) \(record.round)",
            secret: try await ledger.secret())
        let (system, user) = prompts.repair.render(request.facts)
        let chat = request.chat(system: system, user: user, prompt: prompts.repair.source)
        do {
            let answer = try await answer(to: chat, for: story, purpose: .repair)
            return (request.rewrites(from: answer.text), answer.call)
        } catch let error as CancellationError {
            throw error
        } catch is any Failure {
            return nil
        }
    }

    private func quotation(_ evidence: Evidence, _ sources: [Source]) -> Draft.Quotation {
        let text = sources.first { $0.number == evidence.source }?.text ?? ""
        let bytes = Array(text.utf8)
        let span = evidence.range.upperBound <= bytes.count ? bytes[evidence.range] : []
        return Draft.Quotation(
            source: "s\(evidence.source)", span: String(decoding: span, as: UTF8.self))
    }
}

extension Claim {
    /// Does not stand as it is, or only in part.
    func isWeak(_ judgments: [Place: Judgment]?) -> Bool {
        isUnsupported(judgments) || judgments?[place]?.word == .partial
    }

    /// Nothing supports it: a rule condemns it, or a judge did not find it.
    func isUnsupported(_ judgments: [Place: Judgment]?) -> Bool {
        if isCondemned { return true }
        guard let judgments else { return false }
        switch judgments[place]?.word {
        case .supported, .partial: return false
        case .contradicted, .notFound: return true
        case nil: return isCheckworthy || !cues.isEmpty
        }
    }
}
