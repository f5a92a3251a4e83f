import Foundation

/// Makes links absolute against the address of a feed or an `xml:base` within it (RFC 3986 §5).
struct FeedLinks {
    let base: String

    /// Nil for what is empty, no text, or of another scheme than http(s).
    func resolve(_ value: Any?) -> String? {
        guard let text = (value as? String)?.trimmingCharacters(in: .whitespacesAndNewlines),
            !text.isEmpty
        else { return nil }
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return text }
        guard let absolute = URL(string: text, relativeTo: URL(string: base))?.absoluteString,
            absolute.hasPrefix("http")
        else { return nil }
        return absolute
    }

    /// The base for what stands below an `xml:base`.
    func below(_ xmlBase: String?) -> FeedLinks {
        xmlBase.flatMap(resolve).map(FeedLinks.init) ?? self
    }
}
