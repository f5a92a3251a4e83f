import ArgumentParser
import Domain
import Foundation
import Verification

/// Measures how many sentences a second the rules judge.
struct Judge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "How many sentences of a file of claims the rules judge in a second, on one core."
    )

    @Argument(help: "The file: id, source, claim, evidence, published.")
    var file: String

    func run() throws {
        let claims = try Claim.read(file)
        let drafts = claims.map { claim in
            (
                Draft(
                    paragraphs: [
                        .init(
                            heading: "",
                            sentences: (0..<20).map { _ in
                                .init(
                                    evidence: [
                                        .init(source: "s1", span: claim.evidence ?? claim.source)
                                    ], text: claim.claim)
                            })
                    ], title: "", tldr: [], slug: "", keywords: []),
                Source(
                    number: 1, kind: .page, url: "http://a.example/", title: "", retrieved: .now,
                    text: claim.source)
            )
        }
        _ = claimFindings("预热", source: "warm up")
        let start = ContinuousClock.now
        for (draft, source) in drafts {
            _ = verify(draft, against: [source], kind: .full, policy: Policy())
        }
        let spent = start.duration(to: .now) / .seconds(1)
        let count = drafts.count * 20
        print("judge: \(count) sentences, \(Int(Double(count) / spent)) a second")
    }
}
