import ArgumentParser
import Domain
import Drafting
import Foundation
import Newsroom
import Publishing
import Verification

/// Sends spoilt drafts through parsing, evidence, compiling and checking.
struct Spoilt: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Send generated drafts with random faults down the line, and check every file.")

    @Argument(help: "How many.")
    var count: Int

    @Option(help: "A layout of config/layouts.")
    var layout = "config/layouts/default.md"

    @Option(help: "The same seed makes the same drafts.")
    var seed: UInt64 = 1

    func run() throws {
        let now = Date(timeIntervalSince1970: 1_781_000_000)
        let trial = DraftTrial(layout: try Layout(path: layout), now: now)
        var generator = try DraftGenerator(seed: seed, now: now)
        var outcomes: [String: Int] = [:]
        var violations = 0
        let start = Usage()
        for _ in 0..<count {
            let result = trial.run(generator.next())
            outcomes[result.outcome, default: 0] += 1
            violations += result.violations.count
            for violation in result.violations.prefix(1) where violations <= 20 {
                print("violation: \(violation)")
            }
        }
        let end = Usage()
        let told = outcomes.sorted { $0.value > $1.value }.map { "\($0.value) \($0.key)" }
        print(
            "\(count) drafts: \(told.joined(separator: ", ")); \(violations) violations; "
                + end.since(start)
                + String(format: ", %.0f drafts/CPU s", Double(count) / (end.cpu - start.cpu)))
        if violations > 0 { throw ExitCode.failure }
    }
}

/// One draft through all that stands between a model and a file.
struct DraftTrial {
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
            return checkFile(String(decoding: compiled.bytes, as: UTF8.self))
                .filter { $0.severity == .hard }
                .filter {
                    !footnotesOnly || $0.rule.hasPrefix("footnote.") && $0.rule != "footnote.few"
                        || $0.rule == "front_matter.broken" || $0.rule == "front_matter.missing"
                }
                .map { "\($0.rule): \($0.message)" }
        } catch {
            return ["\(error)"]
        }
    }
}
