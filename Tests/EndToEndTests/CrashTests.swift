import Foundation
import Newsroom
import TestSupport
import Testing

// The program itself is run, killed and run again: one world at a time.
@Suite(.serialized)
struct CrashTests {
    /// Where a story has most to lose: each between an effect and the row that tells of it.
    @Test(arguments: [
        "ledger created", "ledger reserve*committed", "web received */completions",
        "ledger settle(_:draft:kind:call:shown:now:) commit", "publish linked",
        "ledger settlePublished(_:now:) commit",
    ])
    func `makes the same files after kill -9`(place: String) async throws {
        let desk = try await CrashDesk()
        let expected = try await desk.undisturbed()
        let calls = desk.newsroom.faults.count(of: "model")
        let trial = try desk.trial("killed")
        let killed = try await trial.run(
            ["once", "--now"], environment: ["CAIBIAN_FAILPOINT": "\(place)=kill@1"])
        #expect(killed.signal == SIGKILL)
        let again = try await trial.run(["once", "--now"])
        #expect(again.status == 0, "\(again)")
        #expect(try trial.tree() == expected)
        // Two stories are drafted at a time.
        #expect(desk.newsroom.faults.count(of: "model") <= 2 * calls + 2)
        let verified = try await trial.run(["ledger", "verify"])
        #expect(verified.status == 0, "\(verified)")
        await desk.newsroom.stop()
    }

    @Test func `gives up a story that crashed it twice and goes on with the others`() async throws {
        let desk = try await CrashDesk()
        let expected = try await desk.undisturbed()
        let trial = try desk.trial("poisoned")
        let poison = ["CAIBIAN_FAILPOINT": "step gathered *听澜*=abort"]
        for _ in 0..<2 {
            let crashed = try await trial.run(["once", "--now"], environment: poison)
            #expect(crashed.signal == SIGABRT)
        }
        let third = try await trial.run(["once", "--now"], environment: poison)
        #expect(third.status == 0, "\(third)")
        #expect(try trial.tree().count == expected.count - 1)
        let queue = try await trial.run(["queue", "list"])
        #expect(queue.output.contains("crashed the program twice"))
        await desk.newsroom.stop()
    }

    @Test func `gives up a feed that crashed it twice and goes on with the others`() async throws {
        let desk = try await CrashDesk()
        let trial = try desk.trial("poisoned-feed", sites: ["远山科技", "北岭公报"])
        let poison = ["CAIBIAN_FAILPOINT": "parse *atom.xml=abort"]
        for _ in 0..<2 {
            let crashed = try await trial.run(["once", "--now"], environment: poison)
            #expect(crashed.signal == SIGABRT)
        }
        let third = try await trial.run(["once", "--now"], environment: poison)
        #expect(third.status == 0, "\(third)")
        #expect(try !trial.tree().isEmpty)
        let feeds = try await trial.run(["feeds", "list"])
        #expect(feeds.output.contains("crashed the program twice"), "\(feeds)")
        let url = try #require(desk.newsroom.feeds.first { $0.name == "远山科技" }).url
        let resumed = try await trial.run(["feeds", "resume", url])
        #expect(resumed.status == 0, "\(resumed)")
        _ = try await trial.run(["once", "--now"])
        let after = try await trial.run(["feeds", "list"])
        #expect(!after.output.contains("crashed"), "\(after)")
        await desk.newsroom.stop()
    }

    @Test func `discards a file that could not be flushed and makes it anew`() async throws {
        let desk = try await CrashDesk()
        let expected = try await desk.undisturbed()
        let trial = try desk.trial("unflushed")
        _ = try await trial.run(
            ["once", "--now"], environment: ["CAIBIAN_FAILPOINT": "publish fsync=error"])
        #expect(try trial.tree().isEmpty)
        let later = try await trial.run(
            ["once"], environment: ["CAIBIAN_NOW": "2026-06-09T12:00:00Z"])
        #expect(later.status == 0)
        #expect(try trial.tree() == expected)
        await desk.newsroom.stop()
    }

    @Test func `lets one of ten work and tells the others who`() async throws {
        let desk = try await CrashDesk()
        let expected = try await desk.undisturbed()
        let trial = try desk.trial("crowd")
        _ = try await trial.run(["ledger", "migrate"])
        desk.newsroom.faults.set(.delay(.seconds(2)), for: "feed", times: 1)
        let outcomes = try await withThrowingTaskGroup(of: Trial.Outcome.self) { group in
            for _ in 0..<10 { group.addTask { try await trial.run(["once", "--now"]) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0.status == 0 }.count == 1)
        let refused = outcomes.filter { $0.status == 75 }
        #expect(refused.count == 9)
        #expect(refused.allSatisfy { $0.errors.contains("another caibian works on") })
        #expect(try trial.tree() == expected)
        await desk.newsroom.stop()
    }
}

/// A newsroom of one site, and the files that an undisturbed run makes of it.
private struct CrashDesk {
    let directory: TemporaryDirectory
    let newsroom: Newsroom

    init() async throws {
        directory = try TemporaryDirectory()
        newsroom = try await Newsroom.start(now: Trial.moment)
    }

    func trial(_ name: String, sites: Set<String> = ["远山科技"]) throws -> Trial {
        try Trial(
            newsroom, in: directory.appending(name), program: Trial.builtProgram, sites: sites)
    }

    func undisturbed() async throws -> [String: Data] {
        let trial = try trial("undisturbed")
        let outcome = try await trial.run(["once", "--now"])
        #expect(outcome.status == 0, "\(outcome)")
        let tree = try trial.tree()
        #expect(!tree.isEmpty)
        return tree
    }
}
