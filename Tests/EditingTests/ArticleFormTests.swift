import Domain
import Editing
import Foundation
import Testing

struct ArticleFormTests {
    private func article(_ change: (inout Parts) -> Void = { _ in }) -> ArticleText {
        var parts = Parts()
        change(&parts)
        return ArticleText(
            title: .init(parts.title, .title),
            summary: parts.summary.enumerated().map { .init($1, .tldr($0)) },
            paragraphs: parts.paragraphs.enumerated().map { number, paragraph in
                .init(
                    heading: paragraph.0.isEmpty
                        ? nil : .init(paragraph.0, .heading(paragraph: number)),
                    sentences: paragraph.1.enumerated().map {
                        .init($1, .sentence(paragraph: number, sentence: $0))
                    })
            }, keywords: parts.keywords.map { .init($0, .keyword(0)) }, isFull: parts.isFull)
    }

    struct Parts {
        var title = "北岭引水工程通水，每年供水 1.8 亿立方米"
        var summary = [
            "北岭市水务局 2026 年 6 月 9 日宣布引水工程通水，市区从此有了第二水源，水价两年之内不作调整。",
            "隧洞采用重力自流，不用一台水泵，沿线各处监测点的数据全部公开，市民可以随时查询。",
        ]
        var paragraphs: [(String, [String])] = [
            ("", ["北岭市水务局 2026 年 6 月 9 日宣布，引水工程正式通水，每年供水 1.8 亿立方米。"]),
            ("隧洞穿过断裂带", ["隧洞全长 42 公里，穿越 3 条断裂带。", "水流全靠重力，不用水泵。"]),
            ("水价两年不变", ["居民用水价格两年内不作调整。"]),
        ]
        var keywords = ["水务局", "隧洞", "水价"]
        var isFull = true
    }

    private func rules(_ change: (inout Parts) -> Void = { _ in }) -> Set<String> {
        Set(articleFindings(of: article(change), titles: ["北岭引水工程明天正式通水"]).map(\.rule))
    }

    @Test func `finds nothing in a sober article`() {
        #expect(rules { $0.keywords = ["水务局", "隧洞", "水泵"] } == [])
    }

    static let cases: [(FormRule, @Sendable (inout Parts) -> Void)] = [
        (.titleLength, { $0.title = "工程通水" }),
        (.titlePunctuation, { $0.title = "北岭引水工程通水，水价会涨吗？" }),
        (.clickbait, { $0.title = "重磅！北岭引水工程今日正式通水" }),
        (.titleCopied, { $0.title = "北岭引水工程明天正式通水" }),
        (.summaryTitle, { $0.summary = [$0.title + "。"] }),
        (.summaryLength, { $0.summary = ["引水工程通水。"] }),
        (.summaryEnd, { $0.summary[1].removeLast() }),
        (.leadLong, { $0.paragraphs[0].1[0] += String(repeating: "水", count: 80) }),
        (.leadTime, { $0.paragraphs[0].1[0] = "北岭市水务局宣布，引水工程正式通水。" }),
        (.leadBackground, { $0.paragraphs[0].1[0] = "随着城市发展，2026 年 6 月 9 日工程通水。" }),
        (.leadQuestion, { $0.paragraphs[0].1[0] = "2026 年 6 月 9 日发生了什么？" }),
        (.pyramid, { $0.title = "北岭引水工程通水，每年供水 77 亿立方米" }),
        (.closingFact, { $0.paragraphs[2].1[0] = "水价上调 7%。" }),
        (.closingLong, { $0.paragraphs[2].1[0] = String(repeating: "水", count: 230) }),
        (.sentenceLong, { $0.paragraphs[1].1[0] = String(repeating: "水", count: 101) }),
        (.paragraphLong, { $0.paragraphs[1].1[0] = String(repeating: "水", count: 221) }),
        (.similar, { $0.paragraphs[1].1[1] = "隧洞全长 42 公里，共穿越 3 条断裂带。" }),
        (.headingLength, { $0.paragraphs[1].0 = "隧" }),
        (.headingForm, { $0.paragraphs[1].0 = "一、隧洞穿过断裂带。" }),
        (.headingRepeated, { $0.paragraphs[2].0 = $0.paragraphs[1].0 }),
        (.fewKeywords, { $0.keywords = ["隧洞"] }),
        (.absentKeyword, { $0.keywords = ["隧洞", "水泵", "火星"] }),
        (.hype, { $0.paragraphs[1].1 = ["这无疑是惊人的里程碑，彰显卓越。"] }),
        (.template, { $0.paragraphs[1].1 = ["不仅省电，这表明，这意味着变化。"] }),
        (.attributionVerb, { $0.paragraphs[1].1 = ["水务局声称隧洞安全。"] }),
        (.anonymous, { $0.paragraphs[1].1 = ["消息人士表示，隧洞安全。"] }),
        (.forecast, { $0.paragraphs[1].1 = ["工程势必改变供水格局。"] }),
        (.noYear, { $0.paragraphs[0].1[0] = "6 月 9 日，北岭市引水工程正式通水。" }),
        (
            .sentencesLong,
            { parts in
                parts.paragraphs[1].1 = (0..<6).map { "\($0)" + String(repeating: "水", count: 90) }
            }
        ),
    ]

    @Test(arguments: cases.indices)
    func `catches what is wrong with an article`(index: Int) {
        let (rule, change) = Self.cases[index]
        #expect(rules(change).contains(rule.rawValue), "\(rule)")
        #expect(!rules().contains(rule.rawValue), "\(rule) of the sober article")
    }

    @Test func `tells copies from sentences of one's own`() {
        let text = "北岭市水务局宣布，引水工程正式通水，每年向市区供水一点八亿立方米，受益人口达到二百六十万人，工程总投资四十二亿元。"
        func source(_ text: String, reusable: Bool = false) -> Source {
            Source(
                number: 1, kind: .page, url: "http://a.example/", title: "t", retrieved: .now,
                text: text, isReusable: reusable)
        }
        func rules(_ sentence: String, _ source: Source) -> [String] {
            Overlap([source]).findings(in: sentence, place: .article).map(\.rule)
        }
        #expect(rules(text, source(text)) == ["overlap.run"])
        #expect(rules(text, source(text, reusable: true)) == [])
        let turned = "北岭市水务局昨宣布，引水工程已正式通水，每年将向市区供水一点八亿方，受益者达到二百六十万人。"
        #expect(rules(turned, source(text)) == ["overlap.sentence"])
        #expect(rules("两年之内，居民为一吨水付的钱不变，工厂付多少以后再说。", source(text)) == [])
        let english =
            "the tunnel is forty two kilometres long and crosses three faults on its way to town"
        #expect(rules("他说 \(english)", source(english)) == ["overlap.english"])
        #expect(Overlap([source(text)]).findings(in: text).map(\.rule) == ["overlap.share"])
        #expect(Overlap([source(text)]).findings(in: "两年之内，居民为一吨水付的钱不会改变。").isEmpty)
    }
}
