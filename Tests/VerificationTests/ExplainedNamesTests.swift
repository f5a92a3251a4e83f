import Domain
import Testing
import Verification

struct ExplainedNamesTests {
    private func names(_ text: String, knowing known: [Name] = []) -> [Name] {
        let draft = ProvenDraft(
            title: "标题", tldr: [], slug: "s", keywords: [],
            paragraphs: [.init(heading: "", sentences: [.init(text: text, evidence: [])])])
        return explainedNames(in: draft, knowing: known)
    }

    @Test(arguments: [
        ("首席执行官蒂尔达·布兰特（Tilda Brandt）表示", ["蒂尔达·布兰特", "布兰特"], ["Tilda Brandt", "Brandt"]),
        ("挪威公司诺尔德兰（Nordland）周二公布", ["诺尔德兰"], ["Nordland"]),
        ("周二，国际能源署（IEA）公布报告", ["国际能源署"], ["IEA"]),
    ])
    func `takes what sounds like the original, or stands alone before it`(
        text: String, chinese: [String], aliases: [String]
    ) {
        #expect(names(text).map(\.chinese) == [chinese])
        #expect(names(text).map(\.aliases) == [aliases])
    }

    @Test(arguments: [
        "气温达到 40 摄氏度（Celsius）", "该公司公布了新的平台架构（Platform）", "报告（2024）", "公司（见下文）",
        "表示（", "（Nordland）",
    ])
    func `takes nothing whose name is not certain`(text: String) {
        #expect(names(text) == [])
    }

    @Test func `takes no original that is known`() {
        let known = Name(kind: .company, chinese: ["诺德兰"], aliases: ["Nordland"])
        #expect(names("挪威公司诺尔德兰（Nordland）公布", knowing: [known]) == [])
    }
}
