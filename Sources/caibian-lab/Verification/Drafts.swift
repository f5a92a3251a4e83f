import ArgumentParser
import Domain
import Foundation
import Verification

/// Judges the sentences of drafts by the rules over a sentence and its evidence.
struct Drafts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "How many sentences of the drafts of a folder are condemned, how many asked about.")

    @Argument(help: "The folder with NAME.json: published, sources, draft.")
    var folder: String

    private struct Case: Decodable {
        struct Text: Decodable { var url, text: String }
        var published: String
        var sources: [String: Text]
        var draft: Draft
    }

    func run() throws {
        var counts = (all: 0, condemned: 0, asked: 0)
        for file in try files(in: folder, withExtension: "json") {
            let item = try JSONDecoder().decode(Case.self, from: Data(contentsOf: file))
            let published = Timestamp.date("\(item.published.prefix(10))T00:00:00.000Z")
            let sources = item.sources.sorted { $0.key < $1.key }.compactMap { id, text in
                Int(id.dropFirst()).map {
                    Source(
                        number: $0, kind: .page, url: text.url, title: "", published: published,
                        retrieved: .now, text: text.text)
                }
            }
            let verdict = verify(item.draft, against: sources, kind: .full, policy: Policy())
            for (paragraph, content) in item.draft.paragraphs.enumerated() {
                for (index, sentence) in content.sentences.enumerated() {
                    let place = Domain.Place.sentence(paragraph: paragraph, sentence: index)
                    let found = verdict.findings.filter { $0.place == place }
                    counts.all += 1
                    let isHard = found.contains { $0.severity == .hard }
                    if isHard { counts.condemned += 1 }
                    if !isHard, found.contains(where: { $0.severity == .soft }) {
                        counts.asked += 1
                    }
                    for finding in found where finding.severity != .mended {
                        print(
                            "\(finding.severity.rawValue) \(finding.rule): \(sentence.text)\n    \(finding.message)"
                        )
                    }
                }
            }
        }
        print("\(counts.all) sentences, \(counts.condemned) condemned, \(counts.asked) asked about")
    }
}
