import Domain
import Foundation
import Ledger
import Testing

struct LineTests {
    let now = TemporaryLedger.start

    @Test func `carries a story from its sources to its file`() async throws {
        let temporary = try TemporaryLedger()
        let ledger = temporary.ledger
        let id = try await temporary.queuedStory()
        let source = Source(
            number: 1, kind: .page, url: "http://a.example/1", title: "标题", publisher: "甲报",
            retrieved: now, text: "某地发布新规。")
        var story = try #require(try await ledger.take(.queued, attempts: 8, now: now))
        try await ledger.settle(
            story, sources: [GatheredSource(source, status: 200)], kind: .brief, now: now)
        #expect(try await ledger.sources(of: id) == [source])

        story = try #require(try await ledger.take(.gathered, attempts: 5, now: now))
        let call = try await ledger.reserve(call(for: id), within: Caps(), now: now)
        try await ledger.settle(call: call, as: result, now: now)
        try await ledger.settle(
            story, draft: "{}", kind: .brief, call: call, shown: [1: 21], now: now)

        story = try #require(try await ledger.take(.drafted, attempts: 5, now: now))
        let draft = try #require(try await ledger.draft(of: id))
        #expect(draft.shown == [1: 21])
        let sentence = ProvenDraft.Sentence(
            text: "某地发布新规。", evidence: [Evidence(source: 1, range: 0..<21)])
        let proven = ProvenDraft(
            title: "题", tldr: [], slug: "s", keywords: [],
            paragraphs: [.init(heading: "", sentences: [sentence])])
        let article = ArticleRecord(
            path: "2026-06-09-s.md", bytes: Array("正文".utf8), sha256: "cc", title: "题",
            sourceURL: source.url, sync: now, wordCount: 2, cited: [1])
        try await ledger.settle(
            story, draft: draft.id, proven: proven,
            findings: [
                Finding(rule: "evidence.snapped", severity: .mended, place: .title, message: "m")
            ],
            decision: .approved(article), now: now)

        story = try #require(try await ledger.take(.approved, attempts: 20, now: now))
        #expect(try await ledger.article(of: id) == article)
        try await ledger.settlePublished(story, now: now)
        let row = try #require(try await ledger.published().first)
        #expect(row.path == "2026-06-09-s.md")
        #expect(row.sourceURL == source.url)
        #expect(row.footnotes == 1)
        #expect(try await ledger.spending().first?.cost == 7)
        let detail = try #require(try await ledger.detail(of: id))
        #expect(detail.findings.count == 1)
        #expect(detail.attempts.count == 4)
    }

    @Test func `recalls an answer that was paid for`() async throws {
        let temporary = try TemporaryLedger()
        let id = try await temporary.queuedStory()
        #expect(try await temporary.ledger.answer(to: "key") == nil)
        let row = try await temporary.ledger.reserve(call(for: id), within: Caps(), now: now)
        #expect(try await temporary.ledger.answer(to: "key") == nil)
        try await temporary.ledger.settle(call: row, as: result, now: now)
        #expect(try await temporary.ledger.answer(to: "key")?.text == "{}")
        // One that could not be used is asked for anew, and stays to be read.
        try await temporary.ledger.void([row])
        #expect(try await temporary.ledger.answer(to: "key") == nil)
    }

    @Test func `never lets spent plus reserved pass a cap, whatever runs in parallel`() async throws
    {
        let temporary = try TemporaryLedger()
        let id = try await temporary.queuedStory()
        let caps = Caps(day: Caps.Cap(money: 95))
        let ledger = temporary.ledger
        let call = call(for: id)
        let granted = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    (try? await ledger.reserve(call, within: caps, now: TemporaryLedger.start))
                        != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(granted == 9)
        #expect(try await ledger.spending().first?.reserved == 90)
    }

    private func call(for story: String) -> CallRequest {
        CallRequest(
            story: story, purpose: .draft, endpoint: "main", model: "m", requestKey: "key",
            prompt: PromptRecord(name: "draft", text: "t", sha256: "dd"), day: "2026-06-09",
            tokens: 100, cost: 10)
    }

    private var result: CallResult {
        CallResult(
            promptTokens: 50, completionTokens: 10, cost: 7, duration: .seconds(1),
            outcome: "answered", answer: "{}")
    }
}
