package import Chat
import Domain
package import Foundation

/// What a model is asked when words alone do not say which story a report belongs to: many reports at
/// once, and the stories that each may be of.
package struct GroupRequest: Sendable {
    /// A report or a story as the model is shown it.
    package struct Item: Sendable, Equatable {
        package var title: String
        /// Plain text; may be empty.
        package var lead: String
        package var published: Date

        package init(title: String, lead: String, published: Date) {
            self.title = title
            self.lead = lead
            self.published = published
        }

        /// What a vector is made of.
        package var text: String { GroupRequest.short(title) + "\n" + GroupRequest.short(lead) }
    }

    /// Where the model puts a report.
    package enum Place: Sendable, Equatable {
        /// In the story at that index.
        case story(Int)
        /// Beside the report at that index, which stands before it.
        case report(Int)
        case new
    }

    /// Reports in one request.
    package static let most = 40

    package let chat: ChatRequest
    private let reports: Int
    private let stories: Int

    /// - Parameter reports: in the order of publication.
    package init(reports: [Item], stories: [Item], prompts: Prompts) {
        self.reports = reports.count
        self.stories = stories.count
        let schema = Self.schema(reports: reports.count, stories: stories.count)
        let (system, user) = prompts.group.render([
            "stories": Self.lines(stories, letter: "s"),
            "reports": Self.lines(reports, letter: "r"), "schema": schema,
        ])
        chat = ChatRequest(
            system: system, user: user, schemaName: "groups", schema: schema,
            prompt: prompts.group.source)
    }

    /// The places of an answer by the reports' indexes; what names nothing that was shown, or a report
    /// that stands behind, is left out.
    package func places(in answer: String) throws(DraftError) -> [Int: Place] {
        let data = try answeredObject(answer)
        let groups: Groups
        do {
            groups = try JSONDecoder().decode(Groups.self, from: data)
        } catch {
            throw .malformed(reason: "it has no list of groups")
        }
        var places: [Int: Place] = [:]
        for group in groups.groups {
            guard let report = Self.index(group.report, "r", below: reports) else { continue }
            if group.story == "new" {
                places[report] = .new
            } else if let story = Self.index(group.story, "s", below: stories) {
                places[report] = .story(story)
            } else if let other = Self.index(group.story, "r", below: report) {
                places[report] = .report(other)
            }
        }
        return places
    }

    private struct Groups: Decodable {
        struct Group: Decodable {
            var report: String
            var story: String
        }

        var groups: [Group]
    }

    private static func index(_ id: String, _ letter: Character, below end: Int) -> Int? {
        guard id.first == letter, let number = Int(id.dropFirst()),
            (1...max(1, end)).contains(number),
            end > 0
        else { return nil }
        return number - 1
    }

    /// A JSON object a line: whatever stands in a title, it stays within its string.
    private static func lines(_ items: [Item], letter: String) -> String {
        items.enumerated().map { index, item in
            "{\"id\":\"\(letter)\(index + 1)\",\"time\":\"\(Timestamp.text(item.published).prefix(16))\","
                + "\"title\":\(quoted(short(item.title))),\"lead\":\(quoted(short(item.lead)))}"
        }.joined(separator: "\n")
    }

    fileprivate static func short(_ text: String) -> String {
        String(text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(160))
    }

    private static func schema(reports: Int, stories: Int) -> String {
        let ids = (1...max(1, reports)).map { "\"r\($0)\"" }
        let others = stories > 0 ? (1...stories).map { "\"s\($0)\"" } : []
        let places = (["\"new\""] + others + ids).joined(separator: ",")
        return "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"groups\"],"
            + "\"properties\":{\"groups\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
            + "\"additionalProperties\":false,\"required\":[\"report\",\"story\"],\"properties\":{"
            + "\"report\":{\"type\":\"string\",\"enum\":[\(ids.joined(separator: ","))]},"
            + "\"story\":{\"type\":\"string\",\"enum\":[\(places)]}}}}}}"
    }
}
