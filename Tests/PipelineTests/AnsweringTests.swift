import Chat
import Domain
import Foundation
import Ledger
import Pipeline
import Synchronization
import Testing
import Web

struct AnsweringTests {
    private let two = """
          - {url: "http://first.example/v1", model: one, answer: 1000}
          - {url: "http://second.example/v1", model: two, answer: 1000}
        """

    @Test func `asks the next endpoint when one refuses its key, and says so once`() async throws {
        let desk = try AnsweringDesk(two)
        let line = try desk.line { request in
            request.url.contains("first")
                ? AnsweringDesk.refusal(401, to: request) : AnsweringDesk.reply(to: request)
        }
        let story = try await desk.story()
        for minutes in [0, 1, 16, 50] {
            desk.clock.withLock {
                $0 = AnsweringDesk.start.addingTimeInterval(Double(minutes) * 60)
            }
            let answer = try await line.answer(
                to: AnsweringDesk.chat("\(minutes)"), for: story, purpose: .draft)
            #expect(answer.endpoint.name == "two")
        }
        // At minute 1 the first rests; fifteen minutes later it is tried, then half an hour later.
        let first = "first.example"
        let second = "second.example"
        #expect(desk.hosts == [first, second, second, first, second, first, second])
        let said = desk.events.withLock { $0 }
        #expect(said.count == 1)
        let problems = try await desk.ledger.problems()
        #expect(problems.first?.detail?.contains("refused the key") == true)
    }

    @Test func `keeps an answer under its request, whoever gave it`() async throws {
        let desk = try AnsweringDesk(two)
        let story = try await desk.story()
        let line = try desk.line { request in
            request.url.contains("first")
                ? AnsweringDesk.refusal(500, to: request) : AnsweringDesk.reply("{1}", to: request)
        }
        let chat = AnsweringDesk.chat()
        let answer = try await line.answer(to: chat, for: story, purpose: .draft)
        #expect(answer.text == "{1}")
        #expect(try await line.answer(to: chat, for: story, purpose: .draft) == answer)
        #expect(desk.hosts.count == 2)
    }

    @Test func `opens the circuit after five failures in a row, and closes it again`() async throws
    {
        let desk = try AnsweringDesk(
            "  - {url: \"http://first.example/v1\", model: one, answer: 1000}")
        let story = try await desk.story()
        let broken = try desk.line { AnsweringDesk.refusal(500, to: $0) }
        for number in 1...5 {
            await #expect(throws: ChatError.self) {
                try await broken.answer(
                    to: AnsweringDesk.chat("\(number)"), for: story, purpose: .draft)
            }
        }
        #expect(desk.hosts.count == 5)
        let pause = try #require(try await desk.ledger.endpoint("one")?.pause)
        #expect(pause.until == AnsweringDesk.start.addingTimeInterval(60))
        #expect(pause.reason.contains("5 failures in a row"))
        // The circuit is open for a minute, which is waited out; the next failure opens it for two.
        await #expect(throws: ChatError.self) {
            try await broken.answer(to: AnsweringDesk.chat("6"), for: story, purpose: .draft)
        }
        #expect(desk.hosts.count == 6)
        await #expect {
            try await broken.answer(to: AnsweringDesk.chat("7"), for: story, purpose: .draft)
        } throws: { ($0 as? any Failure)?.remedy == .wait(.seconds(120)) }
        #expect(desk.hosts.count == 6)
        desk.turn(by: .seconds(121))
        let well = try desk.line { AnsweringDesk.reply(to: $0) }
        _ = try await well.answer(to: AnsweringDesk.chat("8"), for: story, purpose: .draft)
        #expect(try await desk.ledger.endpoint("one")?.pause == nil)
    }

    @Test func `learns once how far a service can be held to a form`() async throws {
        let desk = try AnsweringDesk(
            "  - {url: \"http://first.example/v1\", model: one, answer: 1000}")
        let story = try await desk.story()
        let line = try desk.line { request in
            String(decoding: request.body, as: UTF8.self).contains("response_format")
                ? AnsweringDesk.refusal(400, "unknown field response_format", to: request)
                : AnsweringDesk.reply(to: request)
        }
        _ = try await line.answer(to: AnsweringDesk.chat("1"), for: story, purpose: .draft)
        #expect(desk.bodies().map { $0.contains("json_schema") } == [true, false, false])
        #expect(desk.bodies().map { $0.contains("json_object") } == [false, true, false])
        _ = try await line.answer(to: AnsweringDesk.chat("2"), for: story, purpose: .draft)
        #expect(desk.hosts.count == 4)
        #expect(try await desk.ledger.endpoint("one")?.output == "text")
        // One call each, however often it was asked.
        #expect(try await desk.ledger.spending().first?.calls == 2)
    }

    @Test func `waits a moment in its place, and longer in the queue`() async throws {
        let desk = try AnsweringDesk(
            "  - {url: \"http://first.example/v1\", model: one, answer: 1000}")
        let story = try await desk.story()
        let line = try desk.line { request in
            desk.hosts.count < 3
                ? AnsweringDesk.refusal(503, "Loading model", to: request)
                : AnsweringDesk.reply(to: request)
        }
        _ = try await line.answer(to: AnsweringDesk.chat("1"), for: story, purpose: .draft)
        #expect(desk.clock.withLock { $0 } == AnsweringDesk.start.addingTimeInterval(10))
        let busy = try desk.line {
            AnsweringDesk.refusal(429, to: $0, headers: [(name: "Retry-After", value: "3600")])
        }
        await #expect {
            try await busy.answer(to: AnsweringDesk.chat("2"), for: story, purpose: .draft)
        } throws: { ($0 as? any Failure)?.remedy == .wait(.seconds(3600)) }
        #expect(try await desk.ledger.problems().filter { $0.kind == "endpoint" }.isEmpty)
    }

    @Test func `keeps to the requests and tokens of a minute`() async throws {
        let desk = try AnsweringDesk(
            """
              - url: http://first.example/v1
                model: one
                answer: 1000
                requests_per_minute: 2
            """)
        let story = try await desk.story()
        let line = try desk.line { AnsweringDesk.reply(to: $0) }
        for number in 1...5 {
            _ = try await line.answer(
                to: AnsweringDesk.chat("\(number)"), for: story, purpose: .draft)
        }
        #expect(desk.clock.withLock { $0 } == AnsweringDesk.start.addingTimeInterval(120))
    }

    @Test func `stays with one endpoint's headers until they let it go on`() async throws {
        let desk = try AnsweringDesk(two)
        let story = try await desk.story()
        let line = try desk.line { request in
            AnsweringDesk.reply(
                to: request,
                headers: [
                    (name: "x-ratelimit-remaining-requests", value: "0"),
                    (name: "x-ratelimit-reset-requests", value: "20s"),
                ])
        }
        for number in 1...3 {
            _ = try await line.answer(
                to: AnsweringDesk.chat("\(number)"), for: story, purpose: .draft)
        }
        #expect(desk.hosts == ["first.example", "second.example", "first.example"])
        #expect(desk.clock.withLock { $0 } == AnsweringDesk.start.addingTimeInterval(20))
    }

    @Test func `pauses and names an endpoint that bills more than it was allowed`() async throws {
        let desk = try AnsweringDesk(two)
        let story = try await desk.story()
        let line = try desk.line { AnsweringDesk.reply(to: $0, answer: 1001) }
        let answer = try await line.answer(to: AnsweringDesk.chat(), for: story, purpose: .draft)
        #expect(answer.text == "{}")
        let problem = try #require(try await desk.ledger.problems().first)
        #expect(problem.name == "one")
        #expect(problem.detail?.contains("1001 of answer, where 1000") == true)
    }

    @Test func `asks another model to judge than the one that wrote`() async throws {
        let desk = try AnsweringDesk(
            """
              - {url: "http://first.example/v1", model: one, answer: 1000}
              - {url: "http://second.example/v1", model: two, answer: 1000, roles: [judge]}
            """)
        let story = try await desk.story()
        let line = try desk.line { AnsweringDesk.reply(to: $0) }
        let draft = try await line.answer(
            to: AnsweringDesk.chat("write"), for: story, purpose: .draft)
        let verdict = try await line.answer(
            to: AnsweringDesk.chat("judge"), for: story, purpose: .judge,
            avoiding: draft.endpoint.model)
        // Grouping belongs to no story.
        let group = try await line.answer(
            to: AnsweringDesk.chat("group"), for: nil, purpose: .group)
        #expect([draft, verdict, group].map(\.endpoint.model) == ["one", "two", "one"])
    }

    @Test func `lets a stopped call keep its reservation`() async throws {
        let desk = try AnsweringDesk(two, more: "budget: {day: {tokens: 1200}}")
        let story = try await desk.story()
        let line = try desk.line { _ throws(FetchError) in throw .cancelled }
        await #expect(throws: CancellationError.self) {
            try await line.answer(to: AnsweringDesk.chat(), for: story, purpose: .draft)
        }
        await #expect {
            try await line.answer(to: AnsweringDesk.chat("2"), for: story, purpose: .draft)
        } throws: { "\($0)".contains("the budget of the day is used up") }
    }
}
