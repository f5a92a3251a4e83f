import Chat
import Domain
import Foundation
import Ledger
import Newsroom
import Pipeline
import Synchronization
import Testing
import Web

struct GroupingByVectorTests {
    private let models = """
          - {url: "http://chat.example/v1", model: chat, answer: 1000, roles: [draft, judge]}
          - url: http://first.example/v1
            model: one
            roles: [embed]
            price: {prompt: 1, answer: 1000}
        """
    private let second = """

          - {url: "http://second.example/v1", model: two, roles: [embed]}
        """

    /// What the two reports of one event say.
    private static let texts = [
        "Corvane拟94亿美元现金收购光泰微\n每股报价58美元，较上周五收盘价溢价31%。",
        "功率芯片又现巨额并购：溢价三成，还是不请自来\n"
            + "Corvane绕过董事会，直接向光泰微股东喊话，后者的器件装在快充桩里。",
    ]

    private static func hash(_ text: String) -> String {
        EmbeddingRequest.hash(
            of: text,
            at: Endpoint(name: "x", url: "http://x.example", model: "one", context: 1, answer: 1))
    }

    /// So near that a similarity of 75 holds, or not.
    private func numbers(_ text: String, isNear: Bool = true) -> [Float] {
        text.hasPrefix("Corvane") ? [1, 0] : isNear ? [0.8, 0.6] : [0.7, 0.72]
    }

    private func grouped(
        _ desk: AnsweringDesk,
        answer: @escaping @Sendable (Request) async throws(FetchError) -> Response
    ) async throws -> Int {
        try await desk.reportOneEventTwice()
        return try await desk.line(answer: answer).group()
    }

    /// What may be of either of two stories.
    private func reportOnceMore(at desk: AnsweringDesk) async throws {
        try await desk.report(
            Entry(
                id: "3", title: "一桩没有谈过的婚事：Corvane与光泰微", link: "http://c.example/3",
                published: AnsweringDesk.start.addingTimeInterval(-1800),
                summary: "买方写信给股东，管理层连夜开会。"), at: "http://c.example/feed")
    }

    private func reasons(_ desk: AnsweringDesk) -> [String] {
        desk.events.withLock { $0 }.compactMap {
            if case .groupedUnaided(1, let reason) = $0 { reason } else { nil }
        }
    }

    @Test func `joins the story whose vector is near enough`() async throws {
        let desk = try AnsweringDesk(models)
        let stories = try await grouped(desk) {
            AnsweringDesk.vectors(for: $0, tokens: 40) { numbers($0) }
        }
        #expect(stories == 1)
        #expect(desk.hosts == ["first.example"])
        let texts = try #require(desk.requests.withLock { $0 }.first.flatMap(AnsweringDesk.texts))
        #expect(Set(texts) == Set(Self.texts))
        let call = try #require(try await desk.ledger.spending().first)
        #expect(call.purpose == "group" && call.calls == 1)
        #expect(call.cost == 40 && call.reserved == 0)
        #expect(try await desk.ledger.queue().map(\.entries) == [2])
    }

    @Test func `keeps apart what is not near enough`() async throws {
        let desk = try AnsweringDesk(models)
        let stories = try await grouped(desk) {
            AnsweringDesk.vectors(for: $0) { numbers($0, isNear: false) }
        }
        #expect(stories == 2)
        #expect(reasons(desk) == [])
    }

    @Test func `lets the settings say how near is near enough`() async throws {
        let desk = try AnsweringDesk(
            models.replacing("roles: [embed]", with: "roles: [embed]\n    similarity: 81"))
        #expect(
            try await grouped(desk) { AnsweringDesk.vectors(for: $0) { numbers($0) } } == 2)
    }

    @Test func `takes the nearest of several stories, and pays for no text twice`() async throws {
        let desk = try AnsweringDesk(models)
        let answer: @Sendable (Request) async throws(FetchError) -> Response = { request in
            AnsweringDesk.vectors(for: request) { numbers($0, isNear: false) }
        }
        #expect(try await grouped(desk, answer: answer) == 2)
        try await reportOnceMore(at: desk)
        #expect(try await desk.line(answer: answer).group() == 0)
        let requests = desk.requests.withLock { $0 }.compactMap(AnsweringDesk.texts)
        #expect(requests.map(\.count) == [2, 1])
        #expect(requests.last?.first?.hasPrefix("一桩") == true)
        #expect(
            Set(try await desk.ledger.queue().map { "\($0.headline) \($0.entries)" }) == [
                "Corvane拟94亿美元现金收购光泰微 1", "功率芯片又现巨额并购：溢价三成，还是不请自来 2",
            ])
    }

    @Test func `asks for no vectors of events that the rules keep apart`() async throws {
        let desk = try AnsweringDesk(models)
        for (id, title, summary) in [
            ("1", "秘鲁南部发生6.8级地震", "秘鲁南部阿雷基帕大区发生6.8级地震，震源深度62公里。"),
            ("2", "秘鲁北部发生5.1级地震", "秘鲁北部皮乌拉大区发生5.1级地震，震源深度20公里。"),
        ] {
            try await desk.report(
                Entry(
                    id: id, title: title, link: "http://\(id).example/1",
                    published: AnsweringDesk.start.addingTimeInterval(-3600), summary: summary),
                at: "http://\(id).example/feed")
        }
        let line = try desk.line { AnsweringDesk.vectors(for: $0) { _ in [1] } }
        #expect(try await line.group() == 2)
        #expect(desk.hosts.isEmpty)
    }

    @Test func `needs no request for texts that are known`() async throws {
        let desk = try AnsweringDesk(models)
        let call = try await desk.ledger.reserve(
            CallRequest(
                story: nil, purpose: .group, endpoint: "another", model: "one", requestKey: "k",
                prompt: PromptRecord(name: "embed", text: "", sha256: "aa"), day: "2026-06-09",
                tokens: 1, cost: 1), within: Caps(), now: AnsweringDesk.start)
        let vectors = Self.texts.compactMap { text in
            Vector(numbers(text)).map { (Self.hash(text), $0) }
        }
        try await desk.ledger.settle(
            call: call,
            as: CallResult(
                promptTokens: 1, completionTokens: 0, cost: 1, duration: .zero, outcome: "answered",
                answer: nil, vectors: Dictionary(uniqueKeysWithValues: vectors)),
            now: AnsweringDesk.start)
        #expect(try await grouped(desk) { _ throws(FetchError) in throw .cancelled } == 1)
        #expect(desk.hosts.isEmpty)
    }

    @Test func `asks the next endpoint for all of them when one fails`() async throws {
        let desk = try AnsweringDesk(models + second)
        let stories = try await grouped(desk) { request throws(FetchError) in
            if request.url.contains("first") { return AnsweringDesk.refusal(500, to: request) }
            return AnsweringDesk.vectors(for: request) { numbers($0) }
        }
        #expect(stories == 1)
        #expect(desk.hosts == ["first.example", "second.example"])
        #expect(desk.requests.withLock { $0 }.last.flatMap(AnsweringDesk.texts)?.count == 2)
    }

    @Test func `waits as long as an endpoint asks`() async throws {
        let desk = try AnsweringDesk(models)
        let stories = try await grouped(desk) { request throws(FetchError) in
            desk.hosts.count == 1
                ? AnsweringDesk.refusal(429, to: request, headers: [("Retry-After", "20")])
                : AnsweringDesk.vectors(for: request) { numbers($0) }
        }
        #expect(stories == 1)
        #expect(desk.hosts.count == 2)
        #expect(desk.clock.withLock { $0 } >= AnsweringDesk.start.addingTimeInterval(20))
    }

    @Test(arguments: ["tokens: 300", "money: 0.0003"])
    func `sends nothing that could pass a cap`(cap: String) async throws {
        let desk = try AnsweringDesk(models, more: "budget: {day: {\(cap)}}")
        #expect(try await grouped(desk) { AnsweringDesk.vectors(for: $0) { numbers($0) } } == 2)
        #expect(desk.hosts.isEmpty)
        #expect(reasons(desk).first?.contains("budget of the day") == true)
    }

    @Test func `keeps the worst case reserved where no answer came`() async throws {
        let desk = try AnsweringDesk(models)
        let stories = try await grouped(desk) { _ throws(FetchError) in
            throw .reset(host: "first.example", reason: "gone")
        }
        #expect(stories == 2)
        let call = try #require(try await desk.ledger.spending().first)
        #expect(call.cost == 0 && call.reserved > 200)
    }

    @Test func `pauses an endpoint that bills more than the texts have bytes`() async throws {
        let desk = try AnsweringDesk(models)
        _ = try await grouped(desk) {
            AnsweringDesk.vectors(for: $0, tokens: 5000) { numbers($0) }
        }
        let known = try await desk.ledger.endpoint("one")
        #expect(known?.pause?.reason.contains("billed 5000 tokens") == true)
    }

    @Test(arguments: [
        ("junk", "begins with"), (#"{"data":[{"index":0,"embedding":[1]}]}"#, "1 vectors for 2"),
        (#"{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}"#, "one too many"),
        (#"{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,1]}]}"#, "numbers"),
        (#"{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[0]}]}"#, "no direction"),
    ])
    func `leaves reports apart after an answer that is none`(
        body: String, words: String
    ) async throws {
        let desk = try AnsweringDesk(models)
        let stories = try await grouped(desk) {
            Response(status: 200, body: Array(body.utf8), url: $0.url)
        }
        #expect(stories == 2)
        #expect(reasons(desk).first?.contains(words) == true)
        #expect(try await desk.ledger.vectors(of: Self.texts.map(Self.hash)).isEmpty)
        #expect(try #require(try await desk.ledger.spending().first).reserved > 200)
    }

    @Test func `opens the circuit of an endpoint that goes on answering junk`() async throws {
        let desk = try AnsweringDesk(models)
        for _ in 1...4 {
            _ = try await desk.ledger.countFailure(
                of: "one", reason: "junk", now: AnsweringDesk.start)
        }
        _ = try await grouped(desk) {
            Response(status: 200, body: Array("junk".utf8), url: $0.url)
        }
        let pause = try #require(try await desk.ledger.endpoint("one")?.pause)
        #expect(
            pause.until > AnsweringDesk.start && pause.reason.contains("a vector for each text"))
    }

    @Test func `refuses vectors that a model makes longer than those it made before`() async throws
    {
        let desk = try AnsweringDesk(models)
        #expect(
            try await grouped(desk) {
                AnsweringDesk.vectors(for: $0) { numbers($0, isNear: false) }
            } == 2)
        try await reportOnceMore(at: desk)
        let line = try desk.line { AnsweringDesk.vectors(for: $0) { _ in [1, 0, 0] } }
        #expect(try await line.group() == 1)
        #expect(reasons(desk).first?.contains("3 numbers in one answer and 2 in another") == true)
    }

    @Test(
        arguments: [
            (nil, 1), (.body("junk", contentType: "application/json"), 2), (.status(500), 2),
            (.cut, 2),
        ] as [(Fault?, Int)])
    func `asks a service over a socket`(fault: Fault?, stories: Int) async throws {
        let newsroom = try await Newsroom.start()
        if let fault { newsroom.faults.set(fault, for: "vectors") }
        let desk = try AnsweringDesk(
            """
              - {url: "http://chat.example/v1", model: chat, answer: 1000, roles: [draft]}
              - {url: "\(newsroom.modelURL)", model: newsroom-bigrams, roles: [embed], similarity: 10}
            """)
        try await desk.reportOneEventTwice()
        let line = try desk.line(over: .curl(ClientSettings(userAgent: "caibian/test")))
        #expect(try await line.group() == stories)
        #expect(reasons(desk).isEmpty == (fault == nil))
        let call = try #require(try await desk.ledger.spending().first)
        #expect(call.model == "newsroom-bigrams" && call.calls == 1)
        await newsroom.stop()
    }

    @Test func `asks a model that reads, where one has the role`() async throws {
        let desk = try AnsweringDesk(models.replacing("[draft, judge]", with: "[draft, group]"))
        let stories = try await grouped(desk) {
            AnsweringDesk.reply(#"{"groups":[{"report":"r1","story":"s1"}]}"#, to: $0)
        }
        #expect(stories == 1)
        #expect(desk.hosts == ["chat.example"])
    }

    @Test func `asks an endpoint for nothing but its roles`() async throws {
        let desk = try AnsweringDesk(models)
        let story = try await desk.story("9")
        let line = try desk.line { AnsweringDesk.refusal(500, to: $0) }
        for purpose in [CallRequest.Purpose.draft, .judge, .repair, .extract, .group] {
            _ = try? await line.answer(to: AnsweringDesk.chat(), for: story, purpose: purpose)
        }
        #expect(Set(desk.hosts) == ["chat.example"])
        try await desk.reportOneEventTwice()
        #expect(try await line.group() == 2)
        #expect(
            desk.requests.withLock { $0 }.allSatisfy {
                $0.url.hasSuffix("/embeddings") == $0.url.contains("first.example")
            })
    }
}
