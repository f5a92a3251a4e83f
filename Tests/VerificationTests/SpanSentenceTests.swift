import Domain
import Foundation
import Testing
import Verification

/// True sentences that name something which their source says far from the span they rest on.
struct SpanSentenceTests {
    private func hardFindings(_ text: String, _ source: String, _ span: String) -> [Finding] {
        claimFindings(
            text, source: source, evidence: span,
            published: Timestamp.date("2026-09-10T00:00:00.000Z")
        ).filter { $0.severity == .hard }
    }

    @Test func `takes the period and the rank of an event from before the span`() {
        let source =
            "第十一批集采于7月15日公布。一季度新增装机4139万千瓦。平均利用709小时。"
            + "电网工程完成投资1120亿元，增长17.2%。二季度将出台细则。"
        let span = "电网工程完成投资1120亿元，增长17.2%。"
        #expect(hardFindings("一季度电网工程投资增长 17.2%。", source, span).isEmpty)
        #expect(hardFindings("第十一批集采公布后，电网工程投资 1120 亿元。", source, span).isEmpty)
    }

    @Test(arguments: [
        (
            "Orvane 3 was shown on Monday. Buyers came early. Its window grows from 64,000 to 256,000.",
            "Its window grows from 64,000 to 256,000.", "Orvane 3 的上下文窗口扩至 25.6 万。"
        ),
        (
            "公司发布大模型“知行4”。价格未变。测试已结束。预览版位列第五，开源中居首。", "预览版位列第五，开源中居首。",
            "知行 4 预览版位列第五，开源中居首。"
        ),
        (
            "The model NOR-3 was shown. It was fast. It missed 29% of events, against 25%.",
            "It missed 29% of events, against 25%.", "NOR-3 的漏报率为 29%，对手为 25%。"
        ),
        (
            "地铁9号线一期将开通。票价2元。行车间隔为5分30秒。", "行车间隔为5分30秒。", "9 号线行车间隔为 5 分 30 秒。"
        ),
        (
            "2025年江城马拉松公布方案。报名已满。比赛将于11月23日鸣枪。", "比赛将于11月23日鸣枪。",
            "2025 江城马拉松定于 11 月 23 日开跑。"
        ),
        (
            "疾控局通报第49周疫情。南方为9.4%。全国报告1346起。", "全国报告1346起。", "第 49 周全国报告 1346 起。"
        ),
        (
            "The Sentinel-7B craft flew. It was fine. The contract is worth 412 million euros.",
            "The contract is worth 412 million euros.", "哨兵-7B 的合同金额为 4.12 亿欧元。"
        ),
    ])
    func `knows a name with a digit from anywhere in the source`(
        source: String, span: String, text: String
    ) {
        #expect(hardFindings(text, source, span).isEmpty)
    }

    @Test(arguments: [
        ("地铁17号线将开通。票价2元。行车间隔为5分30秒。", "行车间隔为5分30秒。", "7 号线行车间隔为 5 分 30 秒。"),
        (
            "The model NOR-31 was shown. It was fast. It missed 29% of events, against 25%.",
            "It missed 29% of events, against 25%.", "NOR-3 的漏报率为 29%，对手为 25%。"
        ),
        (
            "Fernway shipped version 6.0.1. It is free. It closes 2,870 bugs.",
            "It closes 2,870 bugs.", "Fernway 6.0 修复了 2870 个缺陷。"
        ),
    ])
    func `takes no part of a number for the number of a name`(
        source: String, span: String, text: String
    ) {
        #expect(!hardFindings(text, source, span).isEmpty)
    }
}
