/// The one form of an address by which pages are told apart: lower-case host without `www.`, no
/// default port, no user, no fragment, no tracking parameters, no trailing slash, always https,
/// because a page is not another for its encryption, nor for being cut for phones (AMP) or paper.
/// For comparing only: what is fetched and cited is the address as it came.
///
/// Nil for what is not http(s), or has white space or control characters in it. By bytes: a pass
/// makes a hundred thousand of them.
package func canonicalURL(_ text: String) -> String? {
    var rest = Array(text.utf8)[...]
    guard let length = schemeLength(rest) else { return nil }
    rest = rest[length...]
    guard rest.allSatisfy({ $0 > 32 && $0 != 127 }) else { return nil }
    if let fragment = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<fragment] }
    let isPathStart = { (byte: UInt8) in
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "\\")
    }
    let end = rest.firstIndex(where: isPathStart) ?? rest.endIndex
    var result = Array("https://".utf8)
    result.reserveCapacity(text.utf8.count + 1)
    guard let host = canonicalHost(rest[..<end]) else { return nil }
    result += host
    var path = rest[end...]
    var query = path[path.endIndex...]
    if let mark = path.firstIndex(of: UInt8(ascii: "?")) {
        query = path[mark...].dropFirst()
        path = path[..<mark]
    }
    result += withoutVariant(path)
    var separator = UInt8(ascii: "?")
    for item in query.split(separator: UInt8(ascii: "&")) where !isTracking(item) {
        result.append(separator)
        result += item
        separator = UInt8(ascii: "&")
    }
    return String(decoding: result, as: UTF8.self)
}

/// The bytes of `http://` or `https://` in any case, nil for another scheme.
private func schemeLength(_ text: ArraySlice<UInt8>) -> Int? {
    ["https://", "http://"].lazy.map(\.utf8).first { scheme in
        text.starts(with: scheme) { $0 == $1 || $0 | 32 == $1 && $1 >= 97 }
    }?.count
}

/// Host and port in lower case, nil when there is no host.
private func canonicalHost(_ authority: ArraySlice<UInt8>) -> [UInt8]? {
    var authority = authority
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
    // A name beyond ASCII has its own rules of case.
    var host =
        authority.allSatisfy { $0 < 0x80 }
        ? authority.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
        : Array(String(decoding: authority, as: UTF8.self).lowercased().utf8)
    for port in [":80", ":443", ":"] where ends(host[...], with: port) {
        host.removeLast(port.utf8.count)
    }
    for variant in ["www.", "amp."]
    where host.starts(with: variant.utf8) && host.dropFirst(4).contains(UInt8(ascii: ".")) {
        host.removeFirst(4)
    }
    return host.isEmpty ? nil : host
}

/// A path without its trailing slash and without what marks a form for phones or paper: `/amp/x`,
/// `/x/amp`, `/x.amp.html`, `/x/print`.
private func withoutVariant(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var path = path
    while path.last == UInt8(ascii: "/") { path = path.dropLast() }
    for ending in ["/amp", "/print", ".amp"]
    where path.count > ending.utf8.count && ends(path, with: ending) {
        path = path.dropLast(ending.utf8.count)
    }
    if path.starts(with: "/amp/".utf8) { path = path.dropFirst(4) }
    return path
}

private func ends(_ text: ArraySlice<UInt8>, with ending: String) -> Bool {
    text.suffix(ending.utf8.count).elementsEqual(ending.utf8)
}

private func isTracking(_ item: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: item, as: UTF8.self).lowercased()
    if variants.contains(text) { return true }
    let name = String(text.prefix { $0 != "=" })
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
