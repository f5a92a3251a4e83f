import Foundation
import Web

/// A SearXNG instance, asked for JSON. Its default settings offer none and answer 403.
enum SearXNG: SearchService {
    static let address = "http://127.0.0.1:8888"

    static func request(_ question: SearchQuestion) -> Request {
        var question = question
        while question.url.hasSuffix("/") { question.url.removeLast() }
        if !question.url.hasSuffix("/search") { question.url += "/search" }
        return Request(
            question.address([
                ("q", question.query), ("format", "json"), ("categories", "news"),
                ("language", question.language),
            ]), headers: [(name: "Accept", value: "application/json")])
    }

    static func hits(in response: Response, at now: Date) throws(SearchTrouble) -> [SearchHit] {
        let answer = try JSONAnswer(response)
        guard answer["results"].exists else { throw .broken("its JSON has no results") }
        let results = answer["results"].list
        // Pairs of an engine and its trouble.
        let silent = answer["unresponsive_engines"].list
        if results.isEmpty, !silent.isEmpty {
            let names = silent.map { $0.list.compactMap(\.text).joined(separator: " ") }
            throw .blocked("no engine answered: \(names.joined(separator: ", "))")
        }
        return results.map { result in
            SearchHit(
                url: result["url"].text, title: result["title"].text,
                extract: result["content"].text,
                published: result["publishedDate"].date(at: now)
                    ?? result["pubdate"].date(at: now))
        }
    }
}
