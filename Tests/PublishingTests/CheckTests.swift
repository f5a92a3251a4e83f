import Domain
import Foundation
import Publishing
import Testing

struct CheckTests {
    @Test func `names at least twelve defects of the article that has them all`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/article-with-every-defect.md")
        let rules = Set(checkFile(try String(contentsOf: path, encoding: .utf8)).map(\.rule))
        for rule in [
            "footnote.undefined", "footnote.grouped", "footnote.uncited", "footnote.no_url",
            "footnote.retrieved", "footnote.space", "footnote.few", "text.html", "text.tags",
            "front_matter.summary", "front_matter.source_url", "front_matter.cover",
            "front_matter.ai_score", "front_matter.word_count", "front_matter.reading_time",
            "style.hype", "style.template", "spacing.mixed", "punctuation.half_width",
            "aigc.missing", "front_matter.cjk", "lead.background", "lead.no_time",
            "reference.form", "title.length", "keywords.few",
        ] {
            #expect(rules.contains(rule), "\(rule)")
        }
    }

    @Test(arguments: [
        "", "---\n", "---\na: [\n---\n", "no front matter", "[^1]: x", "[^", "---\n---\n",
    ])
    func `survives what is hardly a file`(text: String) {
        #expect(!checkFile(text).isEmpty)
    }

    @Test func `says line and column`() {
        let found = checkFile("---\ntitle: t\n---\n\n正文在这里 [^x]。\n")
        let undefined = found.first { $0.rule == "footnote.undefined" }
        #expect(undefined?.place == .line(5, column: 7))
    }

    /// A file without a flaw, and what each change of it breaks.
    private static let sound = """
        ---
        title: 北岭引水工程通水，水价两年不变
        date: '2026-06-09T18:13:20.000+08:00'
        lastmod: '2026-06-09T18:13:20.000+08:00'
        summary: 北岭市水务局 2026 年 6 月 9 日宣布引水工程通水。
        description: 同上
        keywords: [水务局, 隧洞, 水价]
        source_url: https://a.example/1
        sources: []
        isCJKLanguage: true
        slug: x
        aigc: {label: AI 生成}
        ---

        ## TL;DR

        北岭市水务局 2026 年 6 月 9 日宣布引水工程通水，市区从此有了第二水源，水价两年之内不作调整，沿线各处监测点的数据全部公开，市民可以在网站上随时查询。

        ## 正文

        北岭市水务局 2026 年 6 月 9 日宣布，引水工程正式通水[^1]。隧洞穿越断裂带，水价不变[^1]。

        *本文由人工智能根据所列来源生成，并经自动核验，2026 年 6 月 9 日 18:13（北京时间）。*

        ## 参考来源

        [^1]: 甲报：[一](<https://a.example/1>)，2026 年 6 月 8 日发布，2026 年 6 月 9 日检索。
        """

    @Test func `finds nothing in a sound file`() {
        #expect(checkFile(Self.sound, now: Date(timeIntervalSince1970: 1_781_000_000)) == [])
    }

    @Test(arguments: [
        ("6 月 8 日发布", "6 月 19 日发布", "footnote.retrieved_early"),
        ("lastmod: '2026-06-09", "lastmod: '2026-06-08", "front_matter.lastmod"),
        ("日 18:13（", "日 18:14（", "footer.time"),
        ("date: '2026-06-09", "date: '2036-06-09", "front_matter.future"),
        ("日检索。", "日检索", "reference.form"),
        ("宣布，引水工程", "宣布,引水工程", "punctuation.half_width"),
        ("工程正式通水", "工程（正式通水", "quotes.unpaired"), ("隧洞, 水价]", "隧洞]", "keywords.few"),
        ("隧洞, 水价]", "隧洞, 火星]", "keywords.absent"), ("不变[^1]", "不变 [^1]", "footnote.space"),
        ("水价不变[^1]", "水价不变[^2]", "footnote.undefined"), ("隧洞穿越", "昨日隧洞穿越", "date.relative"),
        ("isCJKLanguage: true", "x: true", "front_matter.cjk"),
        ("隧洞穿越", "隧洞这個穿越", "language.traditional"),
    ])
    func `names what one change breaks`(old: String, new: String, rule: String) {
        let text = Self.sound.replacing(old, with: new)
        let rules = checkFile(text, now: Date(timeIntervalSince1970: 1_781_000_000)).map(\.rule)
        #expect(rules.contains(rule), "\(rules)")
    }

    @Test func `points at the character in the line of the file`() {
        let text = Self.sound.replacing("水价不变[^1]", with: "水价不变[^1],隧洞也在")
        let found = checkFile(text).first { $0.rule == "punctuation.half_width" }
        #expect(found?.place == .line(21, column: 54), "\(String(describing: found?.place))")
    }
}
