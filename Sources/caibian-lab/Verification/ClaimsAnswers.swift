import ArgumentParser
import Domain
import Foundation
import Verification

/// Judges claims by the hard rules; what goes to the judge is `unsure`.
struct ClaimsAnswers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims", abstract: "The verdicts on a file of claims, one JSON object a line."
    )

    @Argument(help: "The file: id, source, claim, and where known evidence and published.")
    var file: String

    @Flag(help: "Print the findings behind each verdict as well.")
    var findings = false

    private struct Answer: Encodable {
        var id, verdict: String
        var findings: [String]?
    }

    func run() throws {
        let encoder = JSONEncoder()
        for claim in try Claim.read(file) {
            let found = claim.findings()
            var answer = Answer(id: claim.id, verdict: Claim.verdict(found))
            if findings {
                answer.findings = found.map { "\($0.severity.rawValue) \($0.rule): \($0.message)" }
            }
            print(String(decoding: try encoder.encode(answer), as: UTF8.self))
        }
    }
}

/// A sentence with the source it is cited to, as corpora have them.
struct Claim: Decodable {
    var id: String
    var source: String
    var claim: String
    var evidence: String?
    /// A day, 2026-04-02.
    var published: String?

    static func read(_ file: String) throws -> [Claim] {
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Claim.self, from: Data($0.utf8)) }
    }

    func findings() -> [Finding] {
        claimFindings(
            claim, source: source, evidence: evidence,
            published: published.flatMap { Timestamp.date("\($0.prefix(10))T00:00:00.000Z") })
    }

    static func verdict(_ findings: [Finding]) -> String {
        if findings.contains(where: { $0.severity == .hard }) { return "unsupported" }
        return findings.contains { $0.severity == .soft } ? "unsure" : "supported"
    }
}
