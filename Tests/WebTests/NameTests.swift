import Foundation
import Testing
import Web

/// Names that lead to an address that may be reached and to one that may not.
///
/// libcurl itself gives each name below `localhost` the addresses `127.0.0.1` and `::1` (RFC 6761
/// §6.3), as a server of names would. Here one of them is named by the operator and plays the public
/// one.
@Suite(
    .serialized,
    .enabled(
        if: Nginx.program != nil && FileManager.default.fileExists(atPath: "/proc/net/if_inet6"),
        "nginx is not installed, or there is no IPv6"))
struct NameTests {
    private func client(_ allowed: String) -> HTTPClient {
        .curl(
            ClientSettings(
                userAgent: "caibian/test", addresses: AddressPolicy(allowed: [allowed])))
    }

    private func request(_ server: Nginx) -> Request {
        Request("http://news.localhost:\(server.port)/who", spacing: .zero)
    }

    private func server(at address: String, port: Int? = nil) throws -> Nginx {
        try Nginx(
            locations: "location /who { return 200 $server_addr; }", at: address, port: port)
    }

    @Test func `connects to the public one of two addresses`() async throws {
        let first = try server(at: "127.0.0.1")
        let second = try server(at: "[::1]", port: first.port)
        for allowed in ["127.0.0.1", "::1"] {
            let http = client(allowed)
            for _ in 1...3 {
                let answer = try await http.fetch(request(second))
                #expect(String(decoding: answer.body, as: UTF8.self) == allowed)
            }
        }
    }

    @Test func `leaves a private address alone where the public one does not answer`() async throws
    {
        let server = try server(at: "127.0.0.1")
        await #expect(
            throws: FetchError.blockedAddress(host: "news.localhost", address: "127.0.0.1")
        ) { try await client("::1").fetch(request(server)) }
    }

    // No name changes its address here; to a client it is the same when the address that it was let
    // through to is gone, and the name leads elsewhere.
    @Test func `believes no name because it led to a public address before`() async throws {
        let inside = try server(at: "127.0.0.1")
        let outside = try server(at: "[::1]", port: inside.port)
        let http = client("::1")
        #expect(try await http.fetch(request(outside)).status == 200)
        outside.stop()
        await #expect(
            throws: FetchError.blockedAddress(host: "news.localhost", address: "127.0.0.1")
        ) { try await http.fetch(request(inside)) }
    }
}
