import ArgumentParser
import Domain
import Foundation
import Research

/// Puts entries into stories, each by what was published before it.
struct StoriesAnswers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories",
        abstract: "The stories of a file of entries, one JSON object a line.")

    @Argument(help: "The file: id, feed, url, title, summary, lang, published.")
    var file: String

    @Option(
        help:
            "An endpoint whose vectors decide what words leave open, such as http://127.0.0.1:1234/v1."
    )
    var vectors: String?

    @Option(help: "Its model.")
    var model = "model"

    @Option(help: "The least cosine of two texts on one story, of 100.")
    var similarity = 75

    private struct Case: Decodable {
        var id, feed, url, title, summary, lang, published: String
    }

    private struct Answer: Encodable {
        /// `story` is the event, of a follow-up too.
        var id, story, relation: String
    }

    func run() async throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let cases = try text.split(separator: "\n")
            .map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
            .sorted { $0.published < $1.published }
        var index = StoryIndex()
        var nearest = vectors.map {
            NearestStory(url: $0, model: model, similarity: similarity)
        }
        for (number, item) in cases.enumerated() {
            let published = try Date(item.published, strategy: .iso8601)
            let report = Report(
                id: Int64(number), feedURL: item.feed, key: item.id, url: item.url,
                canonicalURL: canonicalURL(item.url), title: item.title, summary: item.summary,
                language: item.lang, published: published)
            let look = index.look(at: report)
            var match = look.match
            if match == nil, let story = try await nearest?.story(of: report, among: look.open) {
                match = index.match(of: report, in: story)
            }
            // As if every story were told as soon as it is known.
            let isFollowUp = match?.isDevelopment ?? false
            let story = isFollowUp ? item.id : match?.story ?? item.id
            nearest?.open(story, by: report)
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
