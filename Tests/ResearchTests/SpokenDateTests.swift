import Foundation
import Research
import Testing

struct SpokenDateTests {
    /// 2026-06-09T02:00:00Z, ten in the morning in China.
    private let now = Date(timeIntervalSince1970: 1_780_970_400)

    @Test(arguments: [
        ("3 hours ago", 180.0), ("1 hour ago", 60.0), ("an hour ago", 60.0), ("2 mins ago", 2.0),
        ("5h ago", 300.0), ("about 2 days ago", 2880.0), ("1 week ago", 10_080.0),
        ("just now", 0.0), ("3小时前", 180.0), ("3 小时前", 180.0), ("5分钟前", 5.0),
        ("2天前", 2880.0), ("1周前", 10_080.0), ("2个月前", 86_400.0), ("半小时前", 30.0),
        ("刚刚", 0.0), ("昨天 08:15", 1545.0), ("昨天", 1320.0), ("今天 09:00", 60.0),
        ("前天 10:00", 2880.0), ("今天", 0.0), ("yesterday", 840.0),
    ])
    func `reads how long ago`(text: String, minutes: Double) {
        #expect(spokenDate(text, at: now) == now.addingTimeInterval(-minutes * 60))
    }

    @Test(arguments: [
        ("2026-06-08T01:30:00", 1_780_882_200.0), ("2025年6月8日", 1_749_312_000),
        ("Jun 8, 2025", 1_749_340_800), ("Mon, 08 Jun 2026 01:30:00 GMT", 1_780_882_200),
    ])
    func `reads what is written`(text: String, seconds: Double) {
        #expect(spokenDate(text, at: now) == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: ["", "ago", "three bananas ago", "昨天傍晚", "99999999 hours ago", "soon"])
    func `makes nothing up`(text: String) {
        #expect(spokenDate(text, at: now) == nil)
    }
}
