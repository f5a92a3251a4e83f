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
import Verification
import Web

/// Measures everything of ours around a model call, with a model that answers at once.
struct Around: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "CPU from sources to a published file, the model's own time left out.",
        discussion: "Drafting is prompt, answer, parsing and their record; verifying is evidence, "
            + "rules, the judge's request and answer, and compiling; publishing is the file.")

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
        let clock = StepClock()
        var articles = 0
        for number in 0..<count {
            // A ledger for each: beside the first, the others would be held as told already.
            let ledger = try Ledger(
                at: work.appending(path: "\(number).sqlite").path, for: .work, now: Self.now,
                secret: String(repeating: "0", count: 64))
            // As a ledger in use has them.
            _ = try await ledger.names(seededWith: seedNames, now: Self.now)
            try await gather(sources, number, ledger)
            let line = try line(in: work, ledger, clock)
            clock.lap(nil)
            articles += try await line.pass(.due).articles
            clock.lap("taking")
            for row in try await ledger.queue() { print(row.reason ?? row.trouble ?? "") }
        }
        let words = draft.paragraphs.flatMap(\.sentences).reduce(0) { $0 + $1.text.count }
        print(
            "\(count) stories of \(sources.count) sources "
                + "(\(sources.reduce(0) { $0 + $1.text.count }) characters), drafts of \(words) "
                + "characters, \(articles) published: "
                + clock.words(for: count))
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
        in work: URL, _ ledger: Ledger, _ clock: StepClock
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
                http: HTTPClient { request throws(FetchError) in
                    let answer = clock.without {
                        Self.stream(DraftGenerator.answer(to: request.body) ?? "")
                    }
                    _ = request.receive?(answer[...])
                    return Response(status: 200, url: request.url)
                },
                now: { Self.now }, sleep: { _ in }, random: { 0 }),
            prompts: try Prompts(folder: settings.prompts),
            layout: try Layout(path: settings.site.layout), keys: [:],
            program: ("caibian", "lab"), report: clock.note)
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

/// CPU by the steps of the line, of stories that go through them one after the other.
private final class StepClock: Sendable {
    private struct State {
        var last = Usage().cpu
        var step: Story.State?
        var seconds: [String: Double] = [:]
        var calls = 0
    }

    private let state = Mutex(State())
    private static let names: [Story.State: String] = [
        .gathered: "drafting", .drafted: "verifying", .approved: "publishing",
    ]

    @Sendable func note(_ event: Event) {
        switch event {
        case .took(let story):
            lap("taking")
            state.withLock { $0.step = story.state }
        case .reached:
            lap(state.withLock { $0.step.flatMap { Self.names[$0] } ?? "taking" })
        default: break
        }
    }

    /// What ran since the last lap was for this, or for nothing that counts.
    func lap(_ name: String?) {
        state.withLock { state in
            let now = Usage().cpu
            if let name { state.seconds[name, default: 0] += now - state.last }
            state.last = now
        }
    }

    /// The model's own work, which does not count.
    func without<Value>(_ call: () -> Value) -> Value {
        let start = Usage.ofThread
        defer {
            state.withLock {
                $0.last += Usage.ofThread - start
                $0.calls += 1
            }
        }
        return call()
    }

    func words(for count: Int) -> String {
        func words(_ seconds: Double) -> String {
            String(format: "%.1f ms", seconds * 1000 / Double(count))
        }
        let (seconds, calls) = state.withLock { ($0.seconds, $0.calls) }
        return "\(calls) calls: " + words(seconds.values.reduce(0, +))
            + " CPU of ours an article: "
            + seconds.map { "\($0) \(words($1))" }.sorted().joined(separator: ", ")
    }
}
