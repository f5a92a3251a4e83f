import Foundation
import Web

/// Bing's news as a feed. Its links lead through a counter that holds the page's own address.
enum BingNews: SearchService {
    static let address = "https://www.bing.com/news/search"

    static func request(_ question: SearchQuestion) -> Request {
        FeedSearch.request(
            question.address([
                ("q", question.query), ("format", "rss"),
                ("mkt", "\(question.primary)-\(question.region)"),
                // Of the last week.
                ("qft", "interval=\"7\""),
            ]))
    }

    static func hits(in response: Response, at now: Date) throws(SearchTrouble) -> [SearchHit] {
        try FeedSearch.entries(in: response).map { FeedSearch.hit(of: $0) }
    }
}
