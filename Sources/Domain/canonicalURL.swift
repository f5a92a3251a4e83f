/// The one form of an address by which pages are told apart: lower-case host without `www.`, no
/// default port, no user, no fragment, no tracking parameters, no trailing slash, always https,
/// because a page is not another for its encryption. For comparing only: what is fetched and cited
/// is the address as it came.
///
/// Nil for what is not http(s), or has white space or control characters in it. By bytes: a pass
/// makes a hundred thousand of them.
package func canonicalURL(_ text: String) -> String? {
    var rest = text.utf8[...]
    guard let scheme = rest.takeScheme(), ["http", "https"].contains(scheme) else { return nil }
    guard !rest.contains(where: { $0 <= 32 || $0 == 127 }) else { return nil }
    if let fragment = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<fragment] }
    let isPathStart = { (byte: UInt8) in
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "\\")
    }
    let end = rest.firstIndex(where: isPathStart) ?? rest.endIndex
    guard let host = canonicalHost(rest[..<end]) else { return nil }
    var path = rest[end...]
    var query = path[path.endIndex...]
    if let mark = path.firstIndex(of: UInt8(ascii: "?")) {
        query = path[mark...].dropFirst()
        path = path[..<mark]
    }
    if path.last == UInt8(ascii: "/") { path = path.dropLast() }
    var result = "https://" + host + String(Substring(path))
    var separator = "?"
    for item in query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true)
    where !isTracking(item) {
        result += separator + String(Substring(item))
        separator = "&"
    }
    return result
}

/// Host and port, nil when there is no host.
private func canonicalHost(_ authority: Substring.UTF8View) -> String? {
    var authority = authority
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
        authority = authority[authority.index(after: at)...]
    }
    var host = String(Substring(authority)).lowercased()
    for port in [":80", ":443", ":"] where host.hasSuffix(port) {
        host.removeLast(port.utf8.count)
    }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    return host.isEmpty ? nil : host
}

private func isTracking(_ item: Substring.UTF8View) -> Bool {
    let name = String(Substring(item.prefix { $0 != UInt8(ascii: "=") })).lowercased()
    return name.hasPrefix("utm_") || name.hasPrefix("mc_") || name.hasPrefix("at_")
        || trackingNames.contains(name)
}

private let trackingNames: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "spm", "ref", "ref_src", "from",
    "cmpid", "ocid", "ncid", "smid", "sharetoken", "share_token", "amp",
]

extension Substring.UTF8View {
    /// Takes `scheme://`, and answers the scheme in lower case.
    fileprivate mutating func takeScheme() -> String? {
        guard let colon = prefix(6).firstIndex(of: UInt8(ascii: ":")),
            self[colon...].starts(with: "://".utf8)
        else { return nil }
        let scheme = String(Substring(self[..<colon])).lowercased()
        self = self[colon...].dropFirst(3)
        return scheme
    }
}
