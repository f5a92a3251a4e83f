import Domain
import Foundation
import Web

/// 博查, a search of the Chinese web.
enum Bocha: SearchService {
    static let address = "https://api.bochaai.com/v1/web-search"

    static func request(_ question: SearchQuestion) -> Request {
        Tavily.jsonRequest(
            question.url, key: ("Authorization", "Bearer \(question.key?.revealed ?? "")"),
            ["query": question.query, "freshness": "oneWeek", "summary": true, "count": 20])
    }

    static func hits(in response: Response, at now: Date) throws(SearchTrouble) -> [SearchHit] {
        let answer = try JSONAnswer(response)
        guard answer["data"].exists else {
            throw .broken(answer["message"].text.map { "it says: \($0)" } ?? "its JSON has no data")
        }
        return answer["data"]["webPages"]["value"].list.map { result in
            SearchHit(
                url: result["url"].text, title: result["name"].text,
                extract: result["summary"].text ?? result["snippet"].text,
                publisher: result["siteName"].text,
                published: result["datePublished"].date(at: now))
        }
    }
}
