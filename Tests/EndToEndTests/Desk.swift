import Configuration
import Domain
import Drafting
import Foundation
import Ledger
import Newsroom
import Pipeline
import Publishing
import TestSupport
import Web

/// A newsroom, and a line that works on it in a directory of its own, at a moment that stands still.
final class Desk: Sendable {
    static let moment = Date(timeIntervalSince1970: 1_781_000_000)

    let directory: TemporaryDirectory
    let newsroom: Newsroom
    let ledger: Ledger

    /// `port` is fixed where the bytes of files are compared: addresses stand in them. With `judge` the
    /// newsroom's model does not judge, but one at that address.
    init(
        port: UInt16 = 0, sites: Set<String>? = nil, publish: String = "{}", stall: String = "30s",
        judge: String? = nil
    ) async throws {
        directory = try TemporaryDirectory()
        let content = directory.appending("content")
        try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
        newsroom = try await Newsroom.start(port: port, now: Self.moment)
        ledger = try Ledger(
            at: directory.appending("ledger.sqlite").path, for: .work, now: Self.moment,
            secret: String(repeating: "7", count: 64))
        try directory.write(
            Self.settings(newsroom) + "    stall: \(stall)\n"
                + (judge.map {
                    "    roles: [draft, repair]\n  - {url: \"\($0)\", model: judge, roles: [judge]}\n"
                } ?? "") + "publish: \(publish)\n",
            to: "caibian.yaml")
        let feeds = newsroom.feeds.filter { feed in sites.map { $0.contains(feed.name) } ?? true }
        try directory.write(
            feeds.map { "- url: \($0.url)\n  name: \($0.name)\n  reuse: verbatim\n" }.joined(),
            to: "feeds.yaml")
    }

    func close() async {
        await newsroom.stop()
    }

    /// One round, as `once --now` makes it.
    @discardableResult
    func pass(at moment: Date = Desk.moment, _ scope: PollScope = .all) async throws -> PassSummary
    {
        let line = try line(at: moment)
        try await line.recover()
        return try await line.pass(scope)
    }

    /// The polls alone of the feeds that are due.
    func poll(at moment: Date) async throws -> PollSummary {
        try await line(at: moment).poll(.due)
    }

    private func line(at moment: Date) throws -> Line {
        let settings = try Settings(path: directory.appending("caibian.yaml").path)
        let http = HTTPClient.curl(
            ClientSettings(
                userAgent: "caibian/test (+mailto:test@example.org)",
                addresses: AddressPolicy(allowed: settings.network.allow)))
        return Line(
            settings: settings, feeds: try FeedSetting.read(path: settings.feeds), ledger: ledger,
            effects: Effects(
                http: http, now: { moment }, sleep: { _ in }, random: { 0 }),
            prompts: try Prompts(folder: settings.prompts),
            layout: try Layout(path: settings.site.layout), keys: [:],
            program: ("caibian", "test"), report: { _ in })
    }

    /// Names of the files in the content directory.
    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: directory.appending("content").path
        ).sorted()
    }

    func text(of file: String) throws -> String {
        try String(contentsOf: directory.appending("content/\(file)"), encoding: .utf8)
    }

    static var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    private static func settings(_ newsroom: Newsroom) -> String {
        let config = root.appending(path: "config").path
        return """
            site:
              content: content
              layout: \(config)/layouts/default.md
            prompts: \(config)/prompts
            network:
              contact: mailto:test@example.org
              allow: [127.20.0.0/16]
              timeout: 20s
              feed_spacing: 0s
              page_spacing: 0s
            search:
              - {kind: searxng, url: "\(newsroom.searchURL)", name: newsroom}
            models:
              - url: \(newsroom.modelURL)
                model: newsroom-extractive
                price: {prompt: 2, answer: 8}

            """
    }
}
