import Domain
package import Foundation
package import Web

/// When a feed is polled next.
package struct PollSchedule: Sendable, Equatable {
    /// Between two polls of a feed that says nothing of its own.
    package var interval: Duration
    /// Whatever a feed says, it is not polled more often.
    package var least: Duration

    /// Whatever a server says, a feed is polled once a day.
    static let most = Duration.seconds(86_400)
    /// The wait after a failure doubles from here.
    static let firstWait = Duration.seconds(3600)

    package init(interval: Duration, least: Duration) {
        self.interval = interval
        self.least = least
    }

    /// After an answer: the longest of the settings, the feed's own cadence and the cache headers,
    /// up to a tenth later so that feeds of one hour do not stay in step.
    package func next(
        after now: Date, headers: Headers, cadence: Duration?, random: Double
    ) -> Date {
        let asked =
            [interval, least, cadence, headers.maxAge, headers.retryAfter(at: now)]
            .compactMap { $0 }.max() ?? interval
        return now.addingTimeInterval(min(asked, Self.most).inSeconds * (1 + random / 10))
    }

    /// After a failure, which `failures` others went before: what the server asks for, else an
    /// hour, doubling to a day. Who refuses (401, 403, 410, 451) is left alone for a day.
    package func next(
        afterFailure now: Date, failures: Int, status: Int?, headers: Headers, random: Double
    ) -> Date {
        let wait: Duration
        if let asked = headers.retryAfter(at: now) {
            wait = max(asked, least)
        } else if let status, [401, 403, 410, 451].contains(status) {
            wait = Self.most
        } else {
            wait = Self.firstWait * (1 << min(failures, 5))
        }
        return now.addingTimeInterval(min(wait, Self.most).inSeconds * (1 + random / 10))
    }
}

extension Headers {
    /// How long the answer stays fresh (RFC 9111 §5.2.2.1), less the age it came with.
    fileprivate var maxAge: Duration? {
        guard let control = self["Cache-Control"]?.lowercased() else { return nil }
        for directive in control.split(separator: ",") {
            let parts = directive.split(separator: "=")
                .map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2, parts[0] == "max-age", let seconds = Int(parts[1]), seconds > 0 {
                let age = self["Age"].flatMap { Int($0) } ?? 0
                return .seconds(max(0, min(seconds, 86_400 * 365) - max(0, age)))
            }
        }
        return nil
    }
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
