import Domain
import Foundation
import Testing
import Verification

/// What follows of judgments: the score, its caps, and the decision.
struct ConcludeTests {
    private let text = """
        北岭市水务局 2026 年 6 月 9 日宣布，北岭引水工程正式通水。工程每年向市区供水 1.8 亿立方米，受益人口 260 万人。

        引水隧洞全长 42 公里，穿越 3 条断裂带。隧洞采用重力自流，每年节约电费 2400 万元。监测点每小时更新数据，市民可以在网站查询。水务局计划用三年时间关闭 120 眼自备井，减少开采地下水。工程沿线设置了 16 个监测点，水量和水质数据公开。居民用水价格两年内不作调整，工业用水价格另行公布。
        """

    private func source(_ kind: Source.Kind = .page, isSuspect: Bool = false) -> Source {
        Source(
            number: 1, kind: kind, url: "http://a.example/1", title: "t", publisher: "甲报",
            retrieved: .now, text: text, isReusable: true, isSuspect: isSuspect)
    }

    private var draft: Draft {
        func sentence(_ text: String) -> Draft.Sentence {
            Draft.Sentence(evidence: [.init(source: "s1", span: text)], text: text)
        }
        return Draft(
            paragraphs: [
                .init(
                    heading: "",
                    sentences: [
                        "北岭市水务局 2026 年 6 月 9 日宣布，北岭引水工程正式通水。",
                        "工程每年向市区供水 1.8 亿立方米，受益人口 260 万人。", "引水隧洞全长 42 公里，穿越 3 条断裂带。",
                        "隧洞采用重力自流，每年节约电费 2400 万元。", "监测点每小时更新数据，市民可以在网站查询。",
                    ].map(sentence))
            ], title: "北岭引水工程通水，每年供水 1.8 亿立方米",
            tldr: [
                "北岭市水务局 2026 年 6 月 9 日宣布，北岭引水工程正式通水。", "工程每年向市区供水 1.8 亿立方米，受益人口 260 万人。",
                "引水隧洞全长 42 公里，穿越 3 条断裂带。",
            ], slug: "s", keywords: ["水务局", "隧洞", "供水"])
    }

    /// Concludes with every claim supported but those at some places.
    private func verdict(
        _ source: Source, judged others: [Place: Judgment.Word] = [:], draft: Draft? = nil,
        reuse: (share: Double, title: String)? = nil
    ) -> Verdict {
        let draft = draft ?? self.draft
        let sources = SourceReadings([source])
        let inspection = inspect(draft, against: sources)
        var judgments = Dictionary(
            uniqueKeysWithValues: inspection.claims.map { ($0.place, Judgment(word: .supported)) })
        for (place, word) in others { judgments[place] = Judgment(word: word) }
        return conclude(
            draft, inspection, judgments: judgments, sources: sources, kind: .brief,
            policy: Policy(), reuse: reuse)
    }

    @Test func `reckons a score without a cap where all is supported`() throws {
        let verdict = verdict(source())
        let score = try #require(verdict.score)
        #expect(score.cap == nil)
        #expect(score.supported == score.claims)
        #expect(score.value == score.uncapped && score.value >= 80)
        #expect(verdict.decision == .approve, "\(verdict.findings)")
    }

    @Test func `holds an article that hides sentences without footnotes in one`() {
        var many = draft
        for index in [3, 4] {
            let text = many.paragraphs[0].sentences[index].text
            many.paragraphs[0].sentences[index].text = String(repeating: text, count: 4)
        }
        var source = source()
        source.text += String(repeating: "\n水务局没有公布更多数据。", count: 20)
        #expect(
            verdict(source, draft: many).decision == .hold(reason: "5 of 11 sentences are cited"))
    }

    @Test func `leaves out what a judge turned down`() {
        let fallen = Place.sentence(paragraph: 0, sentence: 3)
        let verdict = verdict(source(), judged: [fallen: .notFound])
        #expect(verdict.draft.paragraphs[0].sentences.count == 4)
        #expect(!verdict.draft.paragraphs[0].sentences.contains { $0.text.contains("2400") })
    }

    @Test func `caps at 39 where a summary is contradicted, and holds`() {
        let verdict = verdict(source(), judged: [.title: .contradicted])
        #expect(verdict.score?.cap == .contradicted)
        #expect((verdict.score?.value ?? 100) <= 39)
        guard case .hold = verdict.decision else {
            Issue.record("\(verdict.decision)")
            return
        }
    }

    @Test func `caps at 49 where a source speaks to models`() {
        let score = verdict(source(isSuspect: true)).score
        #expect(score?.cap == .injection)
        #expect(score?.value == 49)
    }

    @Test func `caps at 59 where a hard finding condemns the whole`() {
        var other = draft
        other.title = "北岭引水工程通水，每年供水 18 亿立方米"
        let score = verdict(source(), draft: other).score
        #expect(score?.cap == .hard)
        #expect(score?.value == 59)
    }

    @Test func `caps at 74 where snippets are all there is`() {
        let score = verdict(source(.snippet)).score
        #expect(score?.cap == .snippets)
        #expect(score?.value == 74)
    }

    @Test(arguments: [(0.49, false), (0.5, true), (0.9, true)])
    func `holds what stands in an article of ours already`(share: Double, isHeld: Bool) {
        let verdict = verdict(source(), reuse: (share, "北岭通水"))
        if case .hold(let reason) = verdict.decision {
            #expect(isHeld && reason.contains("北岭通水"))
        } else {
            #expect(!isHeld && verdict.decision == .approve)
        }
    }
}
