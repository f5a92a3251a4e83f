import Domain
import Foundation
import Testing
import Verification

/// Sentences about passages of many figures, names and days, by hands that did not know the rules; half
/// of them say one thing that their passage does not. Those of `spans` name the span they rest on.
struct ClaimsTests {
    private struct Claim: Decodable {
        var id, source, claim, label: String
        var evidence, published: String?
    }

    private func claims(_ name: String) throws -> [Claim] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/\(name).jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Claim.self, from: Data($0.utf8)) }
    }

    @Test(arguments: ["claims", "spans"])
    func `condemns half of what passages do not say and hardly any of what they say`(
        name: String
    ) throws {
        let claims = try claims(name)
        let condemned = claims.filter { claim in
            claimFindings(
                claim.claim, source: claim.source, evidence: claim.evidence,
                published: claim.published.flatMap { Timestamp.date("\($0)T00:00:00.000Z") }
            ).contains { $0.severity == .hard }
        }
        let alarms = condemned.filter { $0.label == "supported" }.map(\.id)
        let (all, wrong) = (claims.count, claims.count { $0.label != "supported" })
        #expect(alarms.count * 50 <= all - wrong, "\(alarms)")
        #expect((condemned.count - alarms.count) * 2 >= wrong, "\(condemned.count - alarms.count)")
    }
}
