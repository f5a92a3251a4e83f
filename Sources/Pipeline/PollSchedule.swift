package import Domain
package import Foundation
package import Web

/// When a feed is polled next. What is stored is the earliest moment; `spread` puts a daemon's polls
/// a little later, so that feeds of one interval do not stay in step.
package struct PollSchedule: Sendable, Equatable {
    /// Between two polls of a feed that says nothing of its own.
    package var interval: Duration
    /// Whatever a feed says, it is not polled more often.
    package var least: Duration

    /// Whatever a server says, a feed is polled once a day.
    static let most: TimeInterval = 86_400
    /// The wait after a failure doubles from here.
    static let firstWait: TimeInterval = 3600
    /// A feed that answers 404 this long is given up.
    static let patience: TimeInterval = 14 * 86_400

    package init(interval: Duration, least: Duration) {
        self.interval = interval
        self.least = least
    }

    /// After an answer: the longest of the settings, what the feed and the headers ask for, and a
    /// twenty-fourth of the time since the feed last changed, up to a day; then past the hours and
    /// days in which it asks not to be polled.
    ///
    /// - Parameter isUnvalidated: it sent the same bytes again though it could have said 304.
    package func next(
        after now: Date, headers: Headers, cadence: Cadence, changed: Date?, isUnvalidated: Bool
    ) -> Date {
        let quiet = changed.map { now.timeIntervalSince($0) / 24 } ?? 0
        let own = max(interval.inSeconds, least.inSeconds) * (isUnvalidated ? 2 : 1)
        let asked =
            [
                own, quiet, cadence.interval?.inSeconds, headers.freshness(at: now),
                headers.retryAfter(at: now)?.inSeconds,
            ].compactMap { $0 }.max() ?? own
        return now.addingTimeInterval(min(asked, Self.most)).skipping(cadence)
    }

    /// After a failure, which `failures` others went before: what the server asks for, else an
    /// hour, doubling to a day. Who refuses (401, 403, 410, 451) is left alone for a day.
    package func next(
        afterFailure now: Date, failures: Int, status: Int?, headers: Headers
    ) -> Date {
        let wait: TimeInterval
        if let asked = headers.retryAfter(at: now) {
            wait = max(asked.inSeconds, least.inSeconds)
        } else if let status, [401, 403, 410, 451].contains(status) || headers.isChallenge {
            wait = Self.most
        } else {
            wait = Self.firstWait * Double(1 << min(failures, 5))
        }
        return now.addingTimeInterval(min(wait, Self.most))
    }

    /// Whether a feed that began to fail then is given up at this status.
    package func isGone(status: Int?, failingSince: Date?, now: Date) -> Bool {
        status == 410
            || status == 404
                && failingSince.map { now.timeIntervalSince($0) > Self.patience } == true
    }

    /// How much later than due a feed is polled: up to a tenth of its interval, the same at every
    /// look, so that a restart changes nothing.
    package static func spread(_ url: String, polled: Date?, due: Date) -> TimeInterval {
        guard let polled else { return 0 }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in url.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return max(0, due.timeIntervalSince(polled)) * Double(hash >> 40) / Double(1 << 24) / 10
    }
}

extension Headers {
    /// Whether the answer is a riddle for a browser instead of the feed.
    var isChallenge: Bool { self["cf-mitigated"]?.lowercased() == "challenge" }

    /// How long the answer stays fresh (RFC 9111 §4.2): `max-age`, else `Expires`, less the age it
    /// came with, by the server's own clock.
    fileprivate func freshness(at now: Date) -> TimeInterval? {
        let age = max(0, self["Age"].flatMap { TimeInterval($0) } ?? 0)
        for directive in self["Cache-Control"]?.lowercased().split(separator: ",") ?? [] {
            let parts = directive.split(separator: "=")
                .map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2, parts[0] == "max-age", let seconds = TimeInterval(parts[1]) {
                return max(0, seconds - age)
            }
        }
        guard let expires = self["Expires"].flatMap({ writtenDate($0) }) else { return nil }
        let sent = self["Date"].flatMap { writtenDate($0) } ?? now
        return max(0, expires.timeIntervalSince(sent) - age)
    }
}

extension Date {
    /// The first moment from here on that is in none of the hours and days to be left out (GMT); the
    /// moment itself when that would be all of them.
    fileprivate func skipping(_ cadence: Cadence) -> Date {
        guard !cadence.skippedHours.isEmpty || !cadence.skippedDays.isEmpty else { return self }
        for step in 0..<(7 * 24) {
            let hours = Int(timeIntervalSince1970) / 3600 + step
            // 1970-01-01 was a Thursday, the fifth day.
            let day = (hours / 24 + 4) % 7 + 1
            guard cadence.skippedHours.contains(hours % 24) || cadence.skippedDays.contains(day)
            else { return step == 0 ? self : Date(timeIntervalSince1970: Double(hours) * 3600) }
        }
        return self
    }
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
