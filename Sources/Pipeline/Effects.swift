import Failpoints
package import Foundation
package import Web

/// Everything by which the outside reaches the line but its files: the rest is a function of its
/// arguments.
package struct Effects: Sendable {
    package var http: HTTPClient
    package var now: @Sendable () -> Date
    /// Throws when the task is cancelled.
    package var sleep: @Sendable (Duration) async throws -> Void
    /// 0 ..< 1.
    package var random: @Sendable () -> Double
    package var parses = ParseWatch.none

    package init(
        http: HTTPClient, now: @escaping @Sendable () -> Date,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.http = http
        self.now = now
        self.sleep = sleep
        self.random = random
    }

    /// The real clock and dice, unless a test stages others.
    package static func live(http: HTTPClient) -> Effects {
        #if FAILPOINTS
            if let time = StagedTime.current {
                return Effects(
                    http: http, now: { time.now }, sleep: { try await time.sleep($0) },
                    random: { 0.5 })
            }
        #endif
        return live(http)
    }

    private static func live(_ http: HTTPClient) -> Effects {
        Effects(
            http: http, now: { Date() }, sleep: { try await Task.sleep(for: $0) },
            random: { Double.random(in: 0..<1) })
    }
}
