import Domain
import Foundation
import Research
import Testing

struct StoryIndexTests {
    @Test func `joins two reports of one page`() {
        var index = StoryIndex()
        index.add(report("港口扩建工程开工", url: "https://a.example/1"), to: "s1")
        #expect(index.look(at: report("另一个标题在此", url: "https://a.example/1")).match?.story == "s1")
    }

    @Test(arguments: ["港口扩建工程 开工！", "港口扩建工程开工", "港口扩建工程：开工"])
    func `joins reports whose titles differ in punctuation only`(title: String) {
        var index = StoryIndex()
        index.add(report("港口扩建工程开工", url: "https://a.example/1"), to: "s1")
        #expect(index.look(at: report(title, url: "https://b.example/2")).match?.story == "s1")
    }

    @Test func `keeps reports with titles too short to tell apart`() {
        var index = StoryIndex()
        index.add(report("快讯", url: "https://a.example/1"), to: "s1")
        #expect(index.look(at: report("快讯", url: "https://b.example/2")).match == nil)
    }

    @Test(arguments: [
        ("Corvane与光泰微：一桩没有谈过的婚事", "买方写信给股东，管理层连夜开会。", false),
        ("Corvane裁员", "Corvane说，将关闭两座工厂。", nil),
        ("恒岳新能2025年净利润38.2亿元 同比下降12%", "恒岳新能全年营收上升。", nil),
    ])
    func `leaves open what shares a name with a story and little else`(
        title: String, summary: String, isContradicted: Bool?
    ) {
        var index = StoryIndex()
        let first = report(
            "Corvane拟94亿美元现金收购光泰微", url: "https://a.example/1",
            summary: "每股报价58美元，较上周五收盘价溢价31%。")
        index.add(first, to: "s1")
        let look = index.look(at: report(title, url: "https://b.example/2", summary: summary))
        #expect(look.match == nil)
        #expect(look.open.first?.isContradicted == isContradicted)
    }

    @Test func `knows of an open story that the report contradicts it`() {
        var index = StoryIndex()
        let first = report(
            "Magnitude 6.9 earthquake strikes off Indonesia's Sulawesi", url: "https://a.example/1",
            summary: "A magnitude 6.9 earthquake struck off Sulawesi at a depth of 12 km.")
        index.add(first, to: "s1")
        let other = report(
            "Magnitude 6.7 earthquake strikes off Indonesia's Sumatra", url: "https://b.example/2",
            summary: "A magnitude 6.7 earthquake struck off Sumatra at a depth of 40 km.")
        #expect(
            index.look(at: other).open == [OpenStory(story: "s1", isContradicted: true)])
    }

    private func report(_ title: String, url: String, summary: String? = nil) -> Report {
        Report(
            id: 1, feedURL: "https://a.example/feed", key: url, url: url, canonicalURL: url,
            title: title, summary: summary, language: "zh", published: .now)
    }
}
