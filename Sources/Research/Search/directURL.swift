import Foundation

/// The page's own address where a result leads through the service's counter; nil for an
/// advertisement, and for a counter that does not say where it leads.
func directURL(_ url: String) -> String? {
    guard let parts = URLComponents(string: url), let host = parts.host?.lowercased() else {
        return url
    }
    let name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    for counter in counters where name == counter.host || name.hasSuffix("." + counter.host) {
        guard parts.path.hasPrefix(counter.path) else { continue }
        return parts.queryItems?.first { $0.name == counter.parameter }?.value
    }
    return url
}

/// An empty parameter: the address is an advertisement's.
private let counters: [(host: String, path: String, parameter: String)] = [
    ("bing.com", "/news/apiclick.aspx", "url"), ("google.com", "/url", "q"),
    ("duckduckgo.com", "/l/", "uddg"), ("duckduckgo.com", "/y.js", ""),
]
