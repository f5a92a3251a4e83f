package import Foundation

extension Settings.Site {
    /// The moment at which the site's present day began.
    package func dayStart(at now: Date) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.startOfDay(for: now)
    }

    /// The site's present day, `2025-06-09`.
    package func day(at now: Date) -> String {
        now.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
    }
}
