import Foundation

/// Where a URL leads, before any name is resolved.
struct Destination: Sendable, Equatable {
    let isEncrypted: Bool
    let host: String
    let port: Int

    /// Refuses what is not http(s), has no host, or carries a user name.
    init(_ url: String) throws(FetchError) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.password == nil
        else { throw .badURL(url) }
        isEncrypted = scheme == "https"
        self.host = host.lowercased()
        port = parts.port ?? (isEncrypted ? 443 : 80)
    }

    /// Host and port: whom politeness is owed.
    var authority: String { "\(host):\(port)" }

    /// Whether two URLs lead to the same scheme, host and port.
    static func same(_ a: String, _ b: String) -> Bool {
        guard let first = try? Destination(a), let second = try? Destination(b) else {
            return false
        }
        return first == second
    }
}
