import Domain
import Foundation
import Web

/// Google's news as a feed: for discovery only. Its links are opaque and end at a notice of consent,
/// so none is ever fetched or cited; headline and publisher are what it is asked for.
enum GoogleNews: SearchService {
    static let address = "https://news.google.com/rss/search"

    static func request(_ question: SearchQuestion) -> Request {
        let script = ["TW", "HK", "MO"].contains(question.region) ? "zh-Hant" : "zh-Hans"
        let edition = question.primary == "zh" ? script : question.primary
        return FeedSearch.request(
            question.address([
                ("q", question.query + " when:7d"),
                ("hl", "\(question.primary)-\(question.region)"), ("gl", question.region),
                ("ceid", "\(question.region):\(edition)"),
            ]))
    }

    static func hits(in response: Response, at now: Date) throws(SearchTrouble) -> [SearchHit] {
        try FeedSearch.entries(in: response).map { entry in
            var hit = FeedSearch.hit(of: entry)
            hit.isLead = true
            // The description is a list of links, the publisher stands behind the headline.
            hit.extract = nil
            if let title = entry.title, let dash = title.range(of: " - ", options: .backwards) {
                hit.title = String(title[..<dash.lowerBound])
                hit.publisher = hit.publisher ?? String(title[dash.upperBound...])
            }
            return hit
        }
    }
}
