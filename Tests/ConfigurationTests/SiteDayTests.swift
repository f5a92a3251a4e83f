import Configuration
import Foundation
import TestSupport
import Testing

struct SiteDayTests {
    @Test(arguments: [
        // Shanghai has no daylight saving; the leap day is a day.
        ("Asia/Shanghai", "2028-02-29T15:59:59Z", "2028-02-29", "2028-02-28T16:00:00Z"),
        ("Asia/Shanghai", "2028-02-29T16:00:00Z", "2028-03-01", "2028-02-29T16:00:00Z"),
        // Days of 23 and 25 hours.
        ("Europe/Berlin", "2026-03-29T21:59:59Z", "2026-03-29", "2026-03-28T23:00:00Z"),
        ("Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25", "2026-10-24T22:00:00Z"),
        // Clocks that go forward at midnight: the day begins at one.
        ("America/Santiago", "2026-09-06T12:00:00Z", "2026-09-06", "2026-09-06T04:00:00Z"),
        ("Pacific/Kiritimati", "2025-12-31T10:00:00Z", "2026-01-01", "2025-12-31T10:00:00Z"),
    ])
    func `begins the day at the site's midnight`(
        zone: String, moment: String, day: String, start: String
    ) throws {
        let directory = try TemporaryDirectory()
        let settings = try Settings(
            path: try directory.write(
                """
                site: {content: content, time_zone: \(zone)}
                network: {contact: "mailto:a@b.example"}
                models: [{url: "https://a.example/v1/", model: m}]
                """, to: "caibian.yaml"))
        let site = settings.site
        let now = try Date(moment, strategy: .iso8601)
        #expect(site.day(at: now) == day)
        #expect(site.dayStart(at: now) == (try Date(start, strategy: .iso8601)))
    }
}
