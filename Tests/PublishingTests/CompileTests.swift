import Domain
import Foundation
import Publishing
import Testing

struct CompileTests {
    static let moment = Date(timeIntervalSince1970: 1_781_000_000)

    static var layout: Layout {
        get throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            return try Layout(path: root.appending(path: "config/layouts/default.md").path)
        }
    }

    static func article(_ texts: [String], evidence: [[Int]]? = nil, title: String = "题目")
        -> Article
    {
        let sources = (1...4).map { number in
            Source(
                number: number, kind: number == 3 ? .snippet : .page,
                url: number == 4 ? "http://a.example/1" : "http://a.example/\(number)",
                title: "来源 [\(number)] *x*", publisher: number == 2 ? nil : "甲报",
                published: number == 2 ? nil : moment, retrieved: moment, text: "文")
        }
        let sentences = texts.enumerated().map { index, text in
            ProvenDraft.Sentence(
                text: text,
                evidence: (evidence?[index] ?? [1]).map { Evidence(source: $0, range: 0..<3) })
        }
        return Article(
            story: "abcd1234",
            draft: ProvenDraft(
                title: title, tldr: ["提要一。", "提要二。"], slug: "Some Slug: x",
                keywords: ["甲", "乙"], paragraphs: [.init(heading: "", sentences: sentences)]),
            kind: .brief, sources: sources, tags: ["标签"], categories: ["新闻"], author: "采编",
            date: moment, zone: TimeZone(identifier: "Asia/Shanghai") ?? .gmt,
            producer: .init(program: "caibian", version: "test", model: "m"))
    }

    private func text(_ article: Article) throws -> String {
        String(decoding: try compile(article, layout: try Self.layout).bytes, as: UTF8.self)
    }

    @Test func `puts labels in the order of first use, one for each URL`() throws {
        let compiled = try compile(
            Self.article(["甲。", "乙。", "丙。"], evidence: [[2, 1], [4], [3]]),
            layout: try Self.layout)
        let text = String(decoding: compiled.bytes, as: UTF8.self)
        #expect(compiled.cited == [2, 1, 3])
        #expect(text.contains("甲[^1][^2]。乙[^2]。丙[^3]。"))
        #expect(text.contains("[^1]: [来源 \\[2\\] \\*x\\*](<http://a.example/2>)，2026 年 6 月 9 日检索。"))
        #expect(text.contains("（仅摘要）"))
    }

    @Test(arguments: [
        ("他说：“好。”", "他说：“好[^1]。”"), ("增长 65。", "增长 65。[^1]"), ("真的吗？！", "真的吗[^1]？！"),
        ("（完）", "（完[^1]）"), ("没有句号", "没有句号[^1]"),
    ])
    func `puts the marker where it cannot be read as a power`(text: String, expected: String) throws
    {
        #expect(try self.text(Self.article([text])).contains(expected))
    }

    @Test func `drops an accent with nothing to stand on, which would join the marker before it`()
        throws
    {
        let text = try text(Self.article(["增长 65。", "\u{301}\u{301}乙公司公布数据。"]))
        #expect(text.contains("增长 65。[^1]乙公司公布数据[^1]。"))
        #expect(checkFile(text).allSatisfy { !$0.rule.hasPrefix("footnote.") })
        #expect(checkFile(text).allSatisfy { $0.rule != "front_matter.word_count" })
    }

    @Test func `leaves a sentence out that cannot be seen, and its marker`() throws {
        let text = try text(Self.article(["\u{200b}", "甲公司：[^1]: 公布数据。"]))
        #expect(text.contains("\n甲公司：&#91;^1\\]: 公布数据[^1]。\n"))
        #expect(checkFile(text).allSatisfy { !$0.rule.hasPrefix("footnote.") })
    }

    @Test func `summarizes by the first sentence of the TL;DR that can be seen`() throws {
        var article = Self.article(["甲公司公布数据。"])
        article.draft.tldr = ["\u{fffe}", String(repeating: "提", count: 130) + "。"]
        #expect(try text(article).contains("summary: 提提提"))
    }

    @Test func `writes the front matter in its order, dates in the site's zone`() throws {
        let text = try text(Self.article(["甲。"], title: "题: “目” # 一"))
        let keys = text.split(separator: "\n").prefix { $0 != "" }.dropFirst()
            .prefix { $0 != "---" }
            .filter { !$0.hasPrefix(" ") && !$0.hasPrefix("-") }
            .compactMap { $0.split(separator: ":").first.map(String.init) }
        #expect(
            keys == [
                "title", "date", "lastmod", "draft", "tags", "categories", "keywords", "author",
                "summary", "description", "source_url", "sources", "word_count", "reading_time",
                "sync_time", "isCJKLanguage", "slug", "aigc",
            ])
        #expect(text.contains("date: '2026-06-09T18:13:20.000+08:00'"))
        #expect(text.contains("sync_time: '2026-06-09T10:13:20.000Z'"))
        #expect(text.contains("slug: some-slug-x-abcd1234"))
    }

    @Test func `names the file by the day of the site's zone`() throws {
        let compiled = try compile(Self.article(["甲。"]), layout: try Self.layout)
        #expect(compiled.path == "2026-06-09-some-slug-x-abcd1234.md")
    }

    @Test func `finds nothing wrong with its own files`() throws {
        var article = Self.article(
            ["北岭市水务局 2026 年 6 月 9 日宣布，引水工程通水 12 公里。", "居民用水价格两年内不作调整。"],
            evidence: [[1], [2, 3]], title: "北岭引水工程通水，水价两年不变")
        article.draft.keywords = ["水务局", "引水工程", "价格"]
        article.draft.tldr = [
            "北岭市水务局 2026 年 6 月 9 日宣布引水工程通水，市区从此有了第二水源，受益人口众多。",
            "居民用水价格两年之内不作调整，工业用水价格另行公布，沿线各处监测点的数据全部公开。",
        ]
        let text = try text(article)
        #expect(checkFile(text, now: Self.moment) == [])
    }
}
