import Configuration
import Domain
import Failpoints
import Foundation
import Ledger
import Pipeline
import ServiceLifecycle

/// Looks after the whole: the clock, old rows, the watchdog, and what the operator should know.
struct Housekeeper: Service {
    let desk: Desk
    let systemd: SystemdNotifier

    func run() async throws {
        try await untilStopped("housekeeper") {
            var told: Date?
            var pruned: Date?
            while true {
                Failpoint.reach("run housekeep")
                let now = desk.line.effects.now()
                let isMinute = told.isOver(60, at: now)
                // Not at once: what waits since the last run comes first.
                let isDaily = isMinute && told != nil && pruned.isOver(86_400, at: now)
                let isWell = try await desk.patiently { line in
                    // The ledger answers.
                    _ = try await line.ledger.nextDue()
                    if isMinute {
                        try await line.housekeep(prune: isDaily)
                        try await tell(line)
                        systemd.send("STATUS=\(try await Self.state(line))")
                    }
                    return true
                }
                if isWell, isMinute {
                    told = now
                    Heap.giveBack()
                }
                if isWell, isDaily {
                    pruned = now
                    Heap.forgetText()
                }
                feedWatchdog()
                desk.beats.rest()
                try await desk.line.effects.sleep(min(.seconds(10), systemd.watchdog / 3))
            }
        }
    }

    /// That every service got on feeds it, not the time.
    private func feedWatchdog() {
        if let stuck = desk.beats.stuck(for: desk.line.longestSilence) {
            Log.failure("\(stuck) has stopped getting on")
        } else {
            systemd.send("WATCHDOG=1")
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
        let dayStart = line.settings.site.dayStart(at: line.effects.now())
        let pulse = try await line.ledger.pulse(dayStart: dayStart)
        return "\(pulse.waiting) stories waiting, \(pulse.inProgress) in progress, "
            + "\(pulse.published) published today, \(pulse.held) held"
    }
}

extension Line {
    /// How long a service that works may be without a transaction or an answer: no longer than the
    /// longest request, and a wait for a model before it.
    var longestSilence: Duration {
        let requests = settings.models.map(\.timeout) + [settings.network.timeout]
        return (requests.max() ?? .zero) + .seconds(90)
    }
}

extension Date? {
    /// Whether so many seconds passed since then, or the clock was set back that far.
    fileprivate func isOver(_ seconds: TimeInterval, at now: Date) -> Bool {
        map { abs(now.timeIntervalSince($0)) >= seconds } ?? true
    }
}
