import Domain
import Foundation
import Parsing
import Web

/// Any search that answers as a feed, such as SearXNG asked for `format=rss`.
enum FeedSearch: SearchService {
    static let address = ""

    static func request(_ question: SearchQuestion) -> Request {
        request(
            question.url.replacing("{query}", with: SearchQuestion.encoded(question.query)))
    }

    static func request(_ url: String) -> Request {
        Request(url, headers: [(name: "Accept", value: "application/rss+xml, application/xml")])
    }

    static func hits(in response: Response, at now: Date) throws(SearchTrouble) -> [SearchHit] {
        let entries = try entries(in: response)
        // SearXNG says so when no engine answered.
        if entries.count == 1, entries[0].title == "Error" {
            throw .blocked(
                "it answered with an error: \(plainText(ofHTML: entries[0].summary ?? ""))")
        }
        return entries.map { hit(of: $0) }
    }

    static func entries(in response: Response) throws(SearchTrouble) -> [Entry] {
        do throws(FeedError) {
            return try parseFeed(
                response.body, contentType: response.headers["Content-Type"], url: response.url
            ).entries
        } catch .page {
            throw .blocked(botWall(response.body) ?? "it answered with a web page, not with a feed")
        } catch {
            throw .broken(error.description)
        }
    }

    static func hit(of entry: Entry) -> SearchHit {
        SearchHit(
            url: entry.link, title: entry.title, extract: entry.summary,
            publisher: entry.publisher, published: entry.published)
    }
}
