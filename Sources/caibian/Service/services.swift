import Configuration
import Domain
import Failpoints
import Foundation
import Ledger
import Pipeline
import ServiceLifecycle
import UnixSignals

/// Polls what is due, and groups what it brought.
struct Poller: Service {
    let desk: Desk

    func run() async throws {
        try await untilStopped {
            while true {
                _ = try await desk.patiently("poller") { line in
                    try await line.pollRound()
                    return true
                }
                // Nothing is polled more often than every minute.
                try await desk.line.effects.sleep(.seconds(15))
            }
        }
    }
}

/// Does the steps of stories, each step with so many workers.
struct Workers: Service {
    let desk: Desk

    func run() async throws {
        try await untilStopped {
            _ = try await desk.patiently("workers") { line in
                try await line.workAlone()
                return true
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (state, count) in desk.line.widths {
                    for number in 0..<count {
                        group.addTask { try await work(state, as: "\(state.rawValue) \(number)") }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    private func work(_ state: Story.State, as name: String) async throws {
        while true {
            let isBusy = try await desk.patiently(name) { try await $0.workOne(state) }
            if !isBusy { try await desk.line.effects.sleep(.seconds(5)) }
        }
    }
}

/// Looks after the whole: the clock, old rows, the watchdog, and what the operator should know.
struct Housekeeper: Service {
    let desk: Desk
    let systemd: SystemdNotifier

    /// Longer than any step: a model's call has its own time-out below it.
    private static let longestStep = Duration.seconds(4000)

    func run() async throws {
        try await untilStopped {
            var look = 0
            while true {
                Failpoint.reach("run housekeep")
                let isDaily = look % 8640 == 1
                let isMinute = look % 6 == 0
                _ = try await desk.patiently("housekeeper") { line in
                    try await line.housekeep(prune: isDaily)
                    if isMinute { try await tell(line) }
                    systemd.send("STATUS=\(try await Self.state(line))")
                    return true
                }
                // The ledger answered and every service got on: that, not the time, feeds it.
                if let stuck = desk.stuck(for: Self.longestStep) {
                    Log.failure("\(stuck) has stopped getting on")
                } else {
                    systemd.send("WATCHDOG=1")
                }
                look += 1
                try await desk.line.effects.sleep(min(.seconds(10), systemd.watchdog / 3))
            }
        }
    }

    private func tell(_ line: Line) async throws {
        let messenger = Messenger(
            line.settings.notify.channels, http: line.effects.http,
            environment: ProcessInfo.processInfo.environment)
        try await line.tell(over: messenger)
        if let ping = line.settings.notify.ping, let trouble = await messenger.ping(ping) {
            Log.failure(trouble)
        }
    }

    private static func state(_ line: Line) async throws -> String {
        let now = line.effects.now()
        let overview = try await line.ledger.overview(
            now: now, dayStart: line.settings.site.dayStart(at: now),
            day: line.settings.site.day(at: now))
        let waiting = ["queued", "gathered", "drafted", "approved"]
            .map { overview.stories[$0] ?? 0 }.reduce(0, +)
        return "\(waiting) stories waiting, \(overview.inProgress.count) in progress, "
            + "\(overview.publishedToday) published today, \(overview.stories["held"] ?? 0) held"
    }
}

/// Reads the settings again on SIGHUP: swaps them when they are right, else keeps the old ones and
/// says why.
struct Reloader: Service {
    let desk: Desk
    let systemd: SystemdNotifier
    let reload: @Sendable () throws -> Line

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            systemd.sendReloading()
            do {
                let line = try reload()
                desk.replace(by: line)
                try await line.ledger.endRests()
                Log.notice("the settings were read again")
            } catch {
                // What is wrong with them was printed when they were read.
                Log.failure("the settings are kept as they were")
            }
            systemd.send("READY=1")
        }
    }
}

/// Works until the group is shut down, which is no failure.
private func untilStopped(_ work: @escaping @Sendable () async throws -> Void) async throws {
    do {
        try await cancelWhenGracefulShutdown { try await work() }
    } catch is CancellationError {
        return
    }
}
