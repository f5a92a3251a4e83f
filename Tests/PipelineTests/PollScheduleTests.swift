import Domain
import Foundation
import Pipeline
import Testing
import Web

struct PollScheduleTests {
    /// A Thursday, 2024-11-21 10:00 GMT.
    private let now = Date(timeIntervalSince1970: 1_732_183_200)
    private let schedule = PollSchedule(interval: .seconds(3600), least: .seconds(900))

    private func wait(
        _ headers: [(name: String, value: String)] = [], cadence: Cadence = Cadence(),
        changed: TimeInterval? = nil, isUnvalidated: Bool = false
    ) -> TimeInterval {
        schedule.next(
            after: now, headers: Headers(headers), cadence: cadence,
            changed: changed.map { now.addingTimeInterval(-$0) }, isUnvalidated: isUnvalidated
        ).timeIntervalSince(now)
    }

    private static let waits: [([(String, String)], TimeInterval)] = [
        ([], 3600), ([("Cache-Control", "public, max-age=7200")], 7200),
        ([("Cache-Control", "max-age=7200"), ("Age", "3000")], 4200),
        ([("Cache-Control", "max-age=60")], 3600), ([("Retry-After", "9000")], 9000),
        ([("Expires", "Thu, 21 Nov 2024 12:00:00 GMT")], 7200),
        // The server's clock is an hour ahead.
        (
            [
                ("Date", "Thu, 21 Nov 2024 11:00:00 GMT"),
                ("Expires", "Thu, 21 Nov 2024 13:00:00 GMT"),
            ], 7200
        ),
        ([("Cache-Control", "max-age=31536000")], 86_400), ([("Retry-After", "999999")], 86_400),
        ([("Expires", "0")], 3600),
    ]

    @Test(arguments: waits)
    func `waits the longest that is asked for, a day at most`(
        headers: [(String, String)], expected: TimeInterval
    ) {
        #expect(wait(headers.map { (name: $0.0, value: $0.1) }) == expected)
    }

    @Test(arguments: [
        "Thu, 21 Nov 2024 13:00:00 GMT", "Thursday, 21-Nov-24 13:00:00 GMT",
        "Thu Nov 21 13:00:00 2024", "10800",
    ])
    func `reads Retry-After in every form of HTTP`(value: String) {
        let headers = Headers([(name: "Retry-After", value: value)])
        #expect(headers.retryAfter(at: now) == .seconds(10_800))
    }

    @Test func `asks a quiet feed less often, and a lively one hourly`() {
        #expect(wait(changed: 7200) == 3600)
        #expect(wait(changed: 12 * 86_400) == 43_200)
        #expect(wait(changed: 90 * 86_400) == 86_400)
        #expect(wait(isUnvalidated: true) == 7200)
    }

    @Test func `keeps to the cadence of the feed and out of the hours that it leaves out`() {
        #expect(wait(cadence: Cadence(interval: .seconds(14_400))) == 14_400)
        // 11:00 is left out and so is 12:00.
        #expect(wait(cadence: Cadence(skippedHours: [11, 12])) == 10_800)
        // The rest of Thursday (5), then Friday (6).
        #expect(wait(cadence: Cadence(skippedDays: [5, 6])) == 38 * 3600)
        #expect(wait(cadence: Cadence(skippedHours: Set(0...23))) == 3600)
    }

    @Test(arguments: [
        (500, 0, 3600.0), (500, 1, 7200), (nil, 2, 14_400), (503, 9, 86_400), (403, 0, 86_400),
        (401, 0, 86_400), (451, 0, 86_400), (404, 0, 3600),
    ])
    func `backs off from a feed that fails`(status: Int?, failures: Int, expected: TimeInterval) {
        let due = schedule.next(
            afterFailure: now, failures: failures, status: status, headers: Headers())
        #expect(due.timeIntervalSince(now) == expected)
    }

    @Test func `leaves a site alone for a day that answers with a challenge`() {
        let headers = Headers([(name: "CF-Mitigated", value: "challenge")])
        let due = schedule.next(afterFailure: now, failures: 0, status: 503, headers: headers)
        #expect(due.timeIntervalSince(now) == 86_400)
    }

    @Test func `gives up at 410, and at 404 after two weeks`() {
        func isGone(_ status: Int, days: Double?) -> Bool {
            schedule.isGone(
                status: status, failingSince: days.map { now.addingTimeInterval(-$0 * 86_400) },
                now: now)
        }
        #expect(isGone(410, days: nil))
        #expect(!isGone(404, days: 13))
        #expect(isGone(404, days: 15))
        #expect(!isGone(500, days: 30))
    }

    @Test func `spreads polls by up to a tenth of the interval, never earlier, always alike`() {
        let due = now.addingTimeInterval(3600)
        let shares = (0..<200).map {
            PollSchedule.spread("http://\($0).example/", polled: now, due: due)
        }
        #expect(shares.allSatisfy { $0 >= 0 && $0 <= 360 })
        #expect((shares.max() ?? 0) > 300 && (shares.min() ?? 360) < 60)
        #expect(shares[7] == PollSchedule.spread("http://7.example/", polled: now, due: due))
        #expect(PollSchedule.spread("http://7.example/", polled: nil, due: due) == 0)
    }
}
