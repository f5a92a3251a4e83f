import ArgumentParser
import Configuration
import Domain
import Parsing
import Web

struct FeedsCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Fetch a feed and say what it is and what is wrong with it."
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The feed's address.")
    var url: String

    @Flag(help: "JSON instead of text.")
    var json = false

    func run() async throws {
        let settings = try options.settings()
        let found = await FeedCheck.look(at: url, over: Workplace.client(settings))
        if json {
            try Output.json(found)
        } else {
            print(found.lines.map(Output.plain).joined(separator: "\n"))
        }
        if found.feed == nil { throw ExitCode.unavailable }
    }
}

/// What a look at an address found.
struct FeedCheck: Encodable {
    var url: String
    /// The address that is a feed; nil when it is none.
    var feed: String?
    var format: String?
    var title: String?
    var entries: Int?
    var newest: String?
    var defects: [String] = []
    /// Feeds that a page names.
    var named: [String] = []
    var trouble: String?

    static func look(at url: String, over http: HTTPClient) async -> FeedCheck {
        var check = FeedCheck(url: url)
        do throws(FetchError) {
            let response = try await http.fetch(Request(url, origin: .feeds))
            guard response.status == 200 else {
                check.trouble = "\(url) answered \(response.status)"
                return check
            }
            check.read(response)
        } catch {
            check.trouble = error.description
        }
        return check
    }

    private mutating func read(_ response: Response) {
        do throws(FeedError) {
            let document = try parseFeed(
                response.body, contentType: response.headers["Content-Type"], url: response.url)
            feed = response.url
            format = document.format.rawValue
            title = document.title
            entries = document.entries.count
            newest = document.entries.compactMap(\.published).max().map(Timestamp.text)
            defects = document.defects
        } catch {
            if case .page(_, let feeds) = error { named = feeds }
            trouble = error.description
        }
    }

    var lines: [String] {
        var lines = ["url: \(url)"]
        if let feed { lines.append("feed: \(feed)") }
        if let format { lines.append("format: \(format)") }
        if let title { lines.append("title: \(title)") }
        if let entries { lines.append("entries: \(entries)") }
        if let newest { lines.append("newest: \(newest)") }
        lines += defects.map { "defect: \($0)" } + named.map { "names the feed: \($0)" }
        if let trouble { lines.append("trouble: \(trouble)") }
        return lines
    }
}
