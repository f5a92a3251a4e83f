import Domain
import Foundation

/// A source between its boundaries, as prompts show it: data, never instructions.
enum SourceBlock {
    /// Unguessable for a page, and the same when a request is repeated.
    static func boundary(for identity: String, secret: String) -> String {
        String(
            SHA256.authenticationCode(of: Array(identity.utf8), key: Array(secret.utf8)).prefix(16))
    }

    static func text(
        _ source: Source, boundary: String, body: String, zone: TimeZone
    ) -> String {
        var lines = ["[[SOURCE \(source.id) \(boundary)]]", "Title: \(line(source.title))"]
        if let publisher = source.publisher { lines.append("Publisher: \(line(publisher))") }
        if let published = source.published {
            let style = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
            lines.append("Published: \(published.formatted(style))")
        }
        if let language = source.language { lines.append("Language: \(line(language))") }
        if source.isReusable { lines.append("Reuse: verbatim") }
        return (lines + ["", body, "[[/SOURCE \(source.id) \(boundary)]]"]).joined(separator: "\n")
    }

    /// A text of one line, at most 300 characters: titles come from the network too.
    static func line(_ text: String) -> String {
        String(text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300))
    }
}

extension Source {
    /// The same source with less text.
    func showing(_ text: String) -> Source {
        Source(
            number: number, kind: kind, url: url, title: title, publisher: publisher,
            author: author, published: published, retrieved: retrieved, language: language,
            text: text, isReusable: isReusable, isSuspect: isSuspect)
    }
}
