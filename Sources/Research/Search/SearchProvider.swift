package import Domain
package import Foundation
package import Web

/// A service that is asked for pages on a story.
package struct SearchProvider: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A SearXNG instance, asked for JSON.
        case searxng
        /// Any search that answers as a feed; its URL holds `{query}`.
        case rss
        case bing, google, brave, tavily, serper, bocha, duckduckgo
    }

    package var name: String
    package var kind: Kind
    package var url: String
    /// BCP 47.
    package var language: String
    package var key: Secret?
    /// Questions a day of the site's zone; nil without a limit.
    package var perDay: Int?
    /// The operator named the address, which may then be private.
    private let isNamed: Bool

    /// How long an answer is good for.
    package static let lifetime = Duration.seconds(86_400)
    /// Results that are kept of an answer.
    static let most = 50

    /// - Parameter url: nil for the service's own address.
    package init(
        name: String, kind: Kind, url: String? = nil, language: String? = nil, key: Secret? = nil,
        perDay: Int? = nil
    ) {
        self.name = name
        self.kind = kind
        self.url = url ?? kind.service.address
        self.language = language ?? "zh-CN"
        self.key = key
        self.perDay = perDay
        isNamed = url != nil
    }

    /// The least time between two questions; who is asked sooner is passed over.
    package var interval: Duration { kind == .google ? .seconds(60) : .zero }

    /// Whether its robots.txt is obeyed: not where the operator runs it, subscribed to it, or pays.
    package var obeysRobots: Bool { !isNamed && key == nil }

    package func request(for query: String) -> Request {
        let question = SearchQuestion(
            query: Self.short(query), url: url, language: language, key: key)
        var request = kind.service.request(question)
        request.origin = isNamed ? .settings : .network
        request.limits = Limits(body: 2_000_000, total: .seconds(20))
        return request
    }

    /// What an answer says, whatever its status.
    package func read(_ response: Response, query: String, at now: Date) -> SearchOutcome {
        if let outcome = refusal(in: response, at: now) { return outcome }
        do throws(SearchTrouble) {
            let hits = try kind.service.hits(in: response, at: now)
            let snippets = snippets(of: hits, query: query, at: now)
            return snippets.isEmpty ? .noResults : .results(snippets)
        } catch {
            switch error {
            case .blocked(let reason): return .blocked(reason)
            case .broken(let reason): return .broken(reason)
            }
        }
    }

    private func refusal(in response: Response, at now: Date) -> SearchOutcome? {
        if let host = URL(string: response.url)?.host, host.hasPrefix("consent.") {
            return .blocked("a notice of consent at \(host)")
        }
        switch response.status {
        case 200: return nil
        case 401: return .badKey(response.status)
        case 402, 432, 433: return .throttled(nil)
        case 403 where kind == .searxng: return .notEnabled
        case 403 where key != nil: return .badKey(response.status)
        case 202, 403: return .blocked("it answered \(response.status)")
        case 429: return .throttled(response.headers.retryAfter(at: now))
        default: return .broken("it answered \(response.status)")
        }
    }

    private func snippets(of hits: [SearchHit], query: String, at now: Date) -> [Snippet] {
        var seen: Set<String> = []
        var snippets: [Snippet] = []
        for hit in hits {
            guard snippets.count < Self.most else { break }
            guard let url = hit.url.flatMap(directURL), let address = canonicalURL(url),
                seen.insert(address).inserted
            else { continue }
            let title = hit.plain(hit.title, limit: 500)
            snippets.append(
                Snippet(
                    provider: name, query: query, rank: snippets.count + 1,
                    kind: hit.isLead ? .lead : .result, title: title.isEmpty ? url : title,
                    url: url, extract: hit.plain(hit.extract, limit: 2000),
                    publisher: hit.publisher, published: hit.published, retrieved: now))
        }
        return snippets
    }

    /// Services refuse questions of more than 400 characters or 50 words.
    private static func short(_ query: String) -> String {
        String(
            query.split(whereSeparator: \.isWhitespace).prefix(50).joined(separator: " ").prefix(
                380))
    }
}
