import ArgumentParser
import Foundation
import Newsroom

/// Runs the service on a long backlog among faults, under a clock that runs fast, until every story
/// is at rest; watches its memory.
struct SoakCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soak",
        abstract: "Thousands of stories through the service, with faults of every kind.",
        discussion: "Needs a build with failpoints, which has the fast clock.")

    @Option(help: "Events that the newsroom invents besides its own.")
    var invented = 10_000

    @Option(help: "The share of requests that go wrong.")
    var spoil = 0.05

    @Option(help: "Seconds of the service's clock in one of the world's.")
    var rate = 120

    @Option(help: "Minutes after which it is given up.")
    var minutes = 120

    @Option(help: "A port for the newsroom.")
    var port: UInt16 = 28_992

    func run() async throws {
        let newsroom = try await Newsroom.start(
            port: port, now: Trial.moment, invented: invented)
        newsroom.faults.spoil(share: spoil)
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "caibian-soak-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let trial = try Trial(newsroom, in: folder, program: Trial.builtProgram)
        let service = try trial.start(
            ["run"], environment: ["CAIBIAN_CLOCK_RATE": "\(rate)", "LC_ALL": "C"])
        let start = ContinuousClock.now
        var first: Int?
        var most = 0
        var last = ""
        while ContinuousClock.now - start < .seconds(minutes * 60), service.isRunning {
            try await Task.sleep(for: .seconds(10))
            let stories = try await trial.stories()
            let memory = Self.memory(of: service.id)
            most = max(most, memory)
            let atRest = Self.resting.reduce(0) { $0 + (stories[$1] ?? 0) }
            let all = stories.values.reduce(0, +)
            // After the first thousand everything has been used once.
            if first == nil, atRest >= min(1000, invented / 10) { first = memory }
            last = "\(atRest) of \(all) at rest, \(memory / 1024) MB: \(stories)"
            say(last)
            if all >= invented / 2, atRest == all { break }
        }
        service.send(SIGTERM)
        let outcome = await service.end()
        let verified = try await trial.run(["ledger", "verify"])
        say("took \(ContinuousClock.now - start), ended with \(outcome.status ?? -1)")
        say("memory: \((first ?? 0) / 1024) MB after the first, at most \(most / 1024) MB")
        say(verified.output + verified.errors)
        for (reason, count) in try await trial.reasons().prefix(12) { say("\(count) × \(reason)") }
        say("ready again after \(try await timeToReady(of: trial))")
        await newsroom.stop()
        if verified.status != 0 || outcome.status != 0 { throw ExitCode.failure }
    }

    /// How long a new start takes, from its first moment until it says that it is ready.
    private func timeToReady(of trial: Trial) async throws -> Duration {
        let start = ContinuousClock.now
        let service = try trial.start(["run"])
        while service.isRunning, !service.complained.contains("\"ready\"") {
            try await Task.sleep(for: .milliseconds(20))
        }
        let time = ContinuousClock.now - start
        service.send(SIGTERM)
        _ = await service.end()
        return time
    }

    private static let resting = ["published", "held", "rejected", "dead"]

    /// Resident kilobytes (proc(5)).
    private static func memory(of process: Int32) -> Int {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
}

extension Trial {
    private struct Status: Decodable {
        struct Overview: Decodable { var stories: [String: Int] }
        var overview: Overview
    }

    private struct Queue: Decodable {
        struct Row: Decodable {
            var state: String
            var reason: String?
        }
        var queue: [Row]
    }

    /// Why stories are not on the site, figures left out, the commonest reason first.
    func reasons() async throws -> [(reason: String, count: Int)] {
        let outcome = try await run(["queue", "list", "--json"])
        let rows = try JSONDecoder().decode(Queue.self, from: Data(outcome.output.utf8)).queue
        let words = rows.map { row in
            "\(row.state): " + String((row.reason ?? "").filter { !$0.isNumber }.prefix(90))
        }
        return Dictionary(grouping: words) { $0 }.map { ($0, $1.count) }
            .sorted { $0.count > $1.count }
    }

    /// How many stories are in each state.
    func stories() async throws -> [String: Int] {
        let outcome = try await run(["status", "--json"])
        let status = try? JSONDecoder().decode(Status.self, from: Data(outcome.output.utf8))
        return status?.overview.stories ?? [:]
    }
}
