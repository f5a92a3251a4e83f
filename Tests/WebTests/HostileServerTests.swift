import Foundation
import Testing
import Web

/// What only a real server does to a client.
@Suite(.serialized, .enabled(if: Nginx.program != nil, "nginx is not installed"))
struct HostileServerTests {
    private let http = HTTPClient.curl(
        ClientSettings(
            userAgent: "caibian/test", addresses: AddressPolicy(allowed: ["127.0.0.1"])))

    @Test func `trusts no certificate that a server signed itself`() async throws {
        let server = try Nginx(files: ["feed.xml": Data("<rss/>".utf8)], tls: true)
        do {
            _ = try await http.fetch(Request("https://127.0.0.1:\(server.port)/feed.xml"))
            Issue.record("it was trusted")
        } catch FetchError.untrusted {
        }
    }

    @Test func `speaks HTTP/2 with a server whose authority the operator named`() async throws {
        let server = try Nginx(
            files: ["feed.xml": Data("<rss/>".utf8)],
            locations: "add_header X-Protocol $server_protocol;", tls: true)
        let http = HTTPClient.curl(
            ClientSettings(
                userAgent: "caibian/test", addresses: AddressPolicy(allowed: ["127.0.0.1"]),
                ca: server.certificate))
        let answer = try await http.fetch(Request("https://127.0.0.1:\(server.port)/feed.xml"))
        #expect(answer.headers["X-Protocol"] == "HTTP/2.0")
        #expect(answer.body == Array("<rss/>".utf8))
    }

    @Test func `ends a compressed body where its text passes the limit`() async throws {
        let bomb = try Nginx.run("/bin/sh", ["-c", "head -c 50000000 /dev/zero | gzip -9"])
        #expect(bomb.count < 60_000)
        let server = try Nginx(
            files: ["bomb.gz": bomb], locations: "add_header Content-Encoding gzip;")
        let limits = Limits(body: 1_000_000)
        await #expect(throws: FetchError.tooLarge(host: "127.0.0.1", limit: 1_000_000)) {
            try await http.fetch(
                Request("http://127.0.0.1:\(server.port)/bomb.gz", limits: limits))
        }
    }

    @Test func `names a body that is not compressed as it claims`() async throws {
        let server = try Nginx(
            files: ["feed.xml": Data("<rss/>".utf8)], locations: "add_header Content-Encoding gzip;"
        )
        do {
            _ = try await http.fetch(Request("http://127.0.0.1:\(server.port)/feed.xml"))
            Issue.record("it was read")
        } catch FetchError.undecodable {
        }
    }

    @Test func `ends a body that drips`() async throws {
        let server = try Nginx(
            files: ["feed.xml": Data(count: 100_000)], locations: "limit_rate 100;")
        let limits = Limits(total: .seconds(20), connect: .milliseconds(500), stall: .seconds(1))
        await #expect(throws: FetchError.stalled(host: "127.0.0.1")) {
            try await http.fetch(
                Request("http://127.0.0.1:\(server.port)/feed.xml", limits: limits))
        }
    }

    @Test func `asks a host for one thing at a time, some time apart`() async throws {
        let server = try Nginx(files: ["feed.xml": Data("<rss/>".utf8)])
        let url = "http://127.0.0.1:\(server.port)/feed.xml"
        let start = ContinuousClock.now
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    _ = try await http.fetch(Request(url, spacing: .milliseconds(120)))
                }
            }
            try await group.waitForAll()
        }
        #expect(start.duration(to: .now) >= .milliseconds(360))
    }
}
