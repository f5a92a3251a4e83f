import ArgumentParser
import Foundation
import Newsroom

/// Kills `caibian once` at places and moments, lets it run again, and compares what it made with an
/// undisturbed run.
struct KillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kill",
        abstract: "kill -9 at every failpoint, then at random instants: same files, calls counted.",
        discussion: "Needs a debug build, which has the failpoints.")

    @Option(help: "Events that the newsroom invents besides its own.")
    var invented = 12

    @Option(help: "How many random instants.")
    var random = 20

    @Option(help: "Seed of the instants.")
    var seed: UInt64 = 1

    @Flag(help: "Leave the failpoints out.")
    var onlyRandom = false

    @Option(help: "A port for the newsroom.")
    var port: UInt16 = 28_990

    func run() async throws {
        let newsroom = try await Newsroom.start(
            port: port, now: Trial.moment, invented: invented)
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "caibian-kill-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        var bench = KillBench(newsroom: newsroom, folder: folder)
        try await bench.measure()
        say(
            "undisturbed: \(bench.expected.count) files, \(bench.calls) model calls, "
                + "\(bench.points.count) failpoints, \(bench.duration)")
        var failures = 0
        if !onlyRandom {
            for point in bench.points.keys.sorted() {
                let wrong = try await bench.kill(at: point)
                if let wrong {
                    failures += 1
                    say("FAIL \(point): \(wrong)")
                }
            }
            say("failpoints: \(bench.points.count) killed at, \(failures) wrong")
        }
        var dice = SeededDice(state: seed)
        var wrongs = 0
        for turn in 0..<random {
            let share = Double.random(in: 0..<1, using: &dice)
            if let wrong = try await bench.kill(after: bench.duration * share) {
                wrongs += 1
                say("FAIL instant \(turn) at \(share): \(wrong)")
            }
            if turn % 50 == 49 { say("instants: \(turn + 1) killed at, \(wrongs) wrong") }
        }
        say(
            "instants: \(random) killed at, \(wrongs) wrong; "
                + "at most \(bench.mostRepeated) repeated calls in a run")
        await newsroom.stop()
        if failures + wrongs > 0 { throw ExitCode.failure }
    }
}

/// The undisturbed run, and what every other is compared with.
struct KillBench {
    let newsroom: Newsroom
    let folder: URL
    private(set) var expected: [String: Data] = [:]
    /// How often each place is reached.
    private(set) var points: [String: Int] = [:]
    private(set) var calls = 0
    private(set) var duration = Duration.zero
    private(set) var mostRepeated = 0
    private var turn = 0

    init(newsroom: Newsroom, folder: URL) {
        self.newsroom = newsroom
        self.folder = folder
    }

    mutating func measure() async throws {
        let trial = try trial()
        let trace = trial.directory.appending(path: "trace")
        let before = newsroom.faults.count(of: "model")
        let start = ContinuousClock.now
        let outcome = try await trial.run(
            ["once", "--now"], environment: ["CAIBIAN_FAILPOINT_TRACE": trace.path])
        duration = ContinuousClock.now - start
        guard outcome.status == 0 else { throw ValidationError(outcome.errors) }
        calls = newsroom.faults.count(of: "model") - before
        expected = try trial.tree()
        let names = try String(contentsOf: trace, encoding: .utf8).split(separator: "\n")
        points = Dictionary(
            names.map { (Self.place(String($0)), 1) }, uniquingKeysWith: +)
        try FileManager.default.removeItem(at: trial.directory)
    }

    /// Addresses and headlines differ where the place is the same.
    private static func place(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard let kind = words.first, kind == "web" || kind == "step" else { return name }
        if kind == "step" { return words.prefix(2).joined(separator: " ") + " *" }
        let url = URL(string: words.dropFirst(2).joined(separator: " "))
        let last = url?.lastPathComponent ?? ""
        return words.prefix(2).joined(separator: " ") + (last.isEmpty ? " *" : " */\(last)*")
    }

    /// Kills at a place, the second time where there is one, and says what is wrong after the next
    /// run; nil when nothing is.
    mutating func kill(at point: String) async throws -> String? {
        var outcome: Trial.Outcome?
        // What runs side by side may come by there once less than the last time.
        for time in [min(2, points[point] ?? 1), 1] {
            let trial = try trial()
            let before = newsroom.faults.count(of: "model")
            let ended = try await trial.run(
                ["once", "--now"], environment: ["CAIBIAN_FAILPOINT": "\(point)=kill@\(time)"])
            if ended.signal == SIGKILL {
                return try await conclude(trial, callsBefore: before)
            }
            outcome = ended
            try FileManager.default.removeItem(at: trial.directory)
        }
        return "was not reached: \(outcome.map { "\($0)" } ?? "")"
    }

    mutating func kill(after time: Duration) async throws -> String? {
        let trial = try trial()
        let before = newsroom.faults.count(of: "model")
        _ = try await trial.run(["once", "--now"], killed: time)
        return try await conclude(trial, callsBefore: before)
    }

    /// Runs on to the end and compares.
    private mutating func conclude(_ trial: Trial, callsBefore: Int) async throws -> String? {
        let inProgress = try await trial.inProgress()
        let outcome = try await trial.run(["once", "--now"])
        guard outcome.status == 0 else { return "the next run ended so: \(outcome)" }
        let repeated = newsroom.faults.count(of: "model") - callsBefore - calls
        mostRepeated = max(mostRepeated, repeated)
        if repeated > inProgress {
            return "\(repeated) calls more, \(inProgress) stories in progress"
        }
        let tree = try trial.tree()
        if let wrong = difference(tree) { return wrong + " (kept \(trial.directory.path))" }
        let verified = try await trial.run(["ledger", "verify"])
        guard verified.status == 0 else { return verified.output + verified.errors }
        try FileManager.default.removeItem(at: trial.directory)
        return nil
    }

    private func difference(_ tree: [String: Data]) -> String? {
        let missing = Set(expected.keys).subtracting(tree.keys)
        let extra = Set(tree.keys).subtracting(expected.keys)
        let changed = expected.filter { path, bytes in
            tree[path].map { $0 != bytes } ?? false
        }
        if missing.isEmpty, extra.isEmpty, changed.isEmpty { return nil }
        return "missing \(missing.sorted()), extra \(extra.sorted()), "
            + "changed \(changed.keys.sorted())"
    }

    private mutating func trial() throws -> Trial {
        turn += 1
        return try Trial(
            newsroom, in: folder.appending(path: "\(turn)"), program: Trial.builtProgram)
    }
}

extension Trial {
    /// Stories that a crash left in progress.
    func inProgress() async throws -> Int {
        let outcome = try await run(["queue", "list", "--json"])
        return outcome.output.components(separatedBy: "\"taken_at\"").count - 1
    }
}

/// Dice that fall the same way for the same seed.
struct SeededDice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
