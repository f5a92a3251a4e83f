import ArgumentParser
import Foundation
import Newsroom

/// Runs the world until it is told to end.
@main
struct CaibianNewsroom: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caibian-newsroom",
        abstract: "A small world on loopback: feeds, pages, a search and a model.",
        discussion: """
            Each site stands on an address of its own, 127.20.0.1 and up. PART of a fault is a \
            path, a site's key, feed, page, search, robots, model or vectors; KIND is status:N, \
            retry-after:N, delay:SECONDS, empty, cut, endless, html, large:BYTES, redirect:URL, or, \
            of the model, prose, half-json, invented-evidence, english, wrong-source, reasoning.
            """)

    @Option(help: "The port of every site; 0 takes a free one.")
    var port: UInt16 = 0

    @Option(help: "A file that receives the addresses as JSON once all sites answer.")
    var readyFile: String?

    @Option(help: "A feeds.yaml to write, its feeds marked reuse: verbatim.")
    var writeFeeds: String?

    @Option(
        help: "A file that keeps the moment at which the world is looked at, over several runs.")
    var anchor: String?

    @Option(help: "Tell of so many invented events besides.")
    var invented: Int = 0

    @Option(help: "Spoil that share of all requests, 0 to 1, each in one of all the ways.")
    var spoil: Double = 0

    @Option(name: .customLong("for"), help: "End after so many seconds.")
    var seconds: Int = 3600

    @Option(name: .customLong("fault"), help: "PART=KIND, such as model=status:429; repeatable.")
    var faults: [String] = []

    private struct Addresses: Encodable {
        var search: String
        var model: String
        var feeds: [String]
    }

    func run() async throws {
        let switches = Faults()
        for text in faults {
            guard let equals = text.firstIndex(of: "="),
                let fault = Fault(text[text.index(after: equals)...])
            else { throw ValidationError("not PART=KIND: \(text)") }
            switches.set(fault, for: String(text[..<equals]))
        }
        if spoil > 0 { switches.spoil(share: spoil) }
        let newsroom = try await Newsroom.start(
            port: port, now: try moment(), faults: switches, invented: invented)
        let addresses = Addresses(
            search: newsroom.searchURL, model: newsroom.modelURL, feeds: newsroom.feeds.map(\.url))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let json = try encoder.encode(addresses)
        print(String(decoding: json, as: UTF8.self))
        if let writeFeeds {
            let lines = newsroom.feeds.map { url, name in
                "- url: \(url)\n  name: \(name)\n  reuse: verbatim\n"
            }
            try Data(lines.joined().utf8).write(to: URL(filePath: writeFeeds), options: .atomic)
        }
        if let readyFile { try json.write(to: URL(filePath: readyFile), options: .atomic) }
        try await Task.sleep(for: .seconds(seconds))
        await newsroom.stop()
    }

    /// Now, or the moment of an earlier run: its feeds are then the same bytes.
    private func moment() throws -> Date {
        guard let anchor else { return .now }
        let known = try? String(contentsOfFile: anchor, encoding: .utf8)
        if let seconds = known.flatMap(Double.init) { return Date(timeIntervalSince1970: seconds) }
        let now = Date.now.timeIntervalSince1970.rounded(.down)
        try Data("\(now)".utf8).write(to: URL(filePath: anchor), options: .atomic)
        return Date(timeIntervalSince1970: now)
    }
}

extension Fault {
    init?(_ text: Substring) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let argument = parts.count > 1 ? parts[1] : ""
        switch parts.first ?? "" {
        case "status": self = .status(Int(argument) ?? 500)
        case "retry-after": self = .status(429, retryAfter: Int(argument) ?? 60)
        case "delay": self = .delay(.seconds(Int(argument) ?? 1))
        case "empty": self = .empty
        case "cut": self = .cut
        case "endless": self = .endless
        case "html":
            self = .body("<html><body><p>Not here.</p></body></html>", contentType: "text/html")
        case "stall": self = .stall(.seconds(Int(argument) ?? 60))
        case "large": self = .large(Int(argument) ?? 20_000_000)
        case "redirect": self = .redirect(argument)
        case let name:
            guard let fault = AnswerFault(rawValue: name) else { return nil }
            self = .answer(fault)
        }
    }
}
