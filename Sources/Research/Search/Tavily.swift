import Domain
import Foundation
import Web

/// Tavily's news. Its answer of a model is not asked for: it has no address to cite.
enum Tavily: SearchService {
    static let address = "https://api.tavily.com/search"

    static func request(_ question: SearchQuestion) -> Request {
        jsonRequest(
            question.url, key: ("Authorization", "Bearer \(question.key?.revealed ?? "")"),
            [
                "query": question.query, "topic": "news", "search_depth": "basic",
                "time_range": "week", "max_results": 10, "include_answer": false,
            ])
    }

    static func hits(in response: Response, at now: Date) throws(SearchTrouble) -> [SearchHit] {
        let answer = try JSONAnswer(response)
        guard answer["results"].exists else { throw .broken("its JSON has no results") }
        return answer["results"].list.map { result in
            SearchHit(
                url: result["url"].text, title: result["title"].text,
                extract: result["content"].text,
                published: result["published_date"].date(at: now))
        }
    }

    /// A question as a JSON object, keys sorted, so that the same question is the same bytes.
    static func jsonRequest(
        _ url: String, key: (name: String, value: String), _ body: [String: Any]
    ) -> Request {
        let data = try? JSONSerialization.data(withJSONObject: body, options: .sortedKeys)
        return Request(
            url, method: .post,
            headers: [
                (name: "Content-Type", value: "application/json"),
                (name: "Accept", value: "application/json"), key,
            ], body: Array(data ?? Data()))
    }
}
