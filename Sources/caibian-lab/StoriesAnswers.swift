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
        /// `story` is the event, of a follow-up too.
        var id, story, relation: String
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
            let match = index.look(at: report).match
            // As if every story were told as soon as it is known.
            let isFollowUp = match?.isDevelopment ?? false
            let story = isFollowUp ? item.id : match?.story ?? item.id
            index.add(report, to: story, following: isFollowUp ? match?.story : nil)
            let relation: Relation =
                match.map { $0.isCopy ? .syndicated : $0.isDevelopment ? .followUp : .same } ?? .new
            let answer = try JSONEncoder().encode(
                Answer(
                    id: item.id, story: index.thread(of: story), relation: relation.rawValue))
            print(String(decoding: answer, as: UTF8.self))
        }
    }
}
