package import Foundation

extension Headers {
    /// How long `Retry-After` asks to wait, in seconds or as a date of any of the three forms of
    /// RFC 9110 §5.6.7: at least a second, at most a day. Nil without one, or with nonsense.
    package func retryAfter(at now: Date) -> Duration? {
        guard let text = self["Retry-After"] else { return nil }
        let seconds: Double
        if let number = Double(text) {
            seconds = number
        } else if let date = Self.date(text) {
            seconds = date.timeIntervalSince(now)
        } else {
            return nil
        }
        return .seconds(min(max(seconds, 1), 86_400))
    }

    private static func date(_ text: String) -> Date? {
        for format in [
            "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
            "EEE MMM d HH:mm:ss yyyy",
        ] {
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = TimeZone(identifier: "GMT")
            formatter.dateFormat = format
            if let date = formatter.date(from: text) { return date }
        }
        return nil
    }
}
