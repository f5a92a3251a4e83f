import Domain
import Foundation
import Web

/// Google's news by Serper. Its times are spoken: `3 hours ago`.
enum Serper: SearchService {
    static let address = "https://google.serper.dev/news"

    static func request(_ question: SearchQuestion) -> Request {
        Tavily.jsonRequest(
            question.url, key: ("X-API-KEY", question.key?.revealed ?? ""),
            [
                "q": question.query, "gl": question.region.lowercased(),
                "hl": question.language.lowercased(), "num": 20, "tbs": "qdr:w",
            ])
    }

    static func hits(in response: Response, at now: Date) throws(SearchTrouble) -> [SearchHit] {
        let answer = try JSONAnswer(response)
        // The address decides which of the two it is; with no results there may be neither.
        guard answer["searchParameters"].exists || answer["news"].exists || answer["organic"].exists
        else { throw .broken("its JSON has no results") }
        return (answer["news"].list + answer["organic"].list).map { result in
            SearchHit(
                url: result["link"].text, title: result["title"].text,
                extract: result["snippet"].text, publisher: result["source"].text,
                published: result["date"].date(at: now))
        }
    }
}
