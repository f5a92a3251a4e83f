import Domain
import Foundation
import Ledger
import Pipeline
import Testing

// One world at a time: each has eight servers.
@Suite(.serialized)
struct ClaimTests {
    @Test func `proves each sentence of a file by the ledger, and none that was changed`()
        async throws
    {
        let desk = try await Desk(sites: ["远山科技"])
        try await desk.pass()
        let file = try #require(try await desk.ledger.published().first)
        let text = try desk.text(of: file.path)
        #expect(try await claimFindings(in: text, ledger: desk.ledger) == [])

        let sentence = try #require(
            try await desk.ledger.sentences(of: file.id).flatMap { $0 }.map(\.text)
                .first { $0.contains(/\d{2}/) })
        let changed = text.replacing(
            sentence.dropLast(), with: sentence.dropLast().replacing(/\d{2}/) { _ in "97" })
        #expect(changed != text)
        let found = try await claimFindings(in: changed, ledger: desk.ledger)
        #expect(!found.isEmpty && found.allSatisfy { $0.rule == "claim.unproven" }, "\(found)")

        let foreign = text.replacing(file.id, with: "0000000000")
        let rules = try await claimFindings(in: foreign, ledger: desk.ledger).map(\.rule)
        #expect(rules == ["claim.no_story"])
        await desk.close()
    }
}
