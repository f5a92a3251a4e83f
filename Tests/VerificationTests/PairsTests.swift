import Domain
import Foundation
import Testing
import Verification

/// True sentences by another hand: the rules condemn hardly any, and hardly any change passes.
struct PairsTests {
    private struct Pair: Decodable {
        var id, source, evidence, claim: String
        var published: String?
    }

    private func isCondemned(_ sentence: String, _ pair: Pair) -> Bool {
        claimFindings(
            sentence, source: pair.source, evidence: pair.evidence,
            published: pair.published.flatMap { Timestamp.date("\($0.prefix(10))T00:00:00.000Z") }
        ).contains { $0.severity == .hard }
    }

    private func pairs() throws -> [Pair] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/pairs.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Pair.self, from: Data($0.utf8)) }
    }

    @Test func `condemns at most one true sentence of a hundred`() throws {
        let pairs = try pairs()
        let condemned = pairs.filter { isCondemned($0.claim, $0) }.map(\.id)
        #expect(condemned.count * 100 <= pairs.count, "\(condemned)")
    }

    @Test func `catches 99 of a hundred changes of one fact`() throws {
        var all = 0
        var passed: [String] = []
        for pair in try pairs() {
            for mutation in mutations(of: pair.claim) {
                all += 1
                if !isCondemned(mutation.text, pair) { passed.append(mutation.text) }
            }
        }
        #expect(all >= 1800)
        #expect(passed.count * 100 <= all, "\(passed.count) of \(all) pass: \(passed)")
    }
}
