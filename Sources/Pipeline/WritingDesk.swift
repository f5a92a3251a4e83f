import Chat
import Configuration
import Domain
import Drafting
import Foundation
import Ledger

/// One story at the hands of a model: the requests that lead from its sources to a draft.
struct WritingDesk {
    let line: Line
    let story: Story
    let kind: ArticleKind
    let sources: [Source]
    let earlier: DraftRequest.Earlier?
    let secret: String

    struct Written {
        let answer: Answer
        let shown: [Source]
    }

    /// The answers are no draft.
    struct Unusable: Error {
        let defect: DraftError
        let calls: [Int64]
    }

    /// How often an answer that is no draft is sent back.
    private static let returns = 2

    /// Writes with as much of the sources as fits; where an endpoint finds it too much all the same,
    /// with half of that.
    func write() async throws -> Written {
        let extracts = try await extracted()
        var shrink = 1
        while true {
            do {
                return try await write(from: extracts, shrink: shrink)
            } catch let error as ChatError {
                guard case .tooLong = error, shrink < 16 else { throw error }
                shrink *= 2
            }
        }
    }

    /// Bytes of each source that the model was shown: of one that was extracted, all.
    func bytes(of shown: [Source]) -> [Int: Int] {
        Dictionary(
            uniqueKeysWithValues: zip(sources, shown).map { whole, part in
                let count = part.text.utf8.count
                let isBeginning = whole.text.utf8.starts(with: part.text.utf8)
                return (whole.number, isBeginning ? count : whole.text.utf8.count)
            })
    }

    private func write(from extracts: [Source], shrink: Int) async throws -> Written {
        let all = extracts.reduce(0) { $0 + $1.text.utf8.count }
        func request(for endpoint: Endpoint) -> DraftRequest {
            DraftRequest(
                story: story.id, sources: extracts, kind: kind, earlier: earlier, secret: secret,
                prompts: line.prompts, room: min(Self.room(for: endpoint), all) / shrink,
                zone: line.settings.site.zone)
        }
        var calls: [Int64] = []
        var last: (round: Int, defect: DraftError)?
        while true {
            let answer = try await line.answer(for: story, purpose: .draft) { endpoint in
                let request = request(for: endpoint)
                return last.map { request.again($0.round, after: $0.defect).chat } ?? request.chat
            }
            calls.append(answer.call)
            do throws(DraftError) {
                _ = try parseDraft(answer.text)
                return Written(answer: answer, shown: request(for: answer.endpoint).shown)
            } catch {
                let round = (last?.round ?? 0) + 1
                guard round <= Self.returns else { throw Unusable(defect: error, calls: calls) }
                last = (round, error)
            }
        }
    }

    /// The sources, where one that would be cut to little is represented by the paragraphs that a
    /// model selects. One whose selection cannot be used is left to be cut.
    private func extracted() async throws -> [Source] {
        let room = line.models(for: .draft).map { Self.room(for: $0.endpoint) }.max() ?? 0
        let shares = Shares(of: sources, in: room)
        var extracted: [Source] = []
        for source in sources {
            let isTooLong = shares.isTooLong(source)
            extracted.append(
                isTooLong ? try await extract(source, share: shares.share(of: source)) : source)
        }
        return extracted
    }

    private func extract(_ source: Source, share: Int) async throws -> Source {
        func request(for endpoint: Endpoint) -> ExtractRequest {
            ExtractRequest(
                of: source, headline: story.headline, secret: secret, prompts: line.prompts,
                room: Self.room(for: endpoint), share: share)
        }
        do {
            let answer = try await line.answer(for: story, purpose: .extract) {
                request(for: $0).chat
            }
            return try request(for: answer.endpoint).extract(answer.text)
        } catch is DraftError {
            return source
        } catch let error as ChatError {
            guard case .tooLong = error else { throw error }
            return source
        }
    }

    /// Bytes for the sources' texts: two a token, where tokenizers make about three of Chinese and
    /// four of English; 6,000 tokens are left for the instructions.
    private static func room(for endpoint: Endpoint) -> Int {
        max(2000, (endpoint.context - endpoint.answer - 6000) * 2)
    }
}

extension DraftRequest.Earlier {
    init(_ earlier: EarlierArticle) {
        self.init(
            title: earlier.title, summary: earlier.summary, published: earlier.published)
    }
}
