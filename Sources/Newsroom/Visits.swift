import FlyingFox
import Foundation
import Synchronization

/// A request as a site saw it.
package struct Visit: Sendable {
    package var site: String
    package var path: String
    package var query: String
    /// By name in lower case.
    package var headers: [String: String]
    package var status: Int
}

/// The last requests to the sites of the world, oldest first.
package final class Visits: Sendable {
    private static let most = 10_000
    private let visits = Mutex<[Visit]>([])

    package var all: [Visit] { visits.withLock { $0 } }

    func note(_ request: HTTPRequest, at site: Site, status: Int) {
        let headers = Dictionary(
            request.headers.map { ($0.key.rawValue.lowercased(), $0.value) },
            uniquingKeysWith: { first, _ in first })
        let visit = Visit(
            site: site.key, path: request.path,
            query: request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&"),
            headers: headers, status: status)
        visits.withLock {
            $0.append(visit)
            if $0.count > Self.most { $0.removeFirst(Self.most / 2) }
        }
    }
}
