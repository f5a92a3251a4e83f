import Chat
import Domain
import Foundation
import Ledger
import Pipeline
import Synchronization
import Testing
import Web

struct SettlingTests {
    private let model = """
          - url: http://first.example/v1
            model: one
            answer: 1000
            price: {prompt: 1, answer: 1}
        """

    private static func answer(_ body: String, to request: Request) -> Response {
        Response(status: 200, headers: Headers([]), body: Array(body.utf8), url: request.url)
    }

    @Test(arguments: [
        #"{"choices":[{"message":{"content":""},"finish_reason":"content_filter"}],"#,
        #"{"choices":[{"message":{"refusal":"no"},"finish_reason":"stop"}],"#,
        #"{"error":{"message":"out of memory"},"#, #"{"choices":[],"#,
    ])
    func `settles by what a call without an answer used`(beginning: String) async throws {
        let desk = try AnsweringDesk(model)
        let story = try await desk.story()
        let body = beginning + #""usage":{"prompt_tokens":40,"completion_tokens":2}}"#
        let line = try desk.line { Self.answer(body, to: $0) }
        await #expect(throws: ChatError.self) {
            try await line.answer(to: AnsweringDesk.chat(), for: story, purpose: .draft)
        }
        let row = try #require(try await desk.ledger.spending().first)
        #expect(row.cost == 42 && row.reserved == 0)
    }

    @Test func `keeps the reservation of a call that does not say what it used`() async throws {
        let desk = try AnsweringDesk(model)
        let story = try await desk.story()
        let line = try desk.line { Self.answer(#"{"error":{"message":"gone"}}"#, to: $0) }
        await #expect(throws: ChatError.self) {
            try await line.answer(to: AnsweringDesk.chat(), for: story, purpose: .draft)
        }
        let row = try #require(try await desk.ledger.spending().first)
        #expect(row.cost == 0 && row.reserved == AnsweringDesk.chat().tokenCeiling + 1000)
    }

    @Test func `asks again what was declined when a person bids to`() async throws {
        let desk = try AnsweringDesk(model)
        let story = try await desk.story()
        let line = try desk.line { request in
            desk.hosts.count > 1
                ? AnsweringDesk.reply(to: request)
                : Self.answer(
                    #"{"choices":[{"message":{"refusal":"no"},"finish_reason":"stop"}]}"#,
                    to: request)
        }
        let chat = AnsweringDesk.chat()
        await #expect(throws: ChatError.declined(endpoint: "one", reason: "no")) {
            try await line.answer(to: chat, for: story, purpose: .draft)
        }
        #expect(try await line.answer(to: chat, for: story, purpose: .draft).text == "{}")
    }

    @Test func `calls an endpoint no more often at a time than it bears`() async throws {
        let desk = try AnsweringDesk(
            "  - {url: \"http://first.example/v1\", model: one, answer: 1000, parallel: 3}")
        let story = try await desk.story()
        let calls = Mutex((now: 0, most: 0))
        let line = try desk.line { request throws(FetchError) in
            calls.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            // Long enough for the others to come.
            for _ in 0..<500 { await Task.yield() }
            calls.withLock { $0.now -= 1 }
            return AnsweringDesk.reply(to: request)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                let purpose: CallRequest.Purpose = [.draft, .judge, .group][number % 3]
                group.addTask {
                    _ = try await line.answer(
                        to: AnsweringDesk.chat("\(number)"),
                        for: purpose == .group ? nil : story, purpose: purpose)
                }
            }
            try await group.waitForAll()
        }
        #expect(desk.hosts.count == 20)
        #expect(calls.withLock { $0.most } == 3)
    }

    @Test func `lets a call that waits for another be stopped`() async throws {
        let desk = try AnsweringDesk(
            "  - {url: \"http://first.example/v1\", model: one, answer: 1000, parallel: 1}")
        let story = try await desk.story()
        let (begun, mark) = AsyncStream.makeStream(of: Void.self)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let line = try desk.line { request throws(FetchError) in
            mark.yield()
            for await _ in released { break }
            return AnsweringDesk.reply(to: request)
        }
        let first = Task {
            try await line.answer(to: AnsweringDesk.chat("1"), for: story, purpose: .draft)
        }
        for await _ in begun { break }
        let second = Task {
            try await line.answer(to: AnsweringDesk.chat("2"), for: story, purpose: .judge)
        }
        for _ in 0..<500 { await Task.yield() }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        release.yield()
        #expect(try await first.value.text == "{}")
        #expect(desk.hosts.count == 1)
        // What never was sent reserved nothing.
        #expect(try await desk.ledger.spending().reduce(0) { $0 + $1.calls } == 1)
    }
}
