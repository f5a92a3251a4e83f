import Domain
import Foundation
import Web

/// Brave's news by its API.
enum Brave: SearchService {
    static let address = "https://api.search.brave.com/res/v1/news/search"

    static func request(_ question: SearchQuestion) -> Request {
        // It names Chinese by its scripts.
        let isTraditional = ["TW", "HK", "MO"].contains(question.region)
        let language =
            question.primary == "zh" ? (isTraditional ? "zh-hant" : "zh-hans") : question.primary
        return Request(
            question.address([
                ("q", question.query), ("country", question.region), ("search_lang", language),
                ("count", "20"), ("freshness", "pw"), ("spellcheck", "false"),
            ]),
            headers: [
                (name: "Accept", value: "application/json"),
                (name: "X-Subscription-Token", value: question.key?.revealed ?? ""),
            ])
    }

    static func hits(in response: Response, at now: Date) throws(SearchTrouble) -> [SearchHit] {
        let answer = try JSONAnswer(response)
        guard answer["type"].exists || answer["results"].exists else {
            throw .broken("its JSON has no results")
        }
        return answer["results"].list.map { result in
            SearchHit(
                url: result["url"].text, title: result["title"].text,
                extract: result["description"].text,
                publisher: result["source"]["name"].text
                    ?? result["meta_url"]["hostname"].text,
                published: result["page_age"].date(at: now) ?? result["age"].date(at: now))
        }
    }
}
