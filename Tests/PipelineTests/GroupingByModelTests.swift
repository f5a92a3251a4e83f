import Domain
import Foundation
import Ledger
import Pipeline
import Synchronization
import Testing
import Web

struct GroupingByModelTests {
    private let one = "  - {url: \"http://first.example/v1\", model: one, answer: 1000}"

    @Test func `lets a model join what words leave open`() async throws {
        let desk = try AnsweringDesk(one)
        try await desk.reportOneEventTwice()
        let line = try desk.line { request in
            AnsweringDesk.reply(#"{"groups":[{"report":"r1","story":"s1"}]}"#, to: request)
        }
        #expect(try await line.group() == 1)
        #expect(desk.hosts.count == 1)
        let body = try #require(desk.bodies().first)
        #expect(body.contains("Corvane拟94亿美元现金收购光泰微"))
        let call = try #require(try await desk.ledger.spending().first)
        #expect(call.purpose == "group" && call.calls == 1)
        #expect(try await desk.ledger.queue().map(\.entries) == [2])
    }

    @Test(arguments: [#"{"groups":[]}"#, "好的。", #"{"groups":[{"report":"r1","story":"new"}]}"#])
    func `keeps reports apart when the model has nothing to say`(answer: String) async throws {
        let desk = try AnsweringDesk(one)
        try await desk.reportOneEventTwice()
        let line = try desk.line { AnsweringDesk.reply(answer, to: $0) }
        #expect(try await line.group() == 2)
    }

    @Test func `groups without a model that fails, and says so`() async throws {
        let desk = try AnsweringDesk(one)
        try await desk.reportOneEventTwice()
        let line = try desk.line { AnsweringDesk.refusal(401, to: $0) }
        #expect(try await line.group() == 2)
        let said = desk.events.withLock { $0 }
        #expect(
            said.contains {
                if case .groupedUnaided(1, let reason) = $0 {
                    reason.contains("refused the key")
                } else {
                    false
                }
            })
    }

    @Test func `asks no model without the role`() async throws {
        let desk = try AnsweringDesk(
            "  - {url: \"http://first.example/v1\", model: one, answer: 1000, roles: [draft]}")
        try await desk.reportOneEventTwice()
        let line = try desk.line { AnsweringDesk.reply("{}", to: $0) }
        #expect(try await line.group() == 2)
        #expect(desk.hosts.isEmpty)
    }
}
