import ArgumentParser
import Domain
import Drafting
import Foundation
import Publishing
import Verification

/// Sends recorded answers through parsing, evidence and compiling, and writes the files.
struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make articles of the drafts of a folder, and say what was found on the way.")

    @Argument(help: "The folder with NAME.json: published, sources, draft.")
    var folder: String

    @Argument(help: "Where the articles go.")
    var output: String

    @Option(help: "A layout of config/layouts.")
    var layout = "config/layouts/default.md"

    private struct Case: Decodable {
        struct Text: Decodable { var url, text: String }
        var published: String
        var sources: [String: Text]
        var draft: Draft
    }

    func run() throws {
        let layout = try Layout(path: layout)
        try FileManager.default.createDirectory(
            atPath: output, withIntermediateDirectories: true)
        for file in try files(in: folder, withExtension: "json") {
            let item = try JSONDecoder().decode(Case.self, from: Data(contentsOf: file))
            let name = file.deletingPathExtension().lastPathComponent
            let (findings, path) = try article(item, name, layout)
            print("\(name): \(findings.count) findings, \(path)")
            for finding in findings { print("  \(finding.rule): \(finding.message)") }
        }
    }

    private func article(
        _ item: Case, _ name: String, _ layout: Layout
    ) throws -> (findings: [Finding], path: String) {
        let published = Timestamp.date("\(item.published.prefix(10))T00:00:00.000Z") ?? .now
        let sources = item.sources.sorted { $0.key < $1.key }.compactMap { id, text in
            Int(id.dropFirst()).map {
                Source(
                    number: $0, kind: .page, url: text.url,
                    title: URL(string: text.url)?.lastPathComponent ?? id,
                    publisher: URL(string: text.url)?.host, published: published,
                    retrieved: published, language: "en", text: text.text)
            }
        }
        // As an answer, so that it is parsed like one.
        let answer = String(decoding: try JSONEncoder().encode(item.draft), as: UTF8.self)
        let verdict = verify(
            try parseDraft(answer), against: sources, kind: .full, policy: Policy())
        let compiled = try compile(
            Article(
                story: name, draft: verdict.draft, kind: .full, sources: sources, tags: [],
                categories: ["新闻"], author: "采编", date: published,
                zone: TimeZone(identifier: "Asia/Shanghai") ?? .gmt,
                producer: Article.Producer(program: "caibian", version: "lab", model: "recorded")),
            layout: layout)
        try Data(compiled.bytes).write(
            to: URL(filePath: output).appending(path: compiled.path))
        let evidence = verdict.findings.filter { $0.rule.hasPrefix("evidence.") }
        let file = checkFile(String(decoding: compiled.bytes, as: UTF8.self))
            .filter { $0.rule.hasPrefix("footnote.") || $0.rule.hasPrefix("front_matter.") }
        return (evidence + file, compiled.path)
    }
}
