import Domain
import Foundation
import Publishing
import Testing
import Verification

/// What decides about a draft and what checks its file measure by the same rules.
struct AgreementTests {
    /// Wire copy as it comes: no year, days that are relative, a shout, a question, praise.
    private static let copy = [
        "5 月 20 日，北岭市引水工程正式通水。",
        "昨日上午，首批水流进入市区三座水厂！",
        "工程沿线的泵站采用世界第一的自动控制系统。",
        "这项工程会给居民带来什么？",
        "隧洞全长 42 公里，穿越 3 条断裂带，施工历时六年。",
        "业内人士透露，工业用水价格将在下半年调整。",
        "水务局局长介绍，居民用水价格两年内不作调整。",
        "工程总投资 36 亿元，由市级财政和银行贷款共同承担。",
    ]

    private let source = Source(
        number: 1, kind: .page, url: "http://a.example/1", title: "t", publisher: "甲报",
        published: Date(timeIntervalSince1970: 1_716_192_000),  // 2024-05-20
        retrieved: Desk.moment, text: copy.joined() + String(repeating: "监测数据公开。", count: 20),
        isReusable: true)

    private func verdict(_ change: (inout Draft) -> Void = { _ in }) -> Verdict {
        var draft = Draft(
            paragraphs: [
                .init(
                    heading: "",
                    sentences: Self.copy.map {
                        .init(evidence: [.init(source: "s1", span: $0)], text: $0)
                    })
            ], title: "北岭市引水工程正式通水，隧洞长 42 公里",
            tldr: [Self.copy[0], Self.copy[4], Self.copy[6], Self.copy[7]], slug: "s",
            keywords: ["水务局", "隧洞", "断裂带"])
        change(&draft)
        return verify(draft, against: [source], kind: .brief, policy: Policy())
    }

    private func findings(_ draft: ProvenDraft) throws -> [Finding] {
        let compiled = try compile(
            Article(
                story: "0123456789", draft: draft, kind: .brief, sources: [source], tags: [],
                categories: ["新闻"], author: "采编", date: Desk.moment,
                zone: TimeZone(identifier: "Asia/Shanghai") ?? .gmt,
                producer: .init(program: "caibian", version: "test", model: "m")),
            layout: Layout(path: Desk.root.appending(path: "config/layouts/default.md").path))
        return checkFile(String(decoding: compiled.bytes, as: UTF8.self))
    }

    @Test func `finds in the file of an approved draft the form that was found in the draft`()
        throws
    {
        let verdict = verdict()
        #expect(verdict.decision == .approve, "\(verdict.findings)")
        let found = try findings(verdict.draft)
        #expect(found.filter { $0.severity == .hard } == [])
        let form = Set(verdict.findings.filter { $0.severity == .form }.map(\.rule))
        #expect(Set(found.map(\.rule)) == form)
        #expect(
            form.isSuperset(of: [
                "punctuation.exclamation", "date.relative", "caution.superlative",
                "style.anonymous",
            ]), "\(form)")
    }

    @Test func `tells the year of the first day by the day of its source`() throws {
        let verdict = verdict()
        #expect(
            verdict.draft.paragraphs[0].sentences[0].text == "2024 年 5 月 20 日，北岭市引水工程正式通水。")
        #expect(verdict.findings.contains { $0.rule == "date.no_year" && $0.severity == .mended })
        let found = try findings(verdict.draft).map(\.rule)
        #expect(!found.contains("date.no_year"))
    }

    @Test func `leaves the day of another year to the rules of dates`() {
        let verdict = verdict {
            $0.paragraphs[0].sentences[0].text = "2023 年 5 月 20 日，北岭市引水工程正式通水。"
        }
        #expect(verdict.draft.paragraphs[0].sentences[0].text != Self.copy[0])
        #expect(!verdict.draft.paragraphs[0].sentences.contains { $0.text.contains("2023") })
    }
}
