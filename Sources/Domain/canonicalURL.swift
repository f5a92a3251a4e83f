import Foundation

/// The one form of an address by which pages are told apart: lower-case scheme and host, no default
/// port, no fragment, no tracking parameters, no trailing slash. For comparing only: what is fetched
/// and cited is the address as it came.
///
/// Nil for what is not http(s).
package func canonicalURL(_ text: String) -> String? {
    guard var parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
        ["http", "https"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty
    else { return nil }
    // One site on both: a page is not another because of its encryption.
    parts.scheme = "https"
    parts.host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    if parts.port == 80 || parts.port == 443 { parts.port = nil }
    parts.fragment = nil
    parts.user = nil
    parts.password = nil
    let kept = parts.percentEncodedQueryItems?.filter { !isTracking($0.name.lowercased()) } ?? []
    parts.percentEncodedQueryItems = kept.isEmpty ? nil : kept
    if parts.percentEncodedPath.hasSuffix("/") { parts.percentEncodedPath.removeLast() }
    return parts.string
}

private func isTracking(_ name: String) -> Bool {
    name.hasPrefix("utm_") || name.hasPrefix("mc_") || name.hasPrefix("at_")
        || [
            "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "spm", "ref", "ref_src",
            "from", "cmpid", "ocid", "ncid", "smid", "sharetoken", "share_token", "amp",
        ].contains(name)
}
