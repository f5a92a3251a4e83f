import ArgumentParser
import Domain
import Drafting
import Foundation
import Newsroom
import Publishing
import Verification

/// Sends spoilt drafts through parsing, evidence, compiling and checking.
struct Spoilt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Send generated drafts with random faults down the line, and check every file.")

    @Argument(help: "How many.")
    var count: Int

    @Option(help: "A layout of config/layouts.")
    var layout = "config/layouts/default.md"

    @Option(help: "The same seed makes the same drafts.")
    var seed: UInt64 = 1

    @Option(help: "Drafts at a time.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Only show the answer of this draft of the seed, from 1.")
    var show: Int?

    /// Drafts of one seed; the next part goes on with the next.
    private static let part = 500

    func run() async throws {
        let now = Date(timeIntervalSince1970: 1_781_000_000)
        let trial = DraftTrial(layout: try Layout(path: layout), now: now)
        let generator = try DraftGenerator(seed: seed, now: now)
        if let show {
            var own = generator.reseeded(seed)
            for _ in 1..<show { _ = own.next() }
            return print(own.next().answer)
        }
        let parts = (count + Self.part - 1) / Self.part
        let start = Usage()
        var tally = Tally()
        await withTaskGroup(of: Tally.self) { group in
            for number in 0..<parts {
                if number >= jobs, let done = await group.next() {
                    tally.add(done)
                    print(tally.summary(Usage().since(start)))
                }
                let drafts = min(Self.part, count - number * Self.part)
                let own = generator.reseeded(seed &+ UInt64(number))
                group.addTask { trial.tally(drafts, of: own, seed: seed &+ UInt64(number)) }
            }
            for await done in group { tally.add(done) }
        }
        let end = Usage()
        for violation in tally.violations.prefix(20) { print("violation: \(violation)") }
        print(
            tally.summary(end.since(start))
                + String(
                    format: ", %.0f drafts/CPU s", Double(tally.count) / (end.cpu - start.cpu)))
        if !tally.violations.isEmpty { throw ExitCode.failure }
    }
}

/// What became of drafts.
private struct Tally: Sendable {
    var count = 0
    var outcomes: [String: Int] = [:]
    var violations: [String] = []

    mutating func add(_ other: Tally) {
        count += other.count
        outcomes.merge(other.outcomes, uniquingKeysWith: +)
        violations += other.violations
    }

    func summary(_ usage: String) -> String {
        let told = outcomes.sorted { $0.value > $1.value }.map { "\($0.value) \($0.key)" }
        return "\(count) drafts: \(told.joined(separator: ", ")); \(violations.count) violations; "
            + usage
    }
}

extension DraftTrial {
    fileprivate func tally(
        _ count: Int, of generator: DraftGenerator, seed: UInt64
    ) -> Tally {
        var generator = generator
        var tally = Tally()
        for number in 1...max(1, count) {
            let result = run(generator.next())
            tally.count += 1
            tally.outcomes[result.outcome, default: 0] += 1
            tally.violations += result.violations.map {
                "--seed \(seed) --show \(number): \($0)"
            }
        }
        return tally
    }
}

/// One draft through all that stands between a model and a file.
struct DraftTrial: Sendable {
    let layout: Layout
    let now: Date

    func run(_ item: DraftGenerator.Case) -> (outcome: String, violations: [String]) {
        var violations = unproven(item)
        let draft: Draft
        do throws(DraftError) {
            draft = try parseDraft(item.answer)
        } catch {
            return ("no draft", violations)
        }
        let verdict = verify(draft, against: item.sources, kind: item.kind, policy: Policy())
        switch verdict.decision {
        case .approve:
            violations += self.violations(in: verdict.draft, item, footnotesOnly: false)
            return ("approved", violations)
        case .hold: return ("held", violations)
        case .reject: return ("rejected", violations)
        }
    }

    /// The draft compiled without being verified: its texts reach the file as they are.
    private func unproven(_ item: DraftGenerator.Case) -> [String] {
        let paragraphs = item.draft.paragraphs.map { paragraph in
            ProvenDraft.Paragraph(
                heading: paragraph.heading,
                sentences: paragraph.sentences.enumerated().map { index, sentence in
                    ProvenDraft.Sentence(
                        text: sentence.text,
                        evidence: [Evidence(source: index % item.sources.count + 1, range: 0..<3)])
                })
        }
        guard paragraphs.contains(where: { !$0.sentences.isEmpty }) else { return [] }
        return violations(
            in: ProvenDraft(
                title: item.draft.title, tldr: item.draft.tldr, slug: item.draft.slug,
                keywords: item.draft.keywords, paragraphs: paragraphs), item, footnotesOnly: true)
    }

    private func violations(
        in draft: ProvenDraft, _ item: DraftGenerator.Case, footnotesOnly: Bool
    ) -> [String] {
        let article = Article(
            story: "0123456789", draft: draft, kind: item.kind, sources: item.sources,
            tags: [], categories: ["新闻"], author: "采编", date: now,
            zone: TimeZone(identifier: "Asia/Shanghai") ?? .gmt,
            producer: Article.Producer(program: "caibian", version: "lab", model: "generator"))
        do throws(CompileError) {
            let compiled = try compile(article, layout: layout)
            let text = String(decoding: compiled.bytes, as: UTF8.self)
            let findings =
                footnotesOnly
                ? checkFrame(text).filter {
                    $0.rule.hasPrefix("footnote.") && $0.rule != "footnote.few"
                        || $0.rule == "front_matter.broken" || $0.rule == "front_matter.missing"
                } : checkFile(text)
            return findings.filter { $0.severity == .hard }
                .map { "\($0.rule): \($0.message)" }
        } catch {
            return ["\(error)"]
        }
    }
}
