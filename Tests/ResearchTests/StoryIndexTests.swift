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

    private func report(_ title: String, url: String) -> Report {
        Report(
            id: 1, feedURL: "https://a.example/feed", key: url, url: url, canonicalURL: url,
            title: title, summary: nil, language: "zh", published: .now)
    }
}
