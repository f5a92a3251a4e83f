import Foundation
import Newsroom
import TestSupport
import Testing

// The service itself, as systemd would run it: one world at a time.
@Suite(.serialized)
struct ServiceTests {
    @Test func `publishes, keeps its settings when the new are wrong, and stops when told`()
        async throws
    {
        let directory = try TemporaryDirectory()
        let newsroom = try await Newsroom.start(now: Trial.moment)
        let trial = try Trial(
            newsroom, in: directory.appending("desk"), program: Trial.builtProgram,
            sites: ["远山科技"])
        let service = try trial.start(["run"])
        #expect(try await until { try !trial.tree().isEmpty })
        let right = try String(
            contentsOf: trial.directory.appending(path: "caibian.yaml"), encoding: .utf8)
        try trial.write(right + "\nsight: {}\n", to: "caibian.yaml")
        service.send(SIGHUP)
        #expect(try await until { service.complained.contains("kept as they were") })
        #expect(service.complained.contains("sight: unknown key"))
        try trial.write(right, to: "caibian.yaml")
        service.send(SIGHUP)
        #expect(try await until { service.complained.contains("read again") })
        let status = try await trial.run(["status"])
        #expect(status.output.contains("working: process"))
        let second = try await trial.run(["once"])
        #expect(second.status == 75)
        service.send(SIGTERM)
        #expect(await service.end().status == 0)
        let verified = try await trial.run(["ledger", "verify"])
        #expect(verified.status == 0, "\(verified)")
        await newsroom.stop()
    }

    @Test func `says nothing to cron when nothing happened`() async throws {
        let directory = try TemporaryDirectory()
        let newsroom = try await Newsroom.start(now: Trial.moment)
        let trial = try Trial(
            newsroom, in: directory.appending("desk"), program: Trial.builtProgram,
            sites: ["远山科技"])
        let plan = try await trial.run(["once", "--now", "--dry-run"])
        #expect(plan.output.contains("would poll 1 feeds"))
        #expect(!FileManager.default.fileExists(atPath: trial.ledger.path))
        let limited = try await trial.run(["once", "--now", "--max-articles", "1"])
        #expect(limited.output.contains("published 1 articles"), "\(limited)")
        #expect(try trial.tree().count == 1)
        _ = try await trial.run(["once", "--now"])
        let idle = try await trial.run(["once"])
        #expect(idle.output.isEmpty && idle.errors.isEmpty, "\(idle)")
        await newsroom.stop()
    }

    /// Looks every tenth of a second, for a minute at most.
    private func until(_ holds: () throws -> Bool) async throws -> Bool {
        for _ in 0..<600 {
            if try holds() { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }
}
