import Configuration
import Domain
import Drafting
import Foundation
import Ledger
import Pipeline
import Publishing
import Synchronization
import TestSupport
import Testing
import Web

/// A line whose network is a closure, and whose clock is turned by hand.
private struct Poller {
    static let start = Date(timeIntervalSince1970: 1_732_183_200)

    let directory: TemporaryDirectory
    let ledger: Ledger
    let urls: [String]

    init(_ urls: [String]) throws {
        directory = try TemporaryDirectory()
        self.urls = urls
        ledger = try Ledger(
            at: directory.appending("ledger.sqlite").path, for: .work, now: Self.start,
            secret: String(repeating: "7", count: 64))
        try FileManager.default.createDirectory(
            at: directory.appending("content"), withIntermediateDirectories: true)
    }

    @discardableResult
    func poll(
        after hours: Double, _ scope: PollScope = .due,
        answer: @escaping @Sendable (Request) throws(FetchError) -> Response
    ) async throws -> PollSummary {
        let config = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "config").path
        let settings = try Settings(
            path: try directory.write(
                """
                site: {content: content, layout: \(config)/layouts/default.md}
                prompts: \(config)/prompts
                network: {contact: "mailto:a@b.example", connections: 1}
                models: [{url: "https://a.example/v1/", model: m}]
                """, to: "caibian.yaml"))
        let now = Self.start.addingTimeInterval(hours * 3600)
        let line = Line(
            settings: settings, feeds: urls.map { FeedSetting(url: $0) }, ledger: ledger,
            effects: Effects(
                http: HTTPClient { request throws(FetchError) in try answer(request) },
                now: { now }, sleep: { _ in }, random: { 0 }),
            prompts: try Prompts(folder: settings.prompts),
            layout: try Layout(path: settings.site.layout), keys: [:], program: ("caibian", "test"),
            report: { _ in })
        return try await line.poll(scope)
    }

    var records: [FeedRecord] {
        get async throws { try await ledger.feeds(listed: urls) }
    }
}

private func feed(
    _ titles: String..., headers: [(name: String, value: String)] = [], from request: Request,
    redirects: [Redirect] = []
) -> Response {
    let items = titles.map { "<item><guid>\($0.prefix(2))</guid><title>\($0)</title></item>" }
    let body = "<rss><channel><title>报</title>\(items.joined())</channel></rss>"
    return Response(
        status: 200, headers: Headers(headers), body: Array(body.utf8),
        url: redirects.last?.location ?? request.url, redirects: redirects)
}

struct PollingTests {
    private let url = "http://a.example/feed"

    @Test func `sends validators back byte for byte, and makes none up`() async throws {
        let poller = try Poller([url])
        let tag = #"W/"a b"#
        try await poller.poll(after: 0) { request in
            #expect(!request.headers.contains { $0.name.hasPrefix("If-") })
            return feed("甲", headers: [(name: "ETag", value: tag)], from: request)
        }
        try await poller.poll(after: 1) { request in
            #expect(request.headers.filter { $0.name.hasPrefix("If-") }.map(\.value) == [tag])
            return Response(
                status: 304, headers: Headers([(name: "ETag", value: "\"2\"")]), url: request.url)
        }
        // What the 304 sent is the newer one.
        try await poller.poll(after: 2) { request in
            #expect(request.headers.last?.value == "\"2\"")
            return Response(status: 304, url: request.url)
        }
        #expect(try await poller.records[0].due == Poller.start.addingTimeInterval(3 * 3600))
    }

    @Test func `keeps entries and validators when the body cannot be read`() async throws {
        let poller = try Poller([url])
        try await poller.poll(after: 0) {
            feed("甲", headers: [(name: "ETag", value: "\"1\"")], from: $0)
        }
        try await poller.poll(after: 1) {
            Response(
                status: 200, headers: Headers([(name: "ETag", value: "\"2\"")]),
                body: Array("<html><body>稍后</body></html>".utf8), url: $0.url)
        }
        let record = try await poller.records[0]
        #expect(record.etag == "\"1\"")
        #expect(record.failures == 1)
        #expect(try await poller.ledger.problems().first?.detail?.contains("web page") == true)
    }

    @Test func `takes the same bytes with 200 for unchanged, and asks less often`() async throws {
        let poller = try Poller([url])
        try await poller.poll(after: 0) { feed("甲", from: $0) }
        let summary = try await poller.poll(after: 1) { feed("甲", from: $0) }
        #expect(summary.unchanged == 1)
        #expect(try await poller.records[0].due == Poller.start.addingTimeInterval(3 * 3600))
    }

    @Test func `moves for good after three polls over a day, and not before`() async throws {
        let poller = try Poller([url])
        let there = "http://b.example/feed"
        let moved = [Redirect(status: 301, location: there)]
        for hour in [0.0, 2, 25] {
            #expect(try await poller.records[0].currentURL == url)
            try await poller.poll(after: hour) { feed("甲\(hour)", from: $0, redirects: moved) }
        }
        #expect(try await poller.records[0].currentURL == there)
        try await poller.poll(after: 50) { request in
            #expect(request.url == there)
            return feed("乙", from: request)
        }
    }

    @Test(arguments: [
        (#"'); DROP TABLE entry;--"#, "'); DROP TABLE entry;--"), ("a' OR '1'='1", "a' OR '1'='1"),
        ("a&#0;b", nil), ("a\0b", nil), ("\0", nil),
    ])
    func `keeps an entry whatever its guid says`(guid: String, key: String?) async throws {
        try await keeps(key) { title in
            "<rss><channel><title>报</title><item><guid isPermaLink=\"false\">\(guid)</guid>"
                + "<title>\(title)</title></item><item><guid>2</guid><title>乙</title></item>"
                + "</channel></rss>"
        }
    }

    @Test(arguments: [(#"a\u0000b"#, nil), ("'); DROP TABLE entry;--", "'); DROP TABLE entry;--")])
    func `keeps an entry of a JSON feed whatever its id says`(
        id: String, key: String?
    ) async throws {
        try await keeps(key) { title in
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"报\",\"items\":["
                + "{\"id\":\"\(id)\",\"title\":\"\(title)\"},{\"id\":\"2\",\"title\":\"乙\"}]}"
        }
    }

    /// Polls a feed of two entries twice: each is there once, the first under the key.
    private func keeps(_ key: String?, feed: (_ title: String) -> String) async throws {
        let poller = try Poller([url])
        let title = "甲'); DROP TABLE feed;--"
        for hour in [0, 2] {
            // Other bytes, so that it is parsed again.
            let body = Array((feed(title) + String(repeating: "\n", count: hour)).utf8)
            try await poller.poll(after: Double(hour)) {
                Response(status: 200, body: body, url: $0.url)
            }
        }
        let reports = try await poller.ledger.newReports(limit: 10)
        #expect(Set(reports.map(\.title)) == [title, "乙"] && reports.count == 2)
        let kept = try #require(reports.first { $0.title == title }?.key)
        #expect(kept == key ?? kept)
        #expect(!kept.isEmpty && !kept.unicodeScalars.contains("\0"))
        #expect(
            try await poller.ledger.violations(limits: [:], secrets: [], now: Poller.start) == [])
    }

    @Test func `follows a passing redirect without moving`() async throws {
        let poller = try Poller([url])
        let passing = [
            Redirect(status: 301, location: "http://b.example/"),
            Redirect(status: 302, location: "http://c.example/"),
        ]
        for hour in [0.0, 2, 25, 50] {
            try await poller.poll(after: hour) { feed("甲\(hour)", from: $0, redirects: passing) }
        }
        #expect(try await poller.records[0].currentURL == url)
    }

    @Test func `does not poll what is gone, until it is resumed`() async throws {
        let poller = try Poller([url])
        try await poller.poll(after: 0) { Response(status: 410, url: $0.url) }
        let none = try await poller.poll(after: 999, .all) { feed("甲", from: $0) }
        #expect(none.feeds == 0)
        #expect(try await poller.ledger.resumeFeed(url))
        #expect(try await poller.poll(after: 999) { feed("甲", from: $0) }.entries == 1)
    }

    @Test func `leaves the other feeds of a host alone that fails three times`() async throws {
        let urls = (0..<6).map { "http://a.example/\($0)" } + ["http://b.example/"]
        let poller = try Poller(urls)
        let asked = Mutex<[String]>([])
        try await poller.poll(after: 0) { request throws(FetchError) in
            asked.withLock { $0.append(request.url) }
            throw .timedOut(host: "a.example", after: .seconds(30))
        }
        #expect(asked.withLock { $0 } == Array(urls[..<3]) + ["http://b.example/"])
        #expect(try await poller.records.map(\.failures) == [1, 1, 1, 1, 1, 1, 1])
    }

    @Test func `follows the text of an entry that its feed revises`() async throws {
        let poller = try Poller([url])
        try await poller.poll(after: 0) { feed("甲一", from: $0) }
        let again = try await poller.poll(after: 1) { feed("甲一改", "乙一", from: $0) }
        #expect(again.entries == 1)
        let titles = try await poller.ledger.newReports(limit: 9).map(\.title)
        #expect(Set(titles) == ["甲一改", "乙一"])
    }

    @Test func `finds an hourly feed due at an hourly run that comes a little early`() async throws
    {
        let poller = try Poller([url])
        try await poller.poll(after: 0.01) { feed("甲", from: $0) }
        #expect(try await poller.poll(after: 1) { feed("乙", from: $0) }.feeds == 1)
        #expect(try await poller.poll(after: 1.5) { feed("丙", from: $0) }.feeds == 0)
    }
}
