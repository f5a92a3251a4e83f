import ArgumentParser
import Domain
import Foundation
import Research

/// Puts entries into stories, each by what was published before it.
struct StoriesAnswers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories",
        abstract: "The stories of a file of entries, one JSON object a line.")

    @Argument(help: "The file: id, feed, url, title, summary, lang, published.")
    var file: String

    private struct Case: Decodable {
        var id, feed, url, title, summary, lang, published: String
    }

    private struct Answer: Encodable {
        var id, story: String
    }

    func run() throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let cases = try text.split(separator: "\n")
            .map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
            .sorted { $0.published < $1.published }
        var index = StoryIndex()
        for (number, item) in cases.enumerated() {
            let published = try Date(item.published, strategy: .iso8601)
            let report = Report(
                id: Int64(number), feedURL: item.feed, key: item.id, url: item.url,
                canonicalURL: canonicalURL(item.url), title: item.title, summary: item.summary,
                language: item.lang, published: published)
            let story = index.story(of: report) ?? item.id
            index.add(report, to: story)
            let answer = try JSONEncoder().encode(Answer(id: item.id, story: story))
            print(String(decoding: answer, as: UTF8.self))
        }
    }
}
