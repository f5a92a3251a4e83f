import ArgumentParser
import Domain
import Foundation
import Parsing

/// Reads `NAME.xml` with the headers that `NAME.json` gives it, and prints what was read.
struct FeedsAnswers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds", abstract: "What the feed parser reads in the cases of a folder.")

    @Argument(help: "The folder with NAME.xml and NAME.json.")
    var folder: String

    private struct Case: Decodable {
        var name: String
        var http: [String: String]?
    }

    private struct Answer: Encodable {
        struct FeedFields: Encodable {
            var title, link, id, language, updated, published, author, subtitle: String?
        }
        struct EntryFields: Encodable {
            var id: String
            var title, link, published, updated, author, summary, content: String?
        }
        var name: String
        var feed: FeedFields?
        var entries: [EntryFields] = []
        var error: String?
    }

    func run() throws {
        let encoder = JSONEncoder()
        for file in try files(in: folder, withExtension: "json") {
            let item = try JSONDecoder().decode(Case.self, from: Data(contentsOf: file))
            let body = try Data(
                contentsOf: file.deletingPathExtension().appendingPathExtension("xml"))
            print(String(decoding: try encoder.encode(answer(item, Array(body))), as: UTF8.self))
        }
    }

    private func answer(_ item: Case, _ body: [UInt8]) -> Answer {
        var answer = Answer(name: item.name)
        do throws(FeedError) {
            let feed = try parseFeed(
                body, contentType: item.http?["content-type"],
                language: item.http?["content-language"],
                url: item.http?["content-location"] ?? "")
            answer.feed = Answer.FeedFields(
                title: feed.title, link: feed.link, id: feed.id, language: feed.language,
                updated: feed.updated.map(Timestamp.text),
                published: feed.published.map(Timestamp.text), author: feed.author,
                subtitle: feed.subtitle)
            answer.entries = feed.entries.map { entry in
                Answer.EntryFields(
                    id: entry.id, title: entry.title, link: entry.link,
                    published: entry.published.map(Timestamp.text),
                    updated: entry.updated.map(Timestamp.text), author: entry.author,
                    // The form has no other place for a text that is both.
                    summary: entry.summary ?? entry.content, content: entry.content)
            }
        } catch {
            answer.error = error.description
        }
        return answer
    }
}

/// The files of a folder with that extension, by name.
func files(in folder: String, withExtension suffix: String) throws -> [URL] {
    try FileManager.default
        .contentsOfDirectory(at: URL(filePath: folder), includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == suffix }
        .sorted { $0.path < $1.path }
}
