import Foundation
import Newsroom
import TestSupport
import Testing

// One world at a time: each has eight servers.
@Suite(.serialized)
struct DraftTests {
    @Test func `puts what waits for a person on the site as a draft where the settings say so`()
        async throws
    {
        let directory = try TemporaryDirectory()
        let newsroom = try await Newsroom.start(now: Trial.moment)
        func trial(_ name: String, drafts: Bool) throws -> Trial {
            try Trial(
                newsroom, in: directory.appending(name), program: Trial.builtProgram,
                sites: ["远山科技"], settings: "publish: {drafts: \(drafts), sensitive: [听澜]}")
        }
        let held = try trial("held", drafts: false)
        _ = try await held.run(["once", "--now"])
        let trial = try trial("drafts", drafts: true)
        let outcome = try await trial.run(["once", "--now"])
        #expect(outcome.status == 0, "\(outcome)")
        // Only the sensitive one is a draft.
        let new = try trial.tree().filter { try held.tree()[$0.key] == nil }
        #expect(new.count == 1)
        let (path, bytes) = try #require(new.first)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("\ndraft: true\n") && text.contains("听澜"))
        #expect(try held.tree().values.allSatisfy { !$0.contains("\ndraft: true\n".utf8) })
        let id = try #require(path.dropLast(3).split(separator: "-").last)
        let shown = try await trial.run(["queue", "show", String(id)])
        #expect(shown.output.contains("sensitive topic: 听澜"), "\(shown)")

        // A person lets it go out, which is no violation; any other change is.
        let file = trial.content.appending(path: path)
        let approved = text.replacing("\ndraft: true\n", with: "\ndraft: false\n")
        try Data(approved.utf8).write(to: file)
        #expect(try await trial.run(["ledger", "verify"]).status == 0)
        try Data((approved + "另外").utf8).write(to: file)
        let verified = try await trial.run(["ledger", "verify"])
        #expect(verified.status == 65)
        #expect(verified.output.contains("is not what was published"), "\(verified)")
        await newsroom.stop()
    }
}

extension Data {
    fileprivate func contains(_ other: some Collection<UInt8>) -> Bool {
        range(of: Data(other)) != nil
    }
}
