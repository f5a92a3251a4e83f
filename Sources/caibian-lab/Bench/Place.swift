import ArgumentParser
import Domain
import Foundation
import Research

/// Makes many reports known and says how long it takes to place one more.
struct Place: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Place reports among many known ones and say how long one takes.")

    @Option(help: "Reports that are known.")
    var known = 100_000

    func run() throws {
        var words = Words(seed: 7)
        var index = StoryIndex()
        let start = Usage()
        for number in 0..<known { index.add(report(number, &words), to: "s\(number)") }
        let filled = Usage()
        let more = (0..<200).map { report(known + $0, &words) }
        let before = Usage()
        let joined = more.count { index.look(at: $0).match != nil }
        let each = (Usage().cpu - before.cpu) * 1000 / Double(more.count)
        print(
            "\(known) known (\(filled.since(start))); one more: "
                + String(format: "%.2f ms", each) + ", \(joined) of \(more.count) joined")
    }

    private func report(_ number: Int, _ words: inout Words) -> Report {
        Report(
            id: Int64(number), feedURL: "https://a.example/feed", key: "\(number)",
            url: "https://a.example/\(number)", canonicalURL: "https://a.example/\(number)",
            title: words.title() + words.name(), summary: words.sentence() + words.sentence(),
            language: "zh", published: Date(timeIntervalSince1970: 1_732_183_200))
    }
}
