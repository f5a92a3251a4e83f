import ArgumentParser
import Domain
import Foundation
import Verification

/// Changes one fact at a time in true sentences and counts how many of the changes are caught.
struct Mutations: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "How many changes of a number, unit, date, name, sign, bound or currency are caught.")

    @Argument(help: "The file of true pairs: id, source, claim, evidence, published.")
    var file: String

    @Flag(help: "Print the changes that passed, and the true sentences that were condemned.")
    var fails = false

    func run() throws {
        var counts: [Mutation.Kind: (all: Int, caught: Int)] = [:]
        var (pairs, alarms) = (0, 0)
        for claim in try Claim.read(file) {
            pairs += 1
            let found = claim.findings().filter { $0.severity == .hard }
            if !found.isEmpty {
                alarms += 1
                if fails { print("alarm \(claim.id) \(claim.claim) \(found.map(\.message))") }
            }
            for mutation in mutations(of: claim.claim) {
                var changed = claim
                changed.claim = mutation.text
                let isCaught = changed.findings().contains { $0.severity == .hard }
                counts[mutation.kind, default: (0, 0)].all += 1
                if isCaught { counts[mutation.kind, default: (0, 0)].caught += 1 }
                if fails, !isCaught {
                    print("passed \(claim.id) \(mutation.kind) \(mutation.text)")
                }
            }
        }
        for (kind, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print("\(kind.rawValue): \(count.caught) of \(count.all) caught")
        }
        let all = counts.values.reduce(0) { $0 + $1.all }
        let caught = counts.values.reduce(0) { $0 + $1.caught }
        let share = all > 0 ? Double(caught) / Double(all) * 100 : 0
        print(
            "\(pairs) pairs, \(alarms) alarmed; \(all) changes, \(caught) caught "
                + "(\((share * 10).rounded() / 10) %)")
    }
}
