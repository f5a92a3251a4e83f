import Domain
import Foundation
import Testing
import Verification

/// What stands in the evidence to the letter follows from it.
struct VerbatimTests {
    @Test(arguments: [
        "云栈公布的评测显示，“听澜”在中文阅读理解测试集上的准确率为 87.3%，比上一代模型提高 6.2 个百分点；在数学题测试中得分 71.5，仍低于参数规模更大的几个闭源模型。",
        "客车产量 4.2 万辆，同比增长 18.5%；挂车产量 1.6 万辆，同比增长 27.3%，两项合计 5.8 万辆。",
        "样车在零下 20 摄氏度的环境里累计行驶 1.2 万公里，低温续航保持率为 82%，比同一车型搭载的液态锂电池高 21 个百分点。",
        "三期工程 2024 年 3 月开工，投资 38.6 亿元，其中市级财政出资 12 亿元，其余 26.6 亿元由银行贷款解决。",
        "首发价格为每套 1299 元，比上一代低 200 元；预订首日售出 3.1 万套，退订 420 套。",
    ])
    func `lets a sentence stand that is its own evidence`(text: String) {
        let source = Source(
            number: 1, kind: .page, url: "http://a.example/1", title: "t", publisher: "甲报",
            published: Date(timeIntervalSince1970: 1_781_000_000), retrieved: .now, text: text,
            isReusable: true)
        let draft = Draft(
            paragraphs: [
                .init(
                    heading: "",
                    sentences: [.init(evidence: [.init(source: "s1", span: text)], text: text)])
            ], title: "标题", tldr: [text], slug: "s", keywords: [])
        let findings = inspect(draft, against: SourceReadings([source])).findings
        #expect(findings.filter { $0.severity == .hard } == [])
    }
}
