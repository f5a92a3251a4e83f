import Chat
import Configuration
import Domain
import Drafting
import Foundation
import Judging
import Ledger
import Verification

extension Line {
    /// What came of asking a judge.
    enum Judged {
        /// The settings ask none.
        case notAsked
        case judged([Place: Judgment])
        /// Nobody could be believed or reached: why.
        case failed(String)

        var judgments: [Place: Judgment]? {
            if case .judged(let judgments) = self { judgments } else { nil }
        }
    }

    /// Has a model other than the writer's, where there is one, judge the claims of a draft that the
    /// rules let pass. What was judged before, word for word, is not asked again; what does not fit
    /// into three calls is not judged.
    func judged(
        _ claims: [Claim], of story: Story, _ record: DraftRecord, _ sources: SourceReadings
    ) async throws -> Judged {
        guard settings.publish.judge else { return .notAsked }
        let known = try await ledger.judgments(of: story.id)
        var judgments: [Place: Judgment] = [:]
        var open: [Claim] = []
        for claim in claims where claim.isCheckworthy || !claim.cues.isEmpty {
            if claim.evidence.isEmpty {
                judgments[claim.place] = Judgment(
                    word: .notFound, slip: .extrinsic, note: "no sentence of the body says it")
            } else if let judgment = known[claim.key] {
                judgments[claim.place] = judgment
            } else {
                open.append(claim)
            }
        }
        // What a rule has doubts of is asked first.
        let order = open.filter { !$0.cues.isEmpty } + open.filter(\.cues.isEmpty)
        for chunk in order.prefix(3 * JudgeRequest.most).chunks(of: JudgeRequest.most) {
            switch try await ask(chunk, of: story, record, sources) {
            case .judged(let more): judgments.merge(more) { _, new in new }
            case .failed(let reason): return .failed(reason)
            case .notAsked: return .notAsked
            }
        }
        return .judged(judgments)
    }

    /// One request, and once more when the answer is not to be believed.
    private func ask(
        _ claims: [Claim], of story: Story, _ record: DraftRecord, _ sources: SourceReadings
    ) async throws -> Judged {
        let secret = try await ledger.secret()
        var reason = ""
        for attempt in 1...2 {
            guard
                let request = JudgeRequest(
                    claims, sources: sources, seed: "\(story.id) \(attempt)", secret: secret)
            else { return .failed("no source has a sentence to test a judge with") }
            let (system, user) = prompts.judge.render(request.facts)
            let chat = request.chat(system: system, user: user, prompt: prompts.judge.source)
            let answer: Answer
            do {
                answer = try await self.answer(
                    to: chat, for: story, purpose: .judge, avoiding: record.model)
            } catch {
                return .failed(try givenUp(error, story, record))
            }
            do throws(JudgeError) {
                return .judged(try request.judgments(from: answer.text))
            } catch {
                reason = error.description
            }
        }
        return .failed("\(reason), twice")
    }

    /// Why no judge is waited for any longer; throws what is still to be waited for.
    private func givenUp(_ error: any Error, _ story: Story, _ record: DraftRecord) throws -> String
    {
        let isLate =
            effects.now().timeIntervalSince(record.made) > settings.publish.judgeWait.inSeconds
        switch error {
        case let error as ChatError:
            if case .declined = error { return error.description }
            if isLate || story.attempts >= Self.verifyAttempts {
                return "no judge could be reached: \(error.description)"
            }
        case let rest as Rest:
            if isLate { return "no judge could be reached: \(rest.reason)" }
        case LedgerError.overBudget(.article, _): return "\(error)"
        default: break
        }
        throw error
    }

    /// How often a draft is tried to be verified.
    static let verifyAttempts = 5
}

extension Claim {
    /// The same for the same words and evidence.
    var key: String {
        let spans = evidence.map { "\($0.source):\($0.range.lowerBound)-\($0.range.upperBound)" }
        return SHA256.hexDigest(Array((text + "\n" + spans.joined(separator: " ")).utf8))
    }
}

extension Collection {
    fileprivate func chunks(of size: Int) -> [[Element]] {
        var chunks: [[Element]] = []
        for element in self {
            if let last = chunks.last, last.count < size {
                chunks[chunks.count - 1].append(element)
            } else {
                chunks.append([element])
            }
        }
        return chunks
    }
}
