package import Foundation

/// A directory with settings that point at a newsroom, and the program run in it as an operator
/// would: what tests of crashes and faults are made with.
package final class Trial: Sendable {
    package let directory: URL
    private let program: URL

    /// How a run of the program ended.
    package struct Outcome: Sendable {
        /// Nil when a signal ended it.
        package var status: Int32?
        package var signal: Int32?
        package var output: String
        package var errors: String
    }

    /// Makes the directory. `sites` are the publishers whose feeds are listed, nil for all;
    /// `settings` are lines of caibian.yaml beyond those of every trial.
    package init(
        _ newsroom: Newsroom, in directory: URL, program: URL, sites: Set<String>? = nil,
        settings: String = ""
    ) throws {
        self.directory = directory
        self.program = program
        let files = FileManager.default
        try files.createDirectory(
            at: directory.appending(path: "content"), withIntermediateDirectories: true)
        let feeds = newsroom.feeds.filter { feed in sites.map { $0.contains(feed.name) } ?? true }
        try write(
            feeds.map { "- url: \($0.url)\n  name: \($0.name)\n  reuse: verbatim\n" }.joined(),
            to: "feeds.yaml")
        try write(Self.settings(newsroom) + "\n" + settings, to: "caibian.yaml")
    }

    package func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: directory.appending(path: name))
    }

    package var ledger: URL { directory.appending(path: "ledger.sqlite") }
    package var content: URL { directory.appending(path: "content") }

    // MARK: - Running

    /// Runs a command to its end; with `killed` sends SIGKILL after so long.
    package func run(
        _ arguments: [String], environment: [String: String] = [:], killed: Duration? = nil,
        through wrapper: [String] = []
    ) async throws -> Outcome {
        let running = try start(arguments, environment: environment, through: wrapper)
        if let killed {
            try await Task.sleep(for: killed)
            running.send(SIGKILL)
        }
        return await running.end()
    }

    /// Starts a command.
    package func start(
        _ arguments: [String], environment: [String: String] = [:], through wrapper: [String] = []
    ) throws -> Running {
        let words =
            wrapper + [program.path] + arguments
            + ["--config", directory.appending(path: "caibian.yaml").path]
        return try Running(
            words, environment: Self.frozen.merging(environment) { $1 }, in: directory)
    }

    /// The moment of the newsroom, at which time stands still.
    package static let moment = Date(timeIntervalSince1970: 1_781_000_000)
    package static let frozen = [
        "CAIBIAN_NOW": "2026-06-09T10:13:20Z", "SWIFT_BACKTRACE": "enable=no",
    ]

    /// The program that was built beside the one that runs.
    package static var builtProgram: URL {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        return URL(filePath: own ?? CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "caibian")
    }

    // MARK: - Looking

    /// Every file below the content directory with its bytes, hidden ones too.
    package func tree() throws -> [String: Data] {
        var tree: [String: Data] = [:]
        let files = FileManager.default
        for path in try files.subpathsOfDirectory(atPath: content.path) {
            let url = content.appending(path: path)
            let type = try files.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
            if type == .typeRegular { tree[path] = try Data(contentsOf: url) }
        }
        return tree
    }

    private static func settings(_ newsroom: Newsroom) -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "config").path
        return """
            site:
              content: content
              layout: \(root)/layouts/default.md
            ledger: ledger.sqlite
            prompts: \(root)/prompts
            network:
              contact: mailto:test@example.org
              allow: [127.20.0.0/16]
              timeout: 15s
              feed_spacing: 0s
              page_spacing: 0s
            stories:
              per_day: 10000
              window: 30d
            search:
              - {kind: searxng, url: "\(newsroom.searchURL)", name: newsroom}
            models:
              - url: \(newsroom.modelURL)
                model: newsroom-extractive
                price: {prompt: 2, answer: 8}
            """
    }
}

/// A program that runs.
package final class Running: Sendable {
    private let process: Process
    private let ended: AsyncStream<Void>
    private let output: URL
    private let errors: URL

    init(_ words: [String], environment: [String: String], in directory: URL) throws {
        let name = UUID().uuidString
        output = directory.appending(path: "\(name).out")
        errors = directory.appending(path: "\(name).err")
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = directory
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in continuation.finish() }
        try process.run()
        self.process = process
        self.ended = ended
    }

    package var id: Int32 { process.processIdentifier }
    package var isRunning: Bool { process.isRunning }

    /// What it has printed so far.
    package var printed: String { Self.text(output) }
    package var complained: String { Self.text(errors) }

    package func send(_ signal: Int32) {
        if process.isRunning { kill(process.processIdentifier, signal) }
    }

    /// Waits for its end.
    package func end() async -> Trial.Outcome {
        for await _ in ended {}
        defer {
            for file in [output, errors] { try? FileManager.default.removeItem(at: file) }
        }
        let isSignal = process.terminationReason == .uncaughtSignal
        let code = process.terminationStatus
        return Trial.Outcome(
            status: isSignal ? nil : code, signal: isSignal ? code : nil, output: printed,
            errors: complained)
    }

    private static func text(_ file: URL) -> String {
        (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }
}
