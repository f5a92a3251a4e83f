import ArgumentParser
import Configuration
import Domain
import Foundation
import Ledger

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Where the sentences of an article come from.",
        discussion: """
            Follows each sentence to its footnote, the evidence in its context, the source, the \
            request that fetched it, and the model call that wrote it with its prompt, tokens and \
            cost.
            """)

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The article's file.")
    var file: String

    @Argument(help: "The sentence, counted from 1 below the TL;DR; default: all.")
    var number: Int?

    @Flag(help: "JSON instead of text.")
    var json = false

    private struct Answer: Encodable {
        var story: String
        var isUnchanged: Bool
        var sentences: [Explanation]
        var calls: [CallExplanation]
    }

    func run() async throws {
        let settings = try options.settings()
        let ledger = try Workplace.open(settings.ledger, for: .read)
        guard let bytes = FileManager.default.contents(atPath: file) else {
            Output.error("cannot read \(file)")
            throw ExitCode(66)
        }
        let name = URL(filePath: file).lastPathComponent
        guard
            let (story, isUnchanged) = try await ledger.story(
                ofFile: name, sha256: SHA256.hexDigest(bytes))
        else {
            Output.error("the ledger \(settings.ledger) knows no article \(name)")
            throw ExitCode.findings
        }
        var sentences = try await ledger.explanations(of: story)
        if let number {
            sentences = sentences.filter { $0.sentence == number }
            guard !sentences.isEmpty else {
                Output.error("the article has no sentence \(number)")
                throw ExitCode.validationFailure
            }
        }
        let answer = Answer(
            story: story, isUnchanged: isUnchanged, sentences: sentences,
            calls: try await ledger.calls(behind: story))
        if json { return try Output.json(answer) }
        show(answer, currency: settings.budget.currency)
    }

    private func show(_ answer: Answer, currency: String) {
        if !answer.isUnchanged {
            line("the file was changed since it was published; this is of what was published")
        }
        for sentence in answer.sentences {
            line("\(sentence.sentence). \(sentence.text)")
            for proof in sentence.evidence { show(proof) }
            print("")
        }
        for call in answer.calls {
            let tokens =
                call.promptTokens.map { "\($0) + \(call.completionTokens ?? 0) tokens" }
                ?? "at most \(call.reservedTokens) tokens"
            let cost = call.cost.map { "\(Output.money($0)) \(currency)" } ?? "cost unknown"
            line(
                "\(call.purpose): \(call.model) at \(call.endpoint), \(call.startedAt), \(tokens), "
                    + "\(cost), prompt \(call.prompt ?? "") \(call.promptSHA256.prefix(12)), "
                    + "request \(call.requestKey.prefix(12))")
        }
    }

    private func show(_ proof: Explanation.Proof) {
        line("   [^\(proof.label)] …\(proof.before)【\(proof.span)】\(proof.after)…")
        let publisher = proof.publisher.map { "\($0): " } ?? ""
        line("       source \(proof.source), \(proof.kind): \(publisher)\(proof.title)")
        line(
            "       \(proof.url), bytes \(proof.firstByte) to \(proof.endByte) of text "
                + proof.sourceSHA256.prefix(12))
        guard let fetch = proof.fetch else {
            return line("       retrieved \(proof.retrievedAt)")
        }
        line(
            "       \(fetch.purpose) fetched \(fetch.startedAt): \(fetch.url), status "
                + "\(fetch.status.map(String.init) ?? "none"), \(fetch.bytes ?? 0) bytes")
    }

    private func line(_ text: String) {
        print(Output.plain(text))
    }
}
