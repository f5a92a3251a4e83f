import Domain
import Foundation
import Research
import Testing
import Web

struct SearchTests {
    private let now = Date(timeIntervalSince1970: 1_780_970_400)

    private func provider(_ kind: SearchProvider.Kind) -> SearchProvider {
        let keyed: Set<SearchProvider.Kind> = [.brave, .tavily, .serper, .bocha]
        return SearchProvider(
            name: kind.rawValue, kind: kind,
            url: kind == .rss ? "http://s.example/?q={query}" : nil,
            key: keyed.contains(kind) ? Secret("sk-canary") : nil)
    }

    private func response(
        _ body: [UInt8], status: Int = 200, type: String = "text/plain",
        url: String = "https://s.example/"
    ) -> Response {
        Response(
            status: status, headers: Headers([(name: "Content-Type", value: type)]), body: body,
            url: url)
    }

    private func outcome(_ kind: SearchProvider.Kind, _ fixture: String) throws -> SearchOutcome {
        provider(kind).read(response(try recorded(fixture)), query: "海港", at: now)
    }

    @Test(arguments: [
        (SearchProvider.Kind.searxng, "searxng-with-a-null-date-and-a-duplicate.json", 2),
        (.bing, "bing-news-through-its-counter.xml", 2),
        (.google, "google-news-with-opaque-links.xml", 1),
        (.brave, "brave-news-with-strong-words.json", 3),
        (.tavily, "tavily-with-an-answer-without-an-address.json", 2),
        (.serper, "serper-news-with-spoken-dates.json", 3),
        (.bocha, "bocha-with-a-summary.json", 2),
        (.duckduckgo, "duckduckgo-with-an-advertisement.html", 2),
        (.rss, "bing-news-through-its-counter.xml", 2),
    ])
    func `reads each service's results, each page once, none without an address`(
        kind: SearchProvider.Kind, fixture: String, count: Int
    ) throws {
        let snippets = try outcome(kind, fixture).snippets
        #expect(snippets.count == count)
        #expect(snippets.map(\.rank) == Array(1...count))
        #expect(snippets[0].title.hasPrefix("海港三期码头开工"))
        #expect(snippets.allSatisfy { !$0.extract.contains("<") && !$0.extract.contains("999") })
        #expect(snippets.allSatisfy { canonicalURL($0.url) != nil })
        if kind != .google {
            #expect(
                canonicalURL(snippets[0].url)?.hasPrefix("https://haixi.example/port/1") == true)
            #expect(snippets[0].extract.contains("42 亿元"))
        }
    }

    @Test(arguments: [
        (SearchProvider.Kind.bing, "bing-news-through-its-counter.xml"),
        (.brave, "brave-news-with-strong-words.json"),
        (.tavily, "tavily-with-an-answer-without-an-address.json"),
        (.bocha, "bocha-with-a-summary.json"),
    ])
    func `takes a result's date, and leaves out one that is missing`(
        kind: SearchProvider.Kind, fixture: String
    ) throws {
        let snippets = try outcome(kind, fixture).snippets
        #expect(snippets[0].published == Date(timeIntervalSince1970: 1_780_882_200))
        #expect(snippets.last?.published == nil)
    }

    @Test func `takes a page's own address out of the counters that it leads through`() throws {
        let bing = try outcome(.bing, "bing-news-through-its-counter.xml").snippets
        #expect(
            bing.map(\.url) == [
                "https://haixi.example/port/1?a=1&b=2", "https://wire.example/en/2",
            ])
        #expect(bing[0].publisher == "海西日报")
        let duck = try outcome(.duckduckgo, "duckduckgo-with-an-advertisement.html").snippets
        #expect(
            duck.map(\.url) == ["https://haixi.example/port/1?a=1", "https://wire.example/en/2"])
    }

    @Test func `takes Google's news for leads that no article cites`() throws {
        let lead = try #require(
            try outcome(.google, "google-news-with-opaque-links.xml").snippets.first)
        #expect(lead.kind == .lead)
        #expect(lead.title == "海港三期码头开工 - 中段")
        #expect(lead.publisher == "海西日报")
        #expect(lead.extract.isEmpty)
    }

    @Test func `turns spoken dates into dates`() throws {
        let snippets = try outcome(.serper, "serper-news-with-spoken-dates.json").snippets
        #expect(snippets[0].published == now.addingTimeInterval(-3 * 3600))
        #expect(snippets[1].published == Date(timeIntervalSince1970: 1_749_312_000))
        #expect(snippets[2].published == nil)
        let brave = try outcome(.brave, "brave-news-with-strong-words.json").snippets
        #expect(brave[1].published == now.addingTimeInterval(-3 * 86_400))
    }

    @Test(arguments: [
        (SearchProvider.Kind.searxng, 202, "blocked"), (.searxng, 403, "not enabled"),
        (.searxng, 429, "throttled"), (.searxng, 500, "broken"), (.bing, 403, "blocked"),
        (.google, 429, "throttled"), (.brave, 401, "bad key"), (.brave, 403, "bad key"),
        (.tavily, 432, "throttled"), (.tavily, 401, "bad key"), (.serper, 403, "bad key"),
        (.bocha, 403, "bad key"), (.bocha, 502, "broken"), (.duckduckgo, 202, "blocked"),
        (.duckduckgo, 403, "blocked"), (.rss, 404, "broken"),
    ])
    func `tells by the status why there is no answer`(
        kind: SearchProvider.Kind, status: Int, word: String
    ) {
        let outcome = provider(kind).read(response([], status: status), query: "q", at: now)
        #expect(outcome.isFailure)
        #expect(outcome.description.hasPrefix(word))
        #expect(!outcome.description.contains("sk-canary"))
    }

    @Test func `waits as long as a service asks`() {
        var asked = response([], status: 429)
        asked.headers.fields.append((name: "Retry-After", value: "90"))
        #expect(provider(.brave).read(asked, query: "q", at: now).pause == .seconds(90))
    }

    @Test(arguments: SearchProvider.Kind.allCases)
    func `takes a CAPTCHA that answers 200 for a wall, not for no results`(
        kind: SearchProvider.Kind
    ) throws {
        let outcome = try outcome(kind, "a-captcha-that-answers-200.html")
        #expect(outcome == .blocked("a CAPTCHA"))
    }

    @Test(arguments: SearchProvider.Kind.allCases)
    func `takes no web page for an answer`(kind: SearchProvider.Kind) throws {
        #expect(try outcome(kind, "a-login-page-that-answers-200.html").isFailure)
    }

    @Test(arguments: SearchProvider.Kind.allCases)
    func `takes a redirect to a notice of consent for a wall`(kind: SearchProvider.Kind) {
        let page = response(
            Array("<html>Before you continue</html>".utf8), url: "https://consent.google.com/m")
        let outcome = provider(kind).read(page, query: "q", at: now)
        #expect(outcome.description.hasPrefix("blocked: a notice of consent"))
    }

    @Test(arguments: [
        (SearchProvider.Kind.searxng, #"{"query":"zzz","results":[],"unresponsive_engines":[]}"#),
        (.brave, #"{"type":"news","query":{},"results":[]}"#), (.brave, #"{"type":"news"}"#),
        (.tavily, #"{"query":"zzz","results":[]}"#), (.serper, #"{"searchParameters":{}}"#),
        (.bocha, #"{"code":200,"data":{"webPages":null}}"#),
        (.bing, "<rss version=\"2.0\"><channel><title>x</title></channel></rss>"),
        (.google, "<rss version=\"2.0\"><channel><title>x</title></channel></rss>"),
        (.duckduckgo, "<html><body><div id=\"links\">No results.</div></body></html>"),
    ])
    func `tells nothing found from not let in`(kind: SearchProvider.Kind, body: String) {
        let outcome = provider(kind).read(response(Array(body.utf8)), query: "q", at: now)
        #expect(outcome == .noResults)
        #expect(!outcome.isFailure)
    }

    @Test(arguments: [
        (SearchProvider.Kind.searxng, "searxng-whose-engines-are-suspended.json", "CAPTCHA"),
        (.rss, "searxng-rss-that-says-error.xml", "timeout"),
        (.duckduckgo, "duckduckgo-with-a-challenge.html", "challenge"),
    ])
    func `takes silent engines and challenges for walls`(
        kind: SearchProvider.Kind, fixture: String, words: String
    ) throws {
        guard case .blocked(let reason) = try outcome(kind, fixture) else {
            Issue.record("not blocked")
            return
        }
        #expect(reason.contains(words))
    }

    @Test(arguments: [SearchProvider.Kind.searxng, .brave, .tavily, .serper, .bocha])
    func `reads JSON in GB18030, as its header says`(kind: SearchProvider.Kind) throws {
        // 港口 in GBK.
        let title: [UInt8] = [0xb8, 0xdb, 0xbf, 0xda]
        let item =
            Array(#"{"url":"https://a.example/1","link":"https://a.example/1","title":""#.utf8)
            + title + Array(#"","name":""#.utf8) + title + Array(#""}"#.utf8)
        let body: [UInt8]
        switch kind {
        case .serper: body = Array(#"{"news":["#.utf8) + item + Array("]}".utf8)
        case .bocha:
            body = Array(#"{"data":{"webPages":{"value":["#.utf8) + item + Array("]}}}".utf8)
        default: body = Array(#"{"results":["#.utf8) + item + Array("]}".utf8)
        }
        let answer = response(body, type: "application/json; charset=gbk")
        #expect(provider(kind).read(answer, query: "q", at: now).snippets.map(\.title) == ["港口"])
    }

    @Test func `keeps the first fifty of an answer longer than a megabyte`() {
        let words = String(repeating: "字", count: 1000)
        let results = (1...500).map {
            #"{"url":"https://a.example/\#($0)","title":"t\#($0)","content":"\#(words)"}"#
        }
        let body = Array("{\"results\":[\(results.joined(separator: ","))]}".utf8)
        #expect(body.count > 1_048_576)
        let snippets = provider(.searxng).read(response(body), query: "q", at: now).snippets
        #expect(snippets.count == 50)
        #expect(snippets.allSatisfy { $0.extract.count <= 2000 })
    }

    @Test(arguments: SearchProvider.Kind.allCases)
    func `asks with the query encoded, and the key nowhere but in a header`(
        kind: SearchProvider.Kind
    ) throws {
        let long = String(repeating: "长", count: 900)
        let request = provider(kind).request(for: "海港 & 码头 #1 " + long)
        #expect(!request.url.contains("sk-canary"))
        #expect(!String(decoding: request.body, as: UTF8.self).contains("sk-canary"))
        #expect(URL(string: request.url) != nil && !request.url.contains("#"))
        let said =
            (request.url + String(decoding: request.body, as: UTF8.self)).removingPercentEncoding
        #expect(said?.contains("海港 & 码头 #1") == true)
        #expect(said?.contains(String(repeating: "长", count: 400)) == false)
    }

    @Test func `lets a private address in only where the operator named it`() {
        #expect(provider(.bing).request(for: "q").origin == .network)
        #expect(
            SearchProvider(name: "s", kind: .searxng, url: "http://127.0.0.1:8888")
                .request(for: "q").origin == .settings)
    }

    private func recorded(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appending(path: "Fixtures/search/\(name)")))
    }
}
