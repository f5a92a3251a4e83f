import ArgumentParser
import Chat
import Configuration
import Domain
import Drafting
import Foundation
import Ledger
import Newsroom
import Pipeline
import Publishing
import Synchronization
import Web

/// Measures everything of ours around a model call, with a model that answers at once.
struct Around: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "CPU from sources to a published file, the model's own time left out.")

    @Option(help: "Articles to write.")
    var count = 20

    @Option(help: "The folder with prompts and layouts.")
    var config = "config"

    private static let now = Date(timeIntervalSince1970: 1_781_000_000)

    func run() async throws {
        let work = FileManager.default.temporaryDirectory
            .appending(path: "caibian-around-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: work.appending(path: "content"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: work) }
        let sources = try Self.sources()
        guard let draft = DraftGenerator.draft(from: sources, kind: .full) else {
            throw ValidationError("the sources make no draft")
        }
        var (ours, articles) = (0.0, 0)
        for number in 0..<count {
            // A ledger for each: beside the first, the others would be held as told already.
            let ledger = try Ledger(
                at: work.appending(path: "\(number).sqlite").path, for: .work, now: Self.now,
                secret: String(repeating: "0", count: 64))
            try await gather(sources, number, ledger)
            let (cpu, published) = try await pass(in: work, ledger)
            ours += cpu
            articles += published
            for row in try await ledger.queue() { print(row.reason ?? row.trouble ?? "") }
        }
        let words = draft.paragraphs.flatMap(\.sentences).reduce(0) { $0 + $1.text.count }
        print(
            "\(count) stories of \(sources.count) sources "
                + "(\(sources.reduce(0) { $0 + $1.text.count }) characters), drafts of \(words) "
                + "characters, \(articles) published: "
                + String(format: "%.1f ms CPU of ours an article", ours * 1000 / Double(count)))
    }

    /// What one story took from its sources to its file, without the time of its model.
    private func pass(
        in work: URL, _ ledger: Ledger
    ) async throws -> (cpu: Double, published: Int) {
        // A judge's canaries are made of the sources, so only a real model passes them.
        let model = Mutex(0.0)
        let line = try line(in: work, ledger) { request throws(FetchError) in
            let start = Usage.ofThread
            let text = DraftGenerator.answer(to: request.body) ?? ""
            let answer = Self.stream(text)
            model.withLock { $0 += Usage.ofThread - start }
            _ = request.receive?(answer[...])
            return Response(status: 200, url: request.url)
        }
        let start = Usage()
        let summary = try await line.pass(.due)
        return (Usage().cpu - start.cpu - model.withLock { $0 }, summary.articles)
    }

    /// Ten sources of about two thousand characters: the newsroom's reports, several to a source.
    private static func sources() throws -> [Source] {
        let reports = try DraftGenerator.sources(now: now)
        return (0..<10).map { index in
            let own = (0..<4).map { reports[(index + $0 * 3) % reports.count] }
            return Source(
                number: index + 1, kind: .page, url: "http://site\(index).example/news",
                title: own[0].title, publisher: "第 \(index) 报", published: own[0].published,
                retrieved: now, language: "zh-CN",
                text: own.map(\.text).joined(separator: "\n\n"), isReusable: true)
        }
    }

    /// An answer as a stream of two thousand events and more, as models send it.
    private static func stream(_ text: String) -> [UInt8] {
        var rest = Substring(text)
        var events = ""
        while !rest.isEmpty {
            let piece = quoted(String(rest.prefix(3)))
            rest = rest.dropFirst(3)
            events +=
                "data: {\"id\":\"chatcmpl-0\",\"object\":\"chat.completion.chunk\",\"created\":1,"
                + "\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\(piece)},"
                + "\"finish_reason\":null}]}\n\n"
        }
        events +=
            "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":9000,\"completion_tokens\":4000}}\n\ndata: [DONE]\n\n"
        return Array(events.utf8)
    }

    private func line(
        in work: URL, _ ledger: Ledger,
        answer: @escaping @Sendable (Request) throws(FetchError) -> Response
    ) throws -> Line {
        let folder = URL(filePath: config).path
        let path = work.appending(path: "caibian.yaml").path
        try Data(
            """
            site: {content: content, layout: \(folder)/layouts/default.md}
            prompts: \(folder)/prompts
            network: {contact: "mailto:lab@example.org"}
            models: [{url: "http://model.example/v1", model: m, context: 131072}]
            stories: {per_day: 10000}
            """.utf8
        ).write(to: URL(filePath: path))
        let settings = try Settings(path: path)
        return Line(
            settings: settings, feeds: [], ledger: ledger,
            effects: Effects(
                http: HTTPClient { request throws(FetchError) in try answer(request) },
                now: { Self.now }, sleep: { _ in }, random: { 0 }),
            prompts: try Prompts(folder: settings.prompts),
            layout: try Layout(path: settings.site.layout), keys: [:],
            program: ("caibian", "lab"), report: { _ in })
    }

    /// A story of its own with the sources, gathered.
    private func gather(_ sources: [Source], _ number: Int, _ ledger: Ledger) async throws {
        let feed = try await ledger.feeds(listed: ["http://a.example/feed"])[0]
        let entry = Entry(
            id: "\(number)", title: sources[0].title, link: "http://a.example/\(number)",
            published: Self.now.addingTimeInterval(-60))
        _ = try await ledger.record([
            Poll(
                feedID: feed.id, url: feed.url,
                outcome: .changed(
                    Feed(format: .rss, title: "甲报", entries: [entry]),
                    canonicalURLs: ["http://a.example/\(number)"], bodyHash: "\(number)"),
                status: 200, etag: nil, started: Self.now,
                nextDue: Self.now.addingTimeInterval(3600))
        ])
        let reports = try await ledger.newReports(limit: 10)
        _ = try await ledger.place(
            reports.map { ($0, .opens(following: nil), ShortID.of($0.feedURL, $0.key), 1) },
            now: Self.now)
        guard let story = try await ledger.take(.queued, attempts: 8, now: Self.now) else {
            return
        }
        try await ledger.settle(
            story, sources: sources.map { GatheredSource($0) }, kind: .full, now: Self.now)
    }
}
