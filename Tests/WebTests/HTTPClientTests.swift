import Foundation
import Newsroom
import Testing
import Web

// One world at a time: each has eight servers.
@Suite(.serialized)
struct HTTPClientTests {
    private func client(_ allowed: [String] = ["127.20.0.0/16"]) -> HTTPClient {
        .curl(
            ClientSettings(
                userAgent: "caibian/test (+mailto:a@b.example)",
                addresses: AddressPolicy(allowed: allowed)))
    }

    private func request(_ url: String, limits: Limits = Limits()) -> Request {
        Request(url, limits: limits, spacing: .zero)
    }

    @Test func `answers 304 to validators sent back as they came`() async throws {
        let newsroom = try await Newsroom.start()
        let url = newsroom.feeds[0].url
        let http = client()
        let first = try await http.fetch(request(url))
        let tag = try #require(first.headers["etag"])
        var second = request(url)
        second.headers = [(name: "If-None-Match", value: tag)]
        #expect(try await http.fetch(second).status == 304)
        await newsroom.stop()
    }

    @Test(arguments: [
        "http://127.0.0.1:%@/", "http://127.1:%@/", "http://0x7f000001:%@/",
        "http://2130706433:%@/", "http://0177.0.0.1:%@/", "http://017700000001:%@/",
        "http://0:%@/", "http://[::ffff:127.0.0.1]:%@/", "http://localhost:%@/",
        "http://①②⑦.0.0.1:%@/", "http://127。0。0。1:%@/", "http://[::1]:%@/",
        "http://[::127.0.0.1]:%@/", "http://[64:ff9b::7f00:1]:%@/",
    ])
    func `refuses a private address however it is written`(form: String) async throws {
        let newsroom = try await Newsroom.start()
        let url = form.replacing("%@", with: "\(newsroom.port)")
        do {
            _ = try await client().fetch(request(url))
            Issue.record("\(url) was reached")
        } catch FetchError.blockedAddress, FetchError.badURL {
        }
        await newsroom.stop()
    }

    @Test func `reaches a private address that the operator named, and only there`() async throws {
        let newsroom = try await Newsroom.start()
        let http = client([])
        var named = request(newsroom.searchURL + "/v1/models")
        named.origin = .settings
        #expect(try await http.fetch(named).status == 200)
        await #expect(throws: FetchError.self) { try await http.fetch(request(named.url)) }
        newsroom.faults.set(.redirect(newsroom.feeds[0].url), for: "/v1/models")
        do {
            _ = try await http.fetch(named)
            Issue.record("a redirect led to another private address")
        } catch FetchError.blockedAddress {
        }
        await newsroom.stop()
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "http://", "no url",
        "http://user:word@a.example/", "http://a.example/\r\nX-Evil: 1",
        "http://public.example@127.0.0.1/",
    ])
    func `refuses what is not an http address`(url: String) async {
        await #expect(throws: FetchError.badURL(url)) { try await client().fetch(request(url)) }
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.20.0.1/", "gopher://127.20.0.1/"])
    func `follows no redirect to another scheme`(target: String) async throws {
        let newsroom = try await Newsroom.start()
        newsroom.faults.set(.redirect(target), for: "feed")
        do {
            _ = try await client().fetch(request(newsroom.feeds[0].url))
            Issue.record("\(target) was followed")
        } catch FetchError.blockedScheme {
        }
        await newsroom.stop()
    }

    @Test(arguments: [25, 6379, 8080])
    func `asks no port but those of the web where the network chose the address`(
        port: Int
    ) async throws {
        // Refused before a packet is sent: nobody is there to answer.
        let url = "http://192.0.3.1:\(port)/"
        await #expect(throws: FetchError.blockedPort(host: "192.0.3.1", port: port)) {
            try await client().fetch(request(url))
        }
    }

    @Test func `keeps a key from the host that a redirect leads to`() async throws {
        let newsroom = try await Newsroom.start()
        newsroom.faults.set(.redirect(newsroom.feeds[1].url), for: "feed", times: 1)
        var keyed = request(newsroom.feeds[0].url)
        keyed.headers = [(name: "Authorization", value: "Bearer sk-canary")]
        _ = try await client().fetch(keyed)
        let visits = newsroom.visits.all
        #expect(visits.count == 2)
        #expect(visits.first?.headers["authorization"] == "Bearer sk-canary")
        #expect(visits.last?.headers["authorization"] == nil)
        await newsroom.stop()
    }

    @Test func `ends redirects that go in circles`() async throws {
        let newsroom = try await Newsroom.start()
        let url = newsroom.feeds[0].url
        newsroom.faults.set(.redirect(url), for: "feed")
        await #expect(throws: FetchError.tooManyRedirects(from: url)) {
            try await client().fetch(request(url))
        }
        await newsroom.stop()
    }

    @Test func `ends a body that never ends at its limit`() async throws {
        let newsroom = try await Newsroom.start()
        newsroom.faults.set(.endless, for: "feed")
        await #expect(throws: FetchError.tooLarge(host: "127.20.0.1", limit: 100_000)) {
            try await client().fetch(
                request(newsroom.feeds[0].url, limits: Limits(body: 100_000)))
        }
        await newsroom.stop()
    }

    @Test func `tells a broken connection from a whole answer`() async throws {
        let newsroom = try await Newsroom.start()
        newsroom.faults.set(.cut, for: "feed")
        do {
            _ = try await client().fetch(request(newsroom.feeds[0].url))
            Issue.record("half a body was taken for a whole one")
        } catch FetchError.reset {
        }
        await newsroom.stop()
    }

    @Test func `ends at the total limit`() async throws {
        let newsroom = try await Newsroom.start()
        newsroom.faults.set(.delay(.seconds(20)), for: "feed")
        do {
            _ = try await client().fetch(
                request(newsroom.feeds[0].url, limits: Limits(total: .milliseconds(300))))
            Issue.record("it waited")
        } catch FetchError.timedOut {
        }
        await newsroom.stop()
    }

    @Test func `ends at once when its task is cancelled`() async throws {
        let newsroom = try await Newsroom.start()
        newsroom.faults.set(.delay(.seconds(20)), for: "feed")
        let url = newsroom.feeds[0].url
        let http = client()
        let task = Task { try await http.fetch(Request(url, spacing: .zero)) }
        task.cancel()
        await #expect(throws: FetchError.cancelled) { try await task.value }
        await newsroom.stop()
    }

    @Test(arguments: ["a\r\nX-Evil: 1", "a\nb", "a\u{0}b"])
    func `refuses a header that would end its line`(value: String) async {
        var bad = request("http://a.example/")
        bad.headers = [(name: "If-None-Match", value: value)]
        await #expect(throws: FetchError.badHeader("If-None-Match")) {
            try await client().fetch(bad)
        }
    }

    @Test func `hands a streamed body on in pieces`() async throws {
        let newsroom = try await Newsroom.start()
        let count = Counter()
        var streamed = request(newsroom.feeds[0].url)
        streamed.receive = { count.add($0.count) }
        let response = try await client().fetch(streamed)
        #expect(response.body.isEmpty)
        #expect(count.total > 500)
        await newsroom.stop()
    }

    @Test(arguments: [
        ("120", 120.0), ("0", 1), ("1000000000", 86_400), ("-5", 1),
        ("Tue, 09 Jun 2026 10:14:40 GMT", 60), ("Tuesday, 09-Jun-26 10:14:40 GMT", 60),
        ("Tue Jun  9 10:14:40 2026", 60),
    ])
    func `reads Retry-After in every form`(text: String, seconds: Double) {
        let now = Date(timeIntervalSince1970: 1_781_000_020)
        let headers = Headers([(name: "retry-after", value: text)])
        #expect(headers.retryAfter(at: now) == .seconds(seconds))
    }
}

private final class Counter: Sendable {
    private let lock = NSLock()
    nonisolated(unsafe) private var sum = 0

    func add(_ count: Int) -> Bool {
        lock.withLock { unsafe sum += count }
        return true
    }

    var total: Int { lock.withLock { unsafe sum } }
}
