#if FAILPOINTS
    package import Foundation

    /// A clock that a test build reads instead of the world's.
    ///
    /// `CAIBIAN_NOW` holds its first moment in RFC 3339, and `CAIBIAN_CLOCK_RATE` how many of its
    /// seconds pass in one of the world's: none when it is left out.
    package struct StagedTime: Sendable {
        private let first: Date
        private let rate: Double
        private let started = ContinuousClock.now

        /// Nil when the environment stages none.
        package static let current = StagedTime(ProcessInfo.processInfo.environment)

        private init?(_ environment: [String: String]) {
            guard let text = environment["CAIBIAN_NOW"],
                let date = try? Date(text, strategy: .iso8601)
            else { return nil }
            first = date
            rate = environment["CAIBIAN_CLOCK_RATE"].flatMap(Double.init) ?? 0
        }

        package var now: Date {
            let parts = (ContinuousClock.now - started).components
            let seconds = Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
            return first.addingTimeInterval(seconds * rate)
        }

        /// Sleeps so long of the staged time; of the world's where that stands still.
        package func sleep(_ duration: Duration) async throws {
            try await Task.sleep(for: rate > 0 ? duration / rate : duration)
        }
    }
#endif
