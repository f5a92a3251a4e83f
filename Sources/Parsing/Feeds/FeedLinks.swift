import Foundation

/// Makes links absolute against the address of a feed or an `xml:base` within it (RFC 3986 §5).
struct FeedLinks {
    /// Empty where nothing is known: relative links stay as they are.
    let base: String

    /// Nil for what is empty, no text, or a script.
    func resolve(_ value: Any?) -> String? {
        guard let text = (value as? String).map({ trimmed($0) }) else { return nil }
        return resolve(text)
    }

    func resolve(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        if text.hasPrefix("http://") || text.hasPrefix("https://") || base.isEmpty { return text }
        let scheme = text.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
        if scheme.count < text.count, text[scheme.endIndex] == ":", scheme.first?.isLetter == true {
            return ["javascript", "data"].contains(scheme.lowercased()) ? nil : text
        }
        return URL(string: text, relativeTo: URL(string: base))?.absoluteString ?? text
    }

    /// The base for what stands below an `xml:base`.
    func below(_ xmlBase: String?) -> FeedLinks {
        xmlBase.flatMap { resolve(trimmed($0)) }.map(FeedLinks.init) ?? self
    }
}
