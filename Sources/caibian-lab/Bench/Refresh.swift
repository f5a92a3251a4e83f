import ArgumentParser
import Configuration
import Domain
import Drafting
import Foundation
import Ledger
import Pipeline
import Publishing
import Web

/// Polls every listed feed once, due or not, and says what it took.
struct Refresh: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Poll all feeds of the settings into their ledger and say how long it took.")

    @Option(help: "The settings.")
    var config: String

    func run() async throws {
        let settings = try Settings(path: config)
        let feeds = try FeedSetting.read(path: settings.feeds)
        let ledger = try Ledger(
            at: settings.ledger, for: .work, now: .now, secret: String(repeating: "0", count: 64))
        let http = HTTPClient.curl(
            ClientSettings(
                userAgent: "caibian-lab (+\(settings.network.contact))",
                addresses: AddressPolicy(allowed: settings.network.allow),
                connections: settings.network.connections))
        let line = Line(
            settings: settings, feeds: feeds, ledger: ledger, effects: .live(http: http),
            prompts: try Prompts(folder: settings.prompts),
            layout: try Layout(path: settings.site.layout), keys: [:],
            program: ("caibian-lab", "0"), report: { _ in })
        let start = Usage()
        let summary = try await line.poll(.all)
        print(
            "\(summary.feeds) feeds, \(summary.unchanged) unchanged, \(summary.failed) failed, "
                + "\(summary.entries) new entries: \(Usage().since(start))")
    }
}
