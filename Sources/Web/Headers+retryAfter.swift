import Domain
package import Foundation

extension Headers {
    /// How long `Retry-After` asks to wait, in seconds or as a date of any of the three forms of
    /// RFC 9110 §5.6.7: at least a second, at most a day. Nil without one, or with nonsense.
    package func retryAfter(at now: Date) -> Duration? {
        guard let text = self["Retry-After"] else { return nil }
        let seconds: Double
        if let number = Double(text) {
            seconds = number
        } else if let date = writtenDate(text) {
            seconds = date.timeIntervalSince(now)
        } else {
            return nil
        }
        return .seconds(min(max(seconds, 1), 86_400))
    }
}
