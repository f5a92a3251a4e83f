import Domain
package import Foundation
package import Web

/// A service that is asked for pages on a story.
package struct SearchProvider: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A SearXNG instance, asked for JSON.
        case searxng
        /// Any search that answers as a feed; its URL holds `{query}`.
        case rss
    }

    package var name: String
    package var kind: Kind
    package var url: String
    /// BCP 47, sent where the provider knows languages.
    package var language: String?

    /// How long an answer is good for.
    package static let lifetime = Duration.seconds(86_400)

    package init(name: String, kind: Kind, url: String, language: String? = nil) {
        self.name = name
        self.kind = kind
        self.url = url
        self.language = language
    }

    package func request(for query: String) -> Request {
        var request: Request
        switch kind {
        case .searxng:
            var items = [("q", query), ("format", "json"), ("categories", "news")]
            if let language { items.append(("language", language)) }
            let asked = items.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
            let base = url.hasSuffix("/") ? String(url.dropLast()) : url
            request = Request(
                (base.hasSuffix("/search") ? base : base + "/search") + "?" + asked,
                headers: [(name: "Accept", value: "application/json")])
        case .rss:
            request = Request(
                url.replacing("{query}", with: Self.encoded(query)),
                headers: [(name: "Accept", value: "application/rss+xml, application/xml")])
        }
        request.origin = .settings
        request.limits = Limits(body: 2_000_000, total: .seconds(20))
        return request
    }

    package func read(_ response: Response, query: String, at now: Date) -> SearchOutcome {
        switch response.status {
        case 200: break
        case 401: return .badKey
        case 403 where kind == .searxng: return .notEnabled
        case 202, 403: return .blocked("it answered \(response.status)")
        case 429: return .throttled(response.headers.retryAfter(at: now))
        default: return .broken("it answered \(response.status)")
        }
        let outcome =
            switch kind {
            case .searxng: readSearXNG(response, query: query, at: now)
            case .rss: readRSS(response, query: query, at: now)
            }
        return outcome
    }

    private static func encoded(_ text: String) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        allowed.formIntersection(CharacterSet(charactersIn: "\u{0}"..."\u{7f}"))
        return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}
