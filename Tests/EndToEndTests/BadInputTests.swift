import Domain
import Foundation
import Ledger
import Newsroom
import Pipeline
import TestSupport
import Testing

// One world at a time: each has eight servers.
@Suite(.serialized)
struct BadInputTests {
    @Test(arguments: [
        (Fault.body("<html><body>no</body></html>", contentType: "text/html"), "is a web page"),
        (.empty, "answered with nothing"), (.status(404), "answered 404"),
        (.body("hello", contentType: "text/plain"), "neither XML nor JSON"),
        (.body("<a><b/></a>", contentType: "text/xml"), "its root is <a>"),
        (.endless, "larger than"), (.cut, "broke off"), (.status(500), "answered 500"),
        (.redirect("http://10.0.0.1/rss.xml"), "private address"),
        (.redirect("ftp://127.20.0.1/rss.xml"), "not http(s)"),
    ])
    func `names what is wrong with a feed and leaves the others alone`(
        fault: Fault, words: String
    ) async throws {
        let desk = try await Desk()
        desk.newsroom.faults.set(fault, for: "haixi", times: 1)
        let summary = try await desk.pass()
        #expect(summary.polls.failed == 1)
        #expect(summary.polls.entries > 0)
        let problem = try #require(
            try await desk.ledger.problems().first { $0.kind == "feed" })
        #expect(problem.detail?.contains(words) == true, "\(problem.detail ?? "")")
        await desk.close()
    }

    @Test(arguments: [
        (Fault.status(403), "not enabled"), (.body("<p>", contentType: "text/html"), "broken"),
        (.status(429, retryAfter: 9), "throttled"),
    ])
    func `goes on without a search and keeps why`(fault: Fault, words: String) async throws {
        let desk = try await Desk(sites: ["远山科技"])
        desk.newsroom.faults.set(fault, for: "search")
        #expect(try await desk.pass().articles > 0)
        let search = try await desk.ledger.searchProviders()["newsroom"]
        #expect(search?.outcome.contains(words) == true)
        #expect(try await desk.ledger.problems().contains { $0.kind == "search" })
        await desk.close()
    }

    @Test(arguments: [
        Fault.large(20_000_000), .body("<p>短</p>", contentType: "text/html"), .status(403),
        .body("\u{1}\u{2}", contentType: "text/html; charset=klingon"),
    ])
    func `takes the feed's own words when a page cannot be read`(fault: Fault) async throws {
        let desk = try await Desk(sites: ["远山科技"])
        desk.newsroom.faults.set(fault, for: "page")
        try await desk.pass()
        #expect(try desk.files().isEmpty)
        let queue = try await desk.ledger.queue()
        #expect(queue.allSatisfy { $0.reason?.contains("too thin") == true })
        await desk.close()
    }

    @Test(arguments: [
        (Fault.large(20_000_000), "larger than"),
        (
            page("<div " + (0..<60_000).map { "a\($0)=1" }.joined(separator: " ") + ">x</div>"),
            "more than 2,000 attributes"
        ),
        (page(String(repeating: "<div>", count: 100_000) + "x"), "nest deeper"),
        (
            page("<script>document.write('x')</script><noscript>Enable it.</noscript>"),
            "holds no text"
        ),
        (page("<title>登录</title><p>请登录后继续访问。</p><input type=\"password\">"), "wants a login"),
        (page("<title>Just a moment...</title><p>Enable JavaScript.</p>"), "challenge"),
        (page("<p>Before you continue, we and our partners use cookies.</p>"), "notice of consent"),
        (page("<title>404</title><p>页面不存在。</p>"), "no such page"),
        (page("<title>深度</title><p>以上为预览内容，登录后阅读全文。</p>"), "paywall"),
        (.body("%PDF-1.4", contentType: "application/pdf"), "not a web page"),
        (.redirect("http://10.0.0.1/"), "private address"),
        (.redirect("http://localhost:1/"), "private address"),
        (.redirect("file:///etc/passwd"), "not http(s)"), (.status(403), "answered 403"),
    ])
    func `says in the queue why a page is no source`(fault: Fault, words: String) async throws {
        let desk = try await Desk(sites: ["远山科技"])
        desk.newsroom.faults.set(fault, for: "page")
        desk.newsroom.faults.set(.status(500), for: "search")
        try await desk.pass()
        #expect(try desk.files().isEmpty)
        let reasons = try await desk.ledger.queue().compactMap(\.reason)
        #expect(reasons.contains { $0.contains(words) }, "\(reasons)")
        await desk.close()
    }

    private static func page(_ body: String) -> Fault {
        .body("<html><body>\(body)</body></html>", contentType: "text/html; charset=utf-8")
    }

    @Test func `waits when the content directory is gone and publishes when it is back`()
        async throws
    {
        let desk = try await Desk(sites: ["远山科技"])
        let content = desk.directory.appending("content")
        try FileManager.default.removeItem(at: content)
        try await desk.pass()
        let queue = try await desk.ledger.queue()
        #expect(queue.contains { $0.trouble?.contains("cannot use the directory") == true })
        let calls = desk.newsroom.faults.count(of: "model")
        try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
        try await desk.pass(at: Desk.moment.addingTimeInterval(3600))
        #expect(try !desk.files().isEmpty)
        #expect(desk.newsroom.faults.count(of: "model") == calls)
        await desk.close()
    }

    @Test func `never writes over a person's file`() async throws {
        let desk = try await Desk(port: 0, sites: ["远山科技"])
        let story = try await storyPath(desk)
        try desk.directory.write("mine", to: "content/\(story)")
        try await desk.pass()
        #expect(try desk.text(of: story) == "mine")
        let queue = try await desk.ledger.queue()
        #expect(queue.contains { $0.state == "held" && $0.reason?.contains("path taken") == true })
        await desk.close()
    }

    /// The path that the newest story of the site will have.
    private func storyPath(_ desk: Desk) async throws -> String {
        let feed = try #require(desk.newsroom.feeds.first { $0.name == "远山科技" }).url
        let base = feed.replacing("/atom.xml", with: "/")
        let id = ShortID.of(feed, base + "news/model-keji.html")
        return "2026-06-09-news-\(id).md"
    }
}
