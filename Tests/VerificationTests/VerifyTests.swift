import Domain
import Foundation
import Testing
import Verification

struct VerifyTests {
    private let text = """
        北岭市水务局 2026 年 6 月 9 日宣布，北岭引水工程正式通水。工程每年向市区供水 1.8 亿立方米，受益人口 260 万人。

        引水隧洞全长 42 公里，穿越 3 条断裂带。隧洞采用重力自流，每年节约电费 2400 万元。监测点每小时更新数据，市民可以在网站查询。水务局计划用三年时间关闭 120 眼自备井，减少开采地下水。工程沿线设置了 16 个监测点，水量和水质数据公开。居民用水价格两年内不作调整，工业用水价格另行公布。
        """

    private func source(_ number: Int = 1, isReusable: Bool = true, isSuspect: Bool = false)
        -> Source
    {
        Source(
            number: number, kind: .page, url: "http://a.example/\(number)", title: "t",
            publisher: "甲报", retrieved: .now, text: text, isReusable: isReusable,
            isSuspect: isSuspect)
    }

    private func draft(_ change: (inout Draft) -> Void = { _ in }) -> Draft {
        func sentence(_ text: String) -> Draft.Sentence {
            Draft.Sentence(evidence: [.init(source: "s1", span: text)], text: text)
        }
        var draft = Draft(
            paragraphs: [
                .init(
                    heading: "",
                    sentences: [
                        sentence("北岭市水务局 2026 年 6 月 9 日宣布，北岭引水工程正式通水。"),
                        sentence("工程每年向市区供水 1.8 亿立方米，受益人口 260 万人。"),
                        sentence("引水隧洞全长 42 公里，穿越 3 条断裂带。"),
                        sentence("隧洞采用重力自流，每年节约电费 2400 万元。"),
                        sentence("监测点每小时更新数据，市民可以在网站查询。"),
                    ])
            ], title: "北岭引水工程通水，每年供水 1.8 亿立方米",
            tldr: [
                "北岭市水务局 2026 年 6 月 9 日宣布，北岭引水工程正式通水。", "工程每年向市区供水 1.8 亿立方米，受益人口 260 万人。",
                "引水隧洞全长 42 公里，穿越 3 条断裂带。",
            ],
            slug: "s", keywords: ["水务局", "隧洞", "供水", "火星"])
        change(&draft)
        return draft
    }

    private func verdict(_ draft: Draft, sources: [Source]? = nil) -> Verdict {
        verify(draft, against: sources ?? [source()], kind: .brief, policy: Policy())
    }

    @Test func `approves sentences that stand in a source that may be taken over`() {
        let verdict = verdict(draft())
        #expect(verdict.decision == .approve, "\(verdict.findings)")
        #expect(verdict.draft.keywords == ["水务局", "隧洞", "供水"])
        let first = verdict.draft.paragraphs[0].sentences[0].evidence[0]
        #expect(String(decoding: Array(text.utf8)[first.range], as: UTF8.self).hasPrefix("北岭市水务局"))
    }

    @Test func `condemns a sentence, not the article`() {
        let verdict = verdict(
            draft {
                $0.paragraphs[0].sentences[4].evidence = [
                    .init(source: "s1", span: "来源里没有的一句话，编造出来的。")
                ]
            })
        #expect(verdict.findings.contains { $0.rule == "evidence.absent" && $0.severity == .hard })
        #expect(verdict.draft.paragraphs[0].sentences.count == 4)
        #expect(verdict.decision == .approve)
    }

    @Test func `snaps a near miss to the source's own words`() {
        let verdict = verdict(
            draft { $0.paragraphs[0].sentences[4].evidence[0].span = "监测点每小时会更新数据，市民可以在网站查询。" })
        #expect(verdict.findings.contains { $0.rule == "evidence.snapped" })
        #expect(verdict.draft.paragraphs[0].sentences.count == 5)
    }

    @Test func `takes no near miss that changes a number or a negation`() {
        for span in ["引水隧洞全长 45 公里，穿越 3 条断裂带。", "监测点不每小时更新数据，市民可以在网站查询。"] {
            let verdict = verdict(draft { $0.paragraphs[0].sentences[2].evidence[0].span = span })
            #expect(verdict.findings.contains { $0.rule == "evidence.absent" })
        }
    }

    @Test func `finds a span whatever its quotes, widths and spaces`() {
        let verdict = verdict(
            draft { $0.paragraphs[0].sentences[2].evidence[0].span = "引水隧洞全长４２  公里，穿越 3 条断裂带。" })
        #expect(verdict.decision == .approve, "\(verdict.findings)")
    }

    @Test func `holds an article that lost more than a quarter of its sentences`() {
        let verdict = verdict(
            draft {
                $0.paragraphs[0].sentences[3].evidence = []
                $0.paragraphs[0].sentences[4].evidence[0].source = "s9"
            })
        guard case .hold(let reason) = verdict.decision else {
            Issue.record("\(verdict.decision)")
            return
        }
        #expect(reason.contains("2 of 5 sentences"))
    }

    @Test func `holds a title whose number the body does not have`() {
        let verdict = verdict(draft { $0.title = "北岭引水工程通水，每年供水 18 亿立方米" })
        #expect(verdict.findings.contains { $0.rule == "title.unsupported" })
        guard case .hold = verdict.decision else {
            Issue.record("\(verdict.decision)")
            return
        }
    }

    @Test(arguments: [
        ("工程详情见 https://evil.example/x 网站公布的说明文字。", "text.url"),
        ("工程<script>alert(1)</script>正式通水，受益人口众多。", "text.html"),
        ("工程{{< x >}}正式通水，受益人口众多，影响深广。", "text.shortcode"),
        ("工程正式通水[^1]，受益人口众多，影响深广。", "text.label"),
        ("好的，以下是根据来源撰写的新闻稿件全文内容。", "text.residue"),
        ("工程正式通水，這個時候對於當地來說是大事。", "language.traditional"),
        ("The project was opened on Monday by the mayor of the city.", "language.foreign"),
        ("工程正式通水，ありがとうございます，受益人口众多。", "language.script"),
    ])
    func `lets nothing into a sentence that is no Chinese prose`(text: String, rule: String) {
        let verdict = verdict(draft { $0.paragraphs[0].sentences[4].text = text })
        #expect(verdict.findings.contains { $0.rule == rule }, "\(verdict.findings)")
        #expect(verdict.draft.paragraphs[0].sentences.count == 4)
    }

    @Test func `rejects a draft in another language`() {
        let verdict = verdict(
            draft { draft in
                for index in draft.paragraphs[0].sentences.indices {
                    draft.paragraphs[0].sentences[index].text =
                        "Sentence \(index) of the draft is written in plain English only."
                }
            })
        #expect(verdict.decision == .reject(reason: "the draft is not in Simplified Chinese"))
    }

    @Test func `condemns what is copied from a source that may not be`() {
        #expect(!verdict(draft()).findings.contains { $0.rule == "overlap.run" })
        let found = verdict(draft(), sources: [source(isReusable: false)]).findings
        let copied = found.filter { $0.rule == "overlap.run" }.map(\.place)
        #expect(copied == (0...1).map { .sentence(paragraph: 0, sentence: $0) })
    }

    @Test func `holds what rests on a source that speaks to models`() {
        guard case .hold(let reason) = verdict(draft(), sources: [source(isSuspect: true)]).decision
        else {
            Issue.record("not held")
            return
        }
        #expect(reason.contains("instructions"))
    }
}
