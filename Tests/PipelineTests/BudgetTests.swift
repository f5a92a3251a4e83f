import Chat
import Domain
import Foundation
import Ledger
import Pipeline
import TestSupport
import Testing
import Web

struct BudgetTests {
    private let model = """
          - url: http://first.example/v1
            model: one
            answer: 1000
            price: {prompt: 1, answer: 1}
        """

    /// What one call reserves, in tokens: the request and its answer.
    private var reservation: Int { AnsweringDesk.chat("00").tokenCeiling + 1000 }

    @Test(arguments: ["day", "month", "feed", "article"])
    func `never passes a cap with fifty calls side by side`(scope: String) async throws {
        let cap = 20_500
        let desk = try AnsweringDesk(model, more: "budget: {\(scope): {tokens: \(cap)}}")
        let story = try await desk.story()
        let reservation = reservation
        let line = try desk.line { request throws(FetchError) in
            // A third is answered cheaply, a third breaks off and may have been billed in full.
            switch Int(desk.hosts.count) % 3 {
            case 0: AnsweringDesk.reply(to: request, prompt: 40, answer: 300)
            case 1: AnsweringDesk.refusal(401, to: request)
            default: throw .reset(host: "first.example", reason: "gone")
            }
        }
        await withTaskGroup(of: Void.self) { group in
            for number in 10..<60 {
                group.addTask {
                    _ = try? await line.answer(
                        to: AnsweringDesk.chat("\(number)"), for: story, purpose: .draft)
                }
            }
        }
        #expect(try await taken(desk) <= cap)
        #expect(try await exhaust(desk, story, from: 60).contains("budget of the \(scope)"))
        let taken = try await taken(desk)
        #expect(taken <= cap && taken > cap - reservation)
    }

    @Test func `says until when the queue waits for money`() async throws {
        let desk = try AnsweringDesk(model, more: "budget: {day: {money: 0.0013}}")
        let story = try await desk.story()
        let line = try desk.line { AnsweringDesk.reply(to: $0, prompt: 11, answer: 4) }
        var answered = 0
        do {
            while answered < 100 {
                _ = try await line.answer(
                    to: AnsweringDesk.chat("\(answered)"), for: story, purpose: .draft)
                answered += 1
            }
            Issue.record("the budget held nothing back")
        } catch {
            // Midnight in Shanghai.
            #expect("\(error)".contains("waits until 2026-06-09T16:00:00.000Z"))
        }
        #expect(answered > 1)
        let row = try #require(try await desk.ledger.spending().first)
        #expect(row.cost == answered * 15)
        #expect(row.cost + row.reserved <= 1300)
    }

    @Test(arguments: [(Int.min, Int.min, 0), (-1000, 5, 5), (Int.max, Int.max, 2_000_000_000)])
    func `survives a service that counts nonsense`(prompt: Int, answer: Int, cost: Int) async throws
    {
        let desk = try AnsweringDesk(model)
        let story = try await desk.story()
        let line = try desk.line { AnsweringDesk.reply(to: $0, prompt: prompt, answer: answer) }
        _ = try await line.answer(to: AnsweringDesk.chat(), for: story, purpose: .draft)
        #expect(try await taken(desk) == cost)
    }

    @Test func `names a cap that not even one call fits under`() async throws {
        let desk = try AnsweringDesk(model, more: "budget: {month: {tokens: 500}}")
        let story = try await desk.story()
        let line = try desk.line { AnsweringDesk.reply(to: $0) }
        await #expect {
            try await line.answer(to: AnsweringDesk.chat(), for: story, purpose: .draft)
        } throws: {
            "\($0)".contains("one call may cost more than the budget of the month")
                && ($0 as? any Failure)?.remedy == .mend
        }
        #expect(desk.hosts.isEmpty)
    }

    @Test func `keeps the reservation of a program that died in a call`() async throws {
        let desk = try AnsweringDesk(model)
        let story = try await desk.story()
        let call = CallRequest(
            story: story.id, purpose: .draft, endpoint: "one", model: "one", requestKey: "k",
            prompt: PromptRecord(name: "draft", text: "t", sha256: "aa"), day: "2026-06-09",
            tokens: 100, cost: 60)
        let caps = Caps(day: Caps.Cap(money: 100))
        _ = try await desk.ledger.reserve(call, within: caps, now: AnsweringDesk.start)
        // Another program opens the file as the first left it.
        let next = try Ledger(
            at: desk.directory.appending("ledger.sqlite").path, for: .work,
            now: AnsweringDesk.start, secret: String(repeating: "8", count: 64))
        _ = try await next.recover(now: AnsweringDesk.start)
        await #expect(throws: LedgerError.overBudget(.day, "60 of 100 micro-units used")) {
            try await next.reserve(call, within: caps, now: AnsweringDesk.start)
        }
    }

    /// Calls that use all that they may, one after the other, until the budget stops them.
    private func exhaust(
        _ desk: AnsweringDesk, _ story: Story, from first: Int
    ) async throws -> String {
        let most = AnsweringDesk.chat("00").tokenCeiling
        let line = try desk.line { AnsweringDesk.reply(to: $0, prompt: most, answer: 1000) }
        // Endpoints that failed are paused.
        desk.turn(by: .seconds(3 * 3600))
        for number in first..<first + 39 {
            do {
                _ = try await line.answer(
                    to: AnsweringDesk.chat("\(number)"), for: story, purpose: .draft)
            } catch {
                return "\(error)"
            }
        }
        return "nothing stopped it"
    }

    /// Spent and reserved; a token costs one here.
    private func taken(_ desk: AnsweringDesk) async throws -> Int {
        try await desk.ledger.spending().reduce(0) { $0 + $1.cost + $1.reserved }
    }
}
