import Configuration
import Domain
import Foundation
import Pipeline
import Testing

struct GroupingTests {
    private let start = Date(timeIntervalSince1970: 1_780_900_000)
    private let feed = "https://a.example/feed"

    private func report(
        _ title: String, _ summary: String = "", hours: Double = 0, url: String? = nil,
        feed: String? = nil
    ) -> Report {
        let url = url ?? "https://\(title.count).example/\(ShortID.of(title, summary))"
        return Report(
            id: 1, feedURL: feed ?? self.feed, key: title, url: url,
            canonicalURL: canonicalURL(url), title: title, summary: summary, language: "zh",
            published: start.addingTimeInterval(hours * 3600))
    }

    private func desk(_ setting: FeedSetting? = nil, begun: Int = 0) -> GroupingDesk {
        GroupingDesk(
            feeds: setting.map { [$0.url: $0] } ?? [:], oldest: start.addingTimeInterval(-172_800),
            standings: [:], begun: begun > 0 ? [feed: begun] : [:])
    }

    private let quake = ("印尼苏拉威西附近海域发生6.9级地震", "震源深度18公里，当局发布海啸预警。")
    private let toll = ("苏拉威西6.9级地震已致41人遇难 逾300人受伤", "印尼国家抗灾署通报，苏拉威西附近海域地震引发滑坡，沿海公路一度中断，震源深度18公里。")

    /// A desk that knows the earthquake as a story of that standing.
    private func desk(with standing: Standing) -> (GroupingDesk, story: String) {
        var desk = desk()
        let first = report(quake.0, quake.1)
        #expect(desk.place(first) == .opens(following: nil))
        desk.standings[first.storyID] = standing
        return (desk, first.storyID)
    }

    @Test func `opens a story of its own for what goes on after it was told`() {
        var (desk, story) = desk(with: .told)
        #expect(desk.place(report(toll.0, toll.1, hours: 14)) == .opens(following: story))
    }

    @Test func `joins whatever comes in before a story is gathered`() {
        var (desk, story) = desk(with: .open)
        #expect(desk.place(report(toll.0, toll.1, hours: 14)) == .joins(story: story, .same))
    }

    @Test(arguments: [Standing.told, .unwanted])
    func `refuses to tell again what was told or refused`(standing: Standing) {
        var (desk, story) = desk(with: standing)
        let again = report(
            "苏拉威西附近海域6.9级地震 震源深度18公里", "印尼当局发布海啸预警，帕卢市区大面积停电，多处房屋倒塌，居民连夜逃往高处。", hours: 2)
        #expect(desk.place(again) == .joins(story: story, .repeat))
        let review = report("一文回顾苏拉威西6.9级地震：海啸预警如何发布", "震源深度18公里。", hours: 40)
        #expect(desk.place(review) == .joins(story: story, .repeat))
    }

    @Test func `knows a copy by its page, its title, or its text`() {
        var (desk, story) = desk(with: .told)
        let title = report(quake.0, "另有内容。", hours: 1, url: "https://b.example/1")
        #expect(desk.place(title) == .joins(story: story, .syndicated))
        let text = report(
            "蘇拉威西附近海域發生6.9級地震 印尼", "震源深度18公里，當局發布海嘯預警。（轉載）", hours: 1)
        #expect(desk.place(text) == .joins(story: story, .syndicated))
    }

    @Test func `puts what a feed showed before under another id in no story`() {
        var desk = GroupingDesk(
            feeds: [:], oldest: start.addingTimeInterval(-172_800), standings: [:], begun: [:],
            reissued: [1])
        guard case .none(let reason) = desk.place(report(quake.0, quake.1)) else {
            Issue.record("it has a story")
            return
        }
        #expect(reason.hasPrefix("seen before under another id"))
    }

    @Test func `gives an event another chance that had too little to be told`() {
        var (desk, _) = desk(with: .thin)
        let more = report(
            "苏拉威西附近海域6.9级地震 震源深度18公里", "印尼当局发布海啸预警，帕卢市区大面积停电，多处房屋倒塌，居民连夜逃往高处。", hours: 2)
        #expect(desk.place(more) == .opens(following: nil))
    }

    @Test(arguments: [
        ("https://a.example/2024/01/15/old.html", true), ("https://a.example/20240115/1", true),
        ("https://a.example/news_2024-01-15.html", true),
        ("https://a.example/2026/06/08/new.html", false), ("https://a.example/20261399/1", false),
        ("https://a.example/id/120240115", false), ("https://a.example/x?d=2024/01/15", false),
    ])
    func `takes an address for older than the entry's date`(url: String, isOld: Bool) {
        var desk = desk()
        let placement = desk.place(report(quake.0, url: url))
        if isOld {
            guard case .none(let reason) = placement else {
                Issue.record("\(placement)")
                return
            }
            #expect(reason.contains("its address says 2024-01-15"))
        } else {
            #expect(placement == .opens(following: nil))
        }
    }

    @Test func `takes only what a feed's words let in`() {
        var setting = FeedSetting(url: feed, include: ["地震", "Port"], exclude: ["演习"])
        var desk = desk(setting)
        #expect(
            desk.place(report("港口扩建工程今日开工"))
                == .none(
                    reason: "unwanted: none of the feed's include words is in it"))
        #expect(desk.place(report("PORT expansion begins today")) == .opens(following: nil))
        #expect(
            desk.place(report("苏拉威西地震演习今日举行"))
                == .none(
                    reason: "unwanted: the feed's exclude names 演习"))
        setting.include = []
        desk = self.desk(setting)
        #expect(desk.place(report("港口扩建工程今日开工")) == .opens(following: nil))
    }

    @Test func `lets a feed begin no more stories than its limit`() {
        var desk = desk(FeedSetting(url: feed, perDay: 2), begun: 1)
        #expect(desk.place(report("港口扩建工程今日开工")) == .opens(following: nil))
        let placement = desk.place(report("图书馆新馆下月开放试运行"))
        #expect(placement == .none(reason: "the feed began 2 stories today, its per_day"))
        let other = report("图书馆新馆下月开放试运行", feed: "https://b.example/feed")
        #expect(desk.place(other) == .opens(following: nil))
    }
}
