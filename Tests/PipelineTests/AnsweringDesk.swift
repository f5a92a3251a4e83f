import Chat
import Configuration
import Domain
import Drafting
import Foundation
import Ledger
import Pipeline
import Publishing
import Synchronization
import TestSupport
import Web

/// A line whose models are closures by host, and whose clock is turned by its own sleep and by hand.
final class AnsweringDesk: Sendable {
    static let start = Date(timeIntervalSince1970: 1_781_000_000)

    let directory: TemporaryDirectory
    let ledger: Ledger
    let requests = Mutex<[Request]>([])
    let events = Mutex<[Event]>([])
    let clock = Mutex(start)
    private let settings: Settings

    /// - Parameter models: the lines of `models:`, and what else is set.
    init(_ models: String, more: String = "") throws {
        directory = try TemporaryDirectory()
        ledger = try Ledger(
            at: directory.appending("ledger.sqlite").path, for: .work, now: Self.start,
            secret: String(repeating: "7", count: 64))
        try FileManager.default.createDirectory(
            at: directory.appending("content"), withIntermediateDirectories: true)
        let config = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "config").path
        settings = try Settings(
            path: directory.write(
                """
                site: {content: content, layout: \(config)/layouts/default.md}
                prompts: \(config)/prompts
                network: {contact: "mailto:a@b.example"}
                models:
                \(models)
                \(more)
                """, to: "caibian.yaml"))
    }

    func line(
        answer: @escaping @Sendable (Request) async throws(FetchError) -> Response
    ) throws -> Line {
        try line(
            over: HTTPClient { request throws(FetchError) in
                self.requests.withLock { $0.append(request) }
                return try await answer(request)
            })
    }

    func line(over http: HTTPClient) throws -> Line {
        Line(
            settings: settings, feeds: [], ledger: ledger,
            effects: Effects(
                http: http,
                now: { self.clock.withLock { $0 } },
                sleep: { duration in self.turn(by: duration) }, random: { 0 }),
            prompts: try Prompts(folder: settings.prompts),
            layout: try Layout(path: settings.site.layout), keys: [:], program: ("caibian", "test"),
            report: { event in self.events.withLock { $0.append(event) } })
    }

    func turn(by duration: Duration) {
        clock.withLock {
            $0.addTimeInterval(
                Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
            )
        }
    }

    /// Hosts in the order in which they were asked.
    var hosts: [String] {
        requests.withLock { $0.map { URL(string: $0.url)?.host ?? "" } }
    }

    func bodies() -> [String] {
        requests.withLock { $0.map { String(decoding: $0.body, as: UTF8.self) } }
    }

    /// A queued story that one feed opened.
    func story(_ key: String = "1") async throws -> Story {
        let feed = try await ledger.feeds(listed: ["http://a.example/feed"])[0]
        let entry = Entry(
            id: key, title: "某地发布新规\(key)", link: "http://a.example/\(key)",
            published: Self.start.addingTimeInterval(-60))
        let poll = Poll(
            feedID: feed.id, url: feed.url,
            outcome: .changed(
                Feed(format: .rss, title: "甲报", entries: [entry]),
                canonicalURLs: ["http://a.example/\(key)"], bodyHash: key),
            status: 200, etag: nil, started: Self.start,
            nextDue: Self.start.addingTimeInterval(3600))
        _ = try await ledger.record([poll])
        let reports = try await ledger.newReports(limit: 10)
        _ = try await ledger.place(
            reports.map { ($0, .opens(following: nil), ShortID.of($0.feedURL, $0.key), 1) },
            now: Self.start)
        guard let story = try await ledger.take(.queued, attempts: 8, now: Self.start) else {
            throw CocoaError(.featureUnsupported)
        }
        return story
    }

    /// Two reports of one event that share a name and little else, in the order of publication.
    func reportOneEventTwice() async throws {
        try await report(
            Entry(
                id: "1", title: "Corvane拟94亿美元现金收购光泰微", link: "http://a.example/1",
                published: Self.start.addingTimeInterval(-7200),
                summary: "每股报价58美元，较上周五收盘价溢价31%。"), at: "http://a.example/feed")
        try await report(
            Entry(
                id: "2", title: "功率芯片又现巨额并购：溢价三成，还是不请自来", link: "http://b.example/2",
                published: Self.start.addingTimeInterval(-3600),
                summary: "Corvane绕过董事会，直接向光泰微股东喊话，后者的器件装在快充桩里。"),
            at: "http://b.example/feed")
    }

    /// A feed brings an entry, which is in no story yet.
    func report(_ entry: Entry, at url: String) async throws {
        let feed = try await ledger.feeds(listed: [url])[0]
        let poll = Poll(
            feedID: feed.id, url: feed.url,
            outcome: .changed(
                Feed(format: .rss, title: "甲报", entries: [entry]), canonicalURLs: [entry.link],
                bodyHash: entry.id),
            status: 200, etag: nil, started: Self.start,
            nextDue: Self.start.addingTimeInterval(3600))
        _ = try await ledger.record([poll])
    }

    static func chat(_ user: String = "u") -> ChatRequest {
        ChatRequest(
            system: "s", user: user, schemaName: "draft", schema: "{}",
            prompt: PromptText(name: "draft", text: "t"))
    }

    static func reply(
        _ content: String = "{}", to request: Request, prompt: Int = 10, answer: Int = 5,
        headers: [(name: String, value: String)] = []
    ) -> Response {
        let body =
            "{\"choices\":[{\"message\":{\"content\":\(quoted(content))},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":\(prompt),\"completion_tokens\":\(answer)}}"
        return Response(
            status: 200, headers: Headers(headers), body: Array(body.utf8), url: request.url)
    }

    /// The texts that a request wants vectors of; nil for another request.
    static func texts(of request: Request) -> [String]? {
        struct Body: Decodable { var input: [String] }
        guard request.url.hasSuffix("/embeddings") else { return nil }
        return try? JSONDecoder().decode(Body.self, from: Data(request.body)).input
    }

    /// A vector for each text, of the numbers that it is given.
    static func vectors(
        for request: Request, tokens: Int = 10, numbers: (String) -> [Float]
    ) -> Response {
        let items = (texts(of: request) ?? []).map(numbers).enumerated().map { index, numbers in
            "{\"object\":\"embedding\",\"index\":\(index),\"embedding\":\(numbers)}"
        }
        let body =
            "{\"object\":\"list\",\"data\":[\(items.joined(separator: ","))],"
            + "\"usage\":{\"prompt_tokens\":\(tokens),\"total_tokens\":\(tokens)}}"
        return Response(status: 200, body: Array(body.utf8), url: request.url)
    }

    static func refusal(
        _ status: Int, _ message: String = "no", to request: Request,
        headers: [(name: String, value: String)] = []
    ) -> Response {
        Response(
            status: status, headers: Headers(headers),
            body: Array("{\"error\":{\"message\":\(quoted(message))}}".utf8), url: request.url)
    }
}
