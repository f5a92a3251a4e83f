import Domain
import Foundation
import Testing
import Verification

/// Figures that the evidence does not have as they stand.
struct WorkedOutTests {
    private func hardRules(_ text: String, evidence: String) -> [String] {
        let source = Source(
            number: 1, kind: .page, url: "http://a.example/1", title: "t", publisher: "A",
            published: Date(timeIntervalSince1970: 1_781_000_000), retrieved: .now, text: evidence,
            isReusable: true)
        let draft = Draft(
            paragraphs: [
                .init(
                    heading: "",
                    sentences: [.init(evidence: [.init(source: "s1", span: evidence)], text: text)])
            ], title: "标题", tldr: [text], slug: "s", keywords: [])
        return inspect(draft, against: SourceReadings([source])).findings
            .filter { $0.severity == .hard }.map(\.rule)
    }

    @Test(arguments: [
        (
            "The ferry was doing 34 knots in a channel limited to 20, inspectors said.",
            "检查人员说，渡轮当时航速为 34 节，比限速高出 14 节。"
        ),
        (
            "The port has spent 840 million kroner on the wall so far.",
            "港口已为这道堤坝投入 8.4 亿克朗，约需 6 年才能收回投入。"
        ),
        (
            "Exports fell by 2.6 million barrels to 310 million; traders had expected a rise of 1.2 million.",
            "出口减少 260 万桶，降至 3.1 亿桶，而交易商此前预计增加 120 万桶。"
        ),
        ("The first 60 MW will be ready next year.", "首期 60 兆瓦将于明年就绪。"),
        (
            "Ranked 28th before the event, she will climb to 17th on Monday.",
            "她的排名将由第 28 位升至第 17 位。"
        ),
        (
            "The southern lane was open to traffic, the northern one was not.",
            "南侧车道已经开放，北侧车道未能开放。"
        ),
    ])
    func `condemns no figure that may be worked out`(evidence: String, text: String) {
        #expect(hardRules(text, evidence: evidence) == [])
    }

    @Test(arguments: [
        (
            "Rents rose to 1,150 euros from 1,000 euros.",
            "租金由 1000 欧元涨至 1150 欧元，涨幅为 18%。"
        ),
        (
            "Net income fell to $610 million from $702 million.",
            "净利润从 7.02 亿美元降至 6.1 亿美元，相差 6200 万美元。"
        ),
        (
            "Net income fell to $610 million from $702 million.",
            "净利润从 7.02 亿美元降至 6.1 亿美元，相差 9200 万欧元。"
        ),
        ("The mill paid 62 million crowns for the land.", "工厂合计为这块地支付 8300 万克朗。"),
    ])
    func `condemns what the evidence's own figures do not come to`(evidence: String, text: String) {
        #expect(!hardRules(text, evidence: evidence).isEmpty)
    }
}
