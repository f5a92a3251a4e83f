import ArgumentParser
import Configuration
import Domain
import Foundation
import Ledger
import Pipeline
import Publishing

/// What the commands that change a story have in common.
struct StoryOptions: ParsableArguments {
    @OptionGroup var settings: SettingsOptions

    @Argument(help: "The story's id.")
    var id: String

    func act(_ work: (Ledger) async throws -> String) async throws {
        let ledger = try Workplace.open(try settings.settings().ledger, for: .act)
        do {
            print(Output.plain(try await work(ledger)))
        } catch let failure as any Failure {
            Output.error(failure.description)
            let isLocked = (failure as? LedgerError) == .locked(path: ledger.path)
            throw isLocked ? ExitCode.tryAgain : ExitCode.findings
        }
    }

    /// The line as `approve` and `edit` need it: nothing is asked of the network.
    func line(_ ledger: Ledger) throws -> Line {
        try Workplace(settings).line(ledger) { _ in }
    }
}

struct QueueRetry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Let a story that is held, rejected or dead begin again.",
        discussion: "Its sources are gathered and its article is drafted anew, which costs money.")

    @OptionGroup var story: StoryOptions

    func run() async throws {
        try await story.act { ledger in
            try await ledger.retry(story.id, now: Workplace.now())
            return "story \(story.id) is queued"
        }
    }
}

struct QueueApprove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Publish a held story as it stands.",
        discussion: "Its file appears with the next pass, or at once where the service runs.")

    @OptionGroup var story: StoryOptions

    func run() async throws {
        try await story.act { ledger in
            let line = try story.line(ledger)
            guard let (article, draft) = try await line.heldArticle(of: story.id) else {
                Output.error("story \(story.id) has no draft that could be published; retry it")
                throw ExitCode.findings
            }
            try await ledger.approve(story.id, article, draft: draft, now: Workplace.now())
            return "story \(story.id) is approved: \(article.path)"
        }
    }
}

struct QueueReject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Reject a story that is held or on its way.")

    @OptionGroup var story: StoryOptions

    @Option(help: "Why, for the ledger.")
    var reason = "rejected by the operator"

    func run() async throws {
        try await story.act { ledger in
            try await ledger.reject(story.id, reason: reason, now: Workplace.now())
            return "story \(story.id) is rejected"
        }
    }
}

struct QueueEdit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change the article of a held story before approving it.",
        discussion: """
            Opens it in $EDITOR, or takes the text of --file. It stays held; what its form lacks \
            is printed, and `queue approve` publishes it as it then stands.
            """)

    @OptionGroup var story: StoryOptions

    @Option(help: "A file with the new text, instead of $EDITOR.")
    var file: String?

    func run() async throws {
        try await story.act { ledger in
            let line = try story.line(ledger)
            guard let (article, draft) = try await line.heldArticle(of: story.id) else {
                Output.error("story \(story.id) has no draft that could be edited; retry it")
                throw ExitCode.findings
            }
            let text = try await edited(article)
            guard Array(text.utf8) != article.bytes else { return "nothing was changed" }
            for finding in checkFile(text) {
                Output.error(Output.plain("\(finding.rule) \(finding.place): \(finding.message)"))
            }
            var changed = article
            changed.bytes = Array(text.utf8)
            changed.sha256 = SHA256.hexDigest(changed.bytes)
            try await ledger.edit(story.id, changed, draft: draft, now: Workplace.now())
            return "story \(story.id) is edited; approve it to publish"
        }
    }

    private func edited(_ article: ArticleRecord) async throws -> String {
        if let file { return try String(contentsOfFile: file, encoding: .utf8) }
        let environment = ProcessInfo.processInfo.environment
        let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
        let folder = FileManager.default.temporaryDirectory
        let copy = folder.appending(path: "caibian-\(UUID().uuidString).md")
        try Data(article.bytes).write(to: copy)
        // It may not be there any more: the editor's doing.
        defer { try? FileManager.default.removeItem(at: copy) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\(editor) \"$1\"", "sh", copy.path]
        let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in continuation.finish() }
        try process.run()
        for await _ in ended {}
        guard process.terminationStatus == 0 else {
            Output.error("\(editor) ended with \(process.terminationStatus); nothing was changed")
            throw ExitCode.findings
        }
        return try String(contentsOf: copy, encoding: .utf8)
    }
}
