/// The one form of an address by which pages are told apart: lower-case host without `www.`, no
/// default port, no user, no fragment, no tracking parameters, no trailing slash, always https,
/// because a page is not another for its encryption, nor for being cut for phones (AMP) or paper.
/// For comparing only: what is fetched and cited is the address as it came.
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
    var result = "https://" + host + String(Substring(withoutVariant(path)))
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
    for variant in ["www.", "amp."] where host.hasPrefix(variant) && host.dropFirst(4).contains(".")
    {
        host.removeFirst(4)
    }
    return host.isEmpty ? nil : host
}

/// A path without its trailing slash and without what marks a form for phones or paper: `/amp/x`,
/// `/x/amp`, `/x.amp.html`, `/x/print`.
private func withoutVariant(_ path: Substring.UTF8View) -> Substring.UTF8View {
    var path = path
    while path.last == UInt8(ascii: "/") { path = path.dropLast() }
    for ending in ["/amp", "/print", ".amp"] where hasSuffix(path, ending) {
        path = path.dropLast(ending.utf8.count)
    }
    if path.starts(with: "/amp/".utf8) { path = path.dropFirst(4) }
    return path
}

private func hasSuffix(_ path: Substring.UTF8View, _ ending: String) -> Bool {
    path.count > ending.utf8.count && path.suffix(ending.utf8.count).elementsEqual(ending.utf8)
}

private func isTracking(_ item: Substring.UTF8View) -> Bool {
    if variants.contains(String(Substring(item)).lowercased()) { return true }
    let name = String(Substring(item.prefix { $0 != UInt8(ascii: "=") })).lowercased()
    return name.hasPrefix("utm_") || name.hasPrefix("mc_") || name.hasPrefix("at_")
        || trackingNames.contains(name)
}

private let trackingNames: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "spm", "ref", "ref_src", "from",
    "cmpid", "ocid", "ncid", "smid", "sharetoken", "share_token", "amp",
]

/// Parameters that ask for a page's form for phones or paper.
private let variants: Set<String> = [
    "outputtype=amp", "view=amp", "print=1", "print=true", "print=yes", "view=print", "mode=print",
    "print", "page=print",
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
