import Domain
import Foundation
import Web

extension Headers {
    /// How long a service asks to wait whose requests or tokens are used up, by the headers that
    /// OpenAI, Anthropic, OpenRouter and the IETF's draft use. Nil while some are left.
    func rateLimitWait(at now: Date) -> Duration? {
        let waits = Self.windows.compactMap { remaining, reset -> Duration? in
            guard let left = self[remaining].flatMap(Int.init), left <= 0,
                let text = self[reset]
            else { return nil }
            return Self.wait(text, at: now)
        }
        return waits.max()
    }

    private static let windows =
        ["-requests", "-tokens", ""].map {
            ("x-ratelimit-remaining\($0)", "x-ratelimit-reset\($0)")
        } + [("ratelimit-remaining", "ratelimit-reset")]
        + ["requests", "tokens", "input-tokens", "output-tokens"].map {
            ("anthropic-ratelimit-\($0)-remaining", "anthropic-ratelimit-\($0)-reset")
        }

    /// Seconds, a moment as seconds or milliseconds since 1970, a date, or Go's `1m2.5s`: at least a
    /// second, at most a day.
    private static func wait(_ text: String, at now: Date) -> Duration? {
        let seconds: Double
        if let number = Double(text) {
            seconds =
                switch number {
                case 1e12...: number / 1000 - now.timeIntervalSince1970
                case 1e9..<1e12: number - now.timeIntervalSince1970
                default: number
                }
        } else if let length = goDuration(text) {
            seconds = length
        } else if let date = writtenDate(text) {
            seconds = date.timeIntervalSince(now)
        } else {
            return nil
        }
        return .seconds(min(max(seconds, 1), 86_400))
    }

    private static func goDuration(_ text: String) -> Double? {
        let units = ["h": 3600.0, "m": 60, "s": 1, "ms": 0.001, "us": 0.000_001, "µs": 0.000_001]
        var total = 0.0
        var rest = Substring(text)
        while !rest.isEmpty {
            let number = rest.prefix { $0.isNumber || $0 == "." }
            let unit = rest.dropFirst(number.count).prefix { $0.isLetter }
            guard let value = Double(number), let length = units[String(unit)] else { return nil }
            total += value * length
            rest = rest.dropFirst(number.count + unit.count)
        }
        return text.isEmpty ? nil : total
    }
}
