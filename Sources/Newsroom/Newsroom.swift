import Domain
import FlyingFox
import FlyingSocks
package import Foundation
import Synchronization

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
    /// Throws EADDRINUSE where the port is another's.
    package static func start(
        port: UInt16 = 0, now: Date = .now, faults: Faults = Faults(), invented: Int = 0
    ) async throws -> Newsroom {
        let dispatches = try Dispatch.all(now: now) + Dispatch.invented(invented, now: now)
        // Below those that the kernel gives to clients, and others at each try: worlds begin side by
        // side.
        let ports = port == 0 ? (0..<50).map { _ in .random(in: 20_000..<28_000) } : [port]
        for port in ports {
            let newsroom = try Newsroom(port: port, faults: faults, dispatches: dispatches)
            if try await newsroom.isListening() { return newsroom }
            await newsroom.stop()
        }
        throw POSIXError(.EADDRINUSE)
    }

    private init(port: UInt16, faults: Faults, dispatches: [Dispatch]) throws {
        let visits = Visits()
        let world = World(port: port, dispatches: dispatches, faults: faults, visits: visits)
        servers =
            try Site.all.map { site in
                try Self.server(Self.address(of: site), port) { await world.answer($0, from: site) }
            } + [Self.server(Self.serviceAddress, port) { await world.answer($0, from: nil) }]
        tasks = servers.map { server in Task { try await server.run() } }
        (self.port, self.faults, self.visits, self.dispatches) = (port, faults, visits, dispatches)
    }

    /// Whether all servers listen, as soon as that is known: one that cannot ends at once.
    private func isListening() async throws -> Bool {
        for (server, task) in zip(servers, tasks) {
            let hasEnded = Mutex(false)
            let watch = Task {
                _ = await task.result
                hasEnded.withLock { $0 = true }
            }
            defer { watch.cancel() }
            while await !server.isListening {
                if hasEnded.withLock({ $0 }) { return false }
                try await Task.sleep(for: .milliseconds(1))
            }
        }
        return true
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
}
