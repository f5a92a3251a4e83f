import Chat
import Domain
import Foundation
import Ledger
import Pipeline
import Testing
import Web

struct WritingTests {
    private let model = "  - {url: \"http://first.example/v1\", model: one, answer: 1000}"
    private let draft = """
        {"paragraphs":[{"heading":"","sentences":[{"evidence":[{"source":"s1","span":"某地"}],\
        "text":"句子。"}]}],"title":"题","tldr":["提要"],"slug":"a","keywords":[]}
        """

    private func source(_ text: String, _ number: Int) -> Source {
        Source(
            number: number, kind: .page, url: "http://a.example/\(number)", title: "题",
            retrieved: AnsweringDesk.start, text: text)
    }

    private func write(
        _ desk: AnsweringDesk, _ texts: [String],
        answer: @escaping @Sendable (Request) throws(FetchError) -> Response
    ) async throws -> QueueRow {
        let story = try await desk.story()
        let sources = texts.enumerated().map { index, text in
            GatheredSource(source(text, index + 1))
        }
        try await desk.ledger.settle(
            story, sources: sources, kind: .brief, now: AnsweringDesk.start)
        let line = try desk.line(answer: answer)
        let taken = try #require(
            try await desk.ledger.take(.gathered, attempts: 5, now: AnsweringDesk.start))
        try await line.draft(taken)
        return try #require(try await desk.ledger.queue().first)
    }

    @Test func `sends an answer that is no draft back with what is wrong`() async throws {
        let desk = try AnsweringDesk(model)
        let bad = draft.replacing("\"题\"", with: "7")
        let good = draft
        let row = try await write(desk, ["某地发布新规。"]) { request in
            AnsweringDesk.reply(desk.hosts.count < 3 ? bad : good, to: request)
        }
        #expect(row.state == "drafted")
        #expect(
            desk.bodies().map { $0.contains("the draft's title is not a text") } == [
                false, true, true,
            ])
        #expect(Set(desk.bodies()).count == 3)
    }

    @Test func `holds a story after two answers more`() async throws {
        let desk = try AnsweringDesk(model)
        let row = try await write(desk, ["某地发布新规。"]) { AnsweringDesk.reply("不行", to: $0) }
        #expect(row.state == "held")
        #expect(row.reason?.contains("text instead of a JSON object") == true)
        #expect(desk.hosts.count == 3)
    }

    @Test func `cuts the sources when an endpoint finds them too long`() async throws {
        let desk = try AnsweringDesk(model)
        let long = (0..<200).map { "第 \($0) 段，某地发布了一项新的规定，涉及多个方面。" }
            .joined(separator: "\n\n")
        let good = draft
        let row = try await write(desk, [long]) { request in
            request.body.count > 9000
                ? AnsweringDesk.refusal(
                    400, "the request exceeds the available context size", to: request)
                : AnsweringDesk.reply(good, to: request)
        }
        #expect(row.state == "drafted")
        let sizes = desk.bodies().map(\.utf8.count)
        #expect(sizes.count > 1 && sizes == sizes.sorted(by: >))
        #expect(!desk.bodies().contains { $0.contains("Kind: extract") })
        #expect(try await desk.ledger.problems().filter { $0.kind == "endpoint" }.isEmpty)
    }

    @Test func `has long sources read one by one, and drafts from what was selected`() async throws
    {
        let desk = try AnsweringDesk(
            "  - {url: \"http://first.example/v1\", model: one, context: 10000, answer: 1000}")
        let long = (1...150).map { "第 \($0) 段，某地发布了一项新的规定，涉及多个方面。" }
            .joined(separator: "\n\n")
        let good = draft
        let row = try await write(desk, [long, "另一个来源很短。"]) { request in
            String(decoding: request.body, as: UTF8.self).contains("Kind: extract")
                ? AnsweringDesk.reply("{\"paragraphs\":[2,70,999]}", to: request)
                : AnsweringDesk.reply(good, to: request)
        }
        #expect(row.state == "drafted")
        let bodies = desk.bodies()
        #expect(bodies.map { $0.contains("Kind: extract") } == [true, false])
        #expect(bodies[1].contains("第 2 段") && bodies[1].contains("第 70 段"))
        #expect(!bodies[1].contains("第 3 段") && bodies[1].contains("另一个来源很短"))
        // Evidence may be looked for in all of it.
        let record = try #require(try await desk.ledger.draft(of: row.id))
        #expect(record.shown[1] == long.utf8.count)
        let purposes = try await desk.ledger.spending().map(\.purpose).sorted()
        #expect(purposes == ["draft", "extract"])
    }
}
