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
        if isAbsolute(text) || base.isEmpty { return text }
        let scheme = text.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
        if scheme.count < text.count, text[scheme.endIndex] == ":", scheme.first?.isLetter == true {
            return ["javascript", "data"].contains(scheme.lowercased()) ? nil : text
        }
        return URL(string: text, relativeTo: URL(string: base))?.absoluteString ?? text
    }

    private func isAbsolute(_ text: String) -> Bool {
        var letters = text.utf8.makeIterator()
        for letter in "http".utf8 where letters.next() != letter { return false }
        var next = letters.next()
        if next == UInt8(ascii: "s") { next = letters.next() }
        return next == UInt8(ascii: ":") && letters.next() == UInt8(ascii: "/")
            && letters.next() == UInt8(ascii: "/")
    }

    /// The base for what stands below an `xml:base`.
    func below(_ xmlBase: String?) -> FeedLinks {
        xmlBase.flatMap { resolve(trimmed($0)) }.map(FeedLinks.init) ?? self
    }
}
