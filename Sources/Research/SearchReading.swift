import Domain
import Foundation
import Parsing
import Web

extension SearchProvider {
    private struct SearXNG: Decodable {
        struct Result: Decodable {
            var url: String?
            var title: String?
            var content: String?
            var publishedDate: String?
        }

        var results: [Result]
        /// Pairs of an engine and its trouble.
        var unresponsive_engines: [[String]]?
    }

    func readSearXNG(_ response: Response, query: String, at now: Date) -> SearchOutcome {
        guard let answer = try? JSONDecoder().decode(SearXNG.self, from: Data(response.body)) else {
            return .broken("it did not answer with SearXNG's JSON")
        }
        let silent = answer.unresponsive_engines ?? []
        if answer.results.isEmpty, !silent.isEmpty {
            let names = silent.map { $0.joined(separator: " ") }.joined(separator: ", ")
            return .blocked("no engine answered: \(names)")
        }
        return outcome(
            of: answer.results.map { result in
                (
                    result.url, result.title, result.content,
                    result.publishedDate.flatMap(writtenDate)
                )
            }, query: query, at: now)
    }

    func readRSS(_ response: Response, query: String, at now: Date) -> SearchOutcome {
        do throws(FeedError) {
            let feed = try parseFeed(
                response.body, contentType: response.headers["Content-Type"], url: response.url)
            return outcome(
                of: feed.entries.map { ($0.link, $0.title, $0.summary, $0.published) },
                query: query, at: now)
        } catch .page {
            return .blocked("it answered with a web page")
        } catch {
            return .broken(error.description)
        }
    }

    private func outcome(
        of found: [(url: String?, title: String?, extract: String?, published: Date?)],
        query: String, at now: Date
    ) -> SearchOutcome {
        var snippets: [Snippet] = []
        for result in found.prefix(50) {
            guard let url = result.url, canonicalURL(url) != nil else { continue }
            let title = plainText(ofHTML: result.title ?? "")
            snippets.append(
                Snippet(
                    provider: name, query: query, rank: snippets.count + 1,
                    title: title.isEmpty ? url : title, url: url,
                    extract: plainText(ofHTML: result.extract ?? ""),
                    published: result.published, retrieved: now))
        }
        return snippets.isEmpty ? .noResults : .results(snippets)
    }
}
