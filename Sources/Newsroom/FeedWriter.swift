import Domain
import Foundation
import Glibc

/// Writes the feed of a site in the site's own form and charset.
struct FeedWriter {
    let site: Site
    /// Scheme, host and port.
    let base: String
    let dispatches: [Dispatch]

    var contentType: String {
        switch site.form {
        case .rss: "application/rss+xml; charset=\(site.charset)"
        case .rdf: "application/rdf+xml; charset=\(site.charset)"
        case .atom: "application/atom+xml; charset=\(site.charset)"
        case .json: "application/feed+json"
        }
    }

    var bytes: Data {
        let text =
            switch site.form {
            case .rss: rss
            case .rdf: rdf
            case .atom: atom
            case .json: json
            }
        guard site.charset == "GB18030" else { return Data(text.utf8) }
        return converted(text, to: site.charset)
    }

    /// When the newest item appeared, as HTTP writes it.
    var modified: String {
        rfc822(dispatches.map(\.published).max() ?? Date(timeIntervalSince1970: 0))
            .replacing("+0000", with: "GMT")
    }

    private var rss: String {
        let items = dispatches.map { item in
            // A broken feed: a bare &, an entity that XML does not know, and <br> never closed.
            let note = site.isBroken ? "<br>&nbsp;图文 & 视频" : ""
            return """
                <item><title>\(escaped(item.title))</title><link>\(base)\(item.path)</link>
                <guid isPermaLink="true">\(base)\(item.path)</guid>
                <pubDate>\(rfc822(item.published))</pubDate>
                <description>\(escaped(item.summary))\(note)</description></item>
                """
        }
        return """
            <?xml version="1.0" encoding="\(site.charset)"?>
            <rss version="2.0"><channel><title>\(site.name)</title><link>\(base)/</link>
            <description>\(site.name)</description><language>\(site.language)</language>
            <ttl>30</ttl>
            \(items.joined(separator: "\n"))
            </channel></rss>
            """
    }

    private var rdf: String {
        let items = dispatches.map { item in
            """
            <item rdf:about="\(base)\(item.path)"><title>\(escaped(item.title))</title>
            <link>\(base)\(item.path)</link><dc:date>\(Timestamp.text(item.published))</dc:date>
            <dc:creator>\(escaped(item.author))</dc:creator>
            <description>\(escaped(item.summary))</description></item>
            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
             xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="\(base)/"><title>\(site.name)</title><link>\(base)/</link>
            <description>\(site.name)</description></channel>
            \(items.joined(separator: "\n"))
            </rdf:RDF>
            """
    }

    private var atom: String {
        let items = dispatches.map { item in
            """
            <entry><title>\(escaped(item.title))</title><link href="\(item.path)"/>
            <id>\(base)\(item.path)</id><published>\(Timestamp.text(item.published))</published>
            <updated>\(Timestamp.text(item.published))</updated>
            <author><name>\(escaped(item.author))</name></author>
            <summary>\(escaped(item.summary))</summary></entry>
            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(site.language)" xml:base="\(base)/">
            <title>\(site.name)</title><link href="\(base)/"/><id>\(base)/</id>
            <updated>\(Timestamp.text(dispatches.first?.published ?? .distantPast))</updated>
            \(items.joined(separator: "\n"))
            </feed>
            """
    }

    private var json: String {
        let items = dispatches.map { item -> [String: Any] in
            [
                "id": base + item.path, "url": base + item.path, "title": item.title,
                "summary": item.summary, "date_published": Timestamp.text(item.published),
                "authors": [["name": item.author]],
            ]
        }
        let feed: [String: Any] = [
            "version": "https://jsonfeed.org/version/1.1", "title": site.name,
            "home_page_url": base + "/", "feed_url": base + site.feedPath,
            "language": site.language, "items": items,
        ]
        let data = try? JSONSerialization.data(withJSONObject: feed, options: [.sortedKeys])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    private func rfc822(_ date: Date) -> String {
        let style = Date.VerbatimFormatStyle(
            format: """
                \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \
                \(year: .defaultDigits) \
                \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\
                \(minute: .twoDigits):\(second: .twoDigits) +0000
                """, locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
            calendar: Calendar(identifier: .gregorian))
        return date.formatted(style)
    }
}

/// Text as it stands in XML or HTML.
func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
}

/// The text in another charset, by iconv.
private func converted(_ text: String, to charset: String) -> Data {
    guard let converter = unsafe iconv_open(charset, "UTF-8") else { return Data() }
    defer { unsafe iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2)
    var (left, room) = (input.count, output.count)
    unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target in
            var from = source.baseAddress
            var to = target.baseAddress
            _ = unsafe iconv(converter, &from, &left, &to, &room)
        }
    }
    return Data(output.prefix(output.count - room).map { UInt8(bitPattern: $0) })
}
