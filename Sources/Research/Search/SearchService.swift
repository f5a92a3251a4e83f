import Domain
import Foundation
import Parsing
import Web

/// How one search service is asked, and how its answer reads.
protocol SearchService: Sendable {
    /// Where it is asked when the settings name no address.
    static var address: String { get }
    static func request(_ question: SearchQuestion) -> Request
    /// What a 200 brought, best first; empty when nothing matched.
    static func hits(in response: Response, at now: Date) throws(SearchTrouble) -> [SearchHit]
}

extension SearchProvider.Kind {
    var service: any SearchService.Type {
        switch self {
        case .searxng: SearXNG.self
        case .rss: FeedSearch.self
        case .bing: BingNews.self
        case .google: GoogleNews.self
        case .brave: Brave.self
        case .tavily: Tavily.self
        case .serper: Serper.self
        case .bocha: Bocha.self
        case .duckduckgo: DuckDuckGo.self
        }
    }
}

struct SearchQuestion: Sendable {
    var query: String
    var url: String
    /// BCP 47.
    var language: String
    var key: Secret?

    /// `zh` of `zh-CN`.
    var primary: String { language.split(separator: "-").first.map(String.init) ?? language }

    /// `CN` of `zh-CN`; a language without a region has its largest.
    var region: String {
        let regions = ["zh": "CN", "en": "US", "ja": "JP", "ko": "KR", "de": "DE", "fr": "FR"]
        let parts: [Substring] = language.split(separator: "-")
        let named = parts.dropFirst().last { $0.count == 2 }
        return named?.uppercased() ?? regions[primary.lowercased()] ?? "US"
    }

    /// The address with parameters.
    func address(_ parameters: [(String, String)]) -> String {
        let base = url.hasSuffix("/") && !url.hasSuffix("://") ? String(url.dropLast()) : url
        return base + (base.contains("?") ? "&" : "?") + Self.form(parameters)
    }

    static func form(_ parameters: [(String, String)]) -> String {
        parameters.map { "\($0)=\(encoded($1))" }.joined(separator: "&")
    }

    /// All but the unreserved characters of RFC 3986 §2.3 by per cent.
    static func encoded(_ text: String) -> String {
        var output = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126:
                output.unicodeScalars.append(Unicode.Scalar(byte))
            default: output += String(format: "%%%02X", byte)
            }
        }
        return output
    }
}

/// One result as a service gives it.
struct SearchHit: Sendable {
    var url: String?
    /// May hold HTML.
    var title: String?
    var extract: String?
    var publisher: String?
    var published: Date?
    /// Its address is not the page's own: it tells that a report exists, and is never cited.
    var isLead = false

    func plain(_ text: String?, limit: Int) -> String {
        String(plainText(ofHTML: text ?? "").prefix(limit))
    }
}

/// Why a 200 brought no results.
enum SearchTrouble: Error, Equatable {
    case blocked(String)
    case broken(String)
}
