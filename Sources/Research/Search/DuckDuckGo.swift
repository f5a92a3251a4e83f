import Foundation
import Parsing
import Web

/// DuckDuckGo's page for browsers without scripts: the last resort, as it may answer any program
/// with a wall.
enum DuckDuckGo: SearchService {
    static let address = "https://html.duckduckgo.com/html/"

    static func request(_ question: SearchQuestion) -> Request {
        let region = "\(question.region)-\(question.primary)".lowercased()
        let form = SearchQuestion.form([
            ("q", question.query), ("b", ""), ("kl", region), ("df", "w"),
        ])
        return Request(
            question.url, method: .post,
            headers: [
                (name: "Accept", value: "text/html"),
                (name: "Content-Type", value: "application/x-www-form-urlencoded"),
            ], body: Array(form.utf8), spacing: .seconds(5))
    }

    static func hits(in response: Response, at now: Date) throws(SearchTrouble) -> [SearchHit] {
        let page = ResultPage(
            response.body, contentType: response.headers["Content-Type"], url: response.url)
        guard let page else { throw .broken("it did not answer with a web page") }
        if page.results.isEmpty, let wall = botWall(response.body) { throw .blocked(wall) }
        guard page.hasList else { throw .broken("its page has no list of results") }
        return page.results.map { SearchHit(url: $0.url, title: $0.title, extract: $0.extract) }
    }
}
