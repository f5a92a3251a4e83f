import Domain
import FlyingFox
import FlyingSocks
package import Foundation

/// A small world on loopback: sites with feeds and pages, a search, and a model. Each site has an
/// address of its own, 127.20.0.1 and up; search and model stand on 127.20.0.100.
package final class Newsroom: Sendable {
    package let port: UInt16
    package let faults: Faults
    package let visits: Visits
    let dispatches: [Dispatch]
    private let servers: [HTTPServer]
    private let tasks: [Task<Void, any Error>]

    /// Starts the world; `port` 0 takes a free one. So many `invented` events are told besides.
    package static func start(
        port: UInt16 = 0, now: Date = .now, faults: Faults = Faults(), invented: Int = 0
    ) async throws -> Newsroom {
        let dispatches = try Dispatch.all(now: now) + Dispatch.invented(invented, now: now)
        let port = port == 0 ? try await freePort() : port
        let visits = Visits()
        let world = World(port: port, dispatches: dispatches, faults: faults, visits: visits)
        var servers: [HTTPServer] = []
        for site in Site.all {
            servers.append(
                try server(address(of: site), port) { await world.answer($0, from: site) })
        }
        servers.append(try server(serviceAddress, port) { await world.answer($0, from: nil) })
        let tasks = servers.map { server in Task { try await server.run() } }
        for server in servers { try await server.waitUntilListening(timeout: 60) }
        return Newsroom(
            port: port, faults: faults, visits: visits, dispatches: dispatches, servers: servers,
            tasks: tasks)
    }

    private init(
        port: UInt16, faults: Faults, visits: Visits, dispatches: [Dispatch],
        servers: [HTTPServer], tasks: [Task<Void, any Error>]
    ) {
        self.port = port
        self.faults = faults
        self.visits = visits
        self.dispatches = dispatches
        self.servers = servers
        self.tasks = tasks
    }

    package func stop() async {
        for server in servers { await server.stop(timeout: 0) }
        for task in tasks { task.cancel() }
    }

    /// The feeds with their publishers' names.
    package var feeds: [(url: String, name: String)] {
        Site.all.map { (Self.base(of: $0, port) + $0.feedPath, $0.name) }
    }

    package var searchURL: String { "http://\(Self.serviceAddress):\(port)" }
    package var modelURL: String { "http://\(Self.serviceAddress):\(port)/v1" }

    static let serviceAddress = "127.20.0.100"

    static func address(of site: Site) -> String { "127.20.0.\(site.number)" }

    static func base(of site: Site, _ port: UInt16) -> String {
        "http://\(address(of: site)):\(port)"
    }

    private static func server(
        _ address: String, _ port: UInt16,
        answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
    ) throws -> HTTPServer {
        HTTPServer(
            address: try .inet(ip4: address, port: port), timeout: 30, logger: .disabled,
            handler: ClosureHTTPHandler { await answer($0) })
    }

    private static func freePort() async throws -> UInt16 {
        let probe = HTTPServer(
            address: try .inet(ip4: "127.20.0.250", port: 0), logger: .disabled)
        let task = Task { try await probe.run() }
        try await probe.waitUntilListening(timeout: 60)
        let address = await probe.listeningAddress
        await probe.stop(timeout: 0)
        task.cancel()
        guard case .ip4(_, let port) = address else { throw CocoaError(.featureUnsupported) }
        return port
    }
}
