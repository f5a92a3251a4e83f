import Domain
import Editing
import Testing

/// Each rule that reads a piece of prose, with what it catches and what it lets pass.
struct FormRuleTests {
    private func finds(_ rule: FormRule, in text: String) -> Bool {
        flaws(in: text).contains { $0.rule == rule }
    }

    @Test(arguments: [
        (FormRule.halfWidth, "公司表示,计划不变。"), (.halfWidth, "公司(OpenAI)宣布"), (.halfWidth, "GPT,也发布了"),
        (.fullWidth, "增长１２％"), (.fullWidth, "公司\u{3000}宣布"), (.straightQuotes, "他说\"好\"。"),
        (.cornerQuotes, "他说「好」。"), (.unpairedQuotes, "他说“好。"), (.unpairedQuotes, "他说‘好’。"),
        (.ellipsis, "等等..."), (.ellipsis, "等等。。。"), (.ellipsis, "等等…"), (.dash, "甲--乙"),
        (.dash, "甲—乙"),
        (.exclamation, "太好了！"), (.exclamation, "他说“好！！”"), (.bookTitle, "《OpenAI》发布"),
        (.bookTitle, "《华兴公司》发布"), (.enumeration, "甲、乙、和丙"), (.enumeration, "“甲”、“乙”"),
        (.enumeration, "甲、乙、等三家"), (.spacing, "发布GPT模型"), (.straySpace, "公司 ，宣布"),
        (.straySpace, "中 文"),
        (.straySpace, "12 %"), (.nameCase, "Github 发布"), (.nameCase, "deepseek 发布"),
        (.nameDot, "马克•扎克伯格"),
        (.traditional, "這個"), (.script, "工程ありがとう"), (.regional, "新的伺服器"), (.regional, "人工智慧公司"),
        (.range, "10—12 亿元"), (.percentRange, "10—15%"), (.mixedNumeral, "3千5百元"),
        (.chineseNumeral, "百分之十二"), (.chineseNumeral, "二〇二五年"), (.chineseNumeral, "六月九日"),
        (.largeNumber, "600,000,000 美元"), (.largeNumber, "3500000 人"), (.largeNumber, "12345 万元"),
        (.calque, "1 billion 美元"), (.currencySign, "投入 $600 亿"), (.relativeDate, "公司昨日宣布"),
        (.relativeDate, "公司本周二宣布"), (.superlative, "全球第一的产品"), (.territory, "台湾总统访问"),
        (.cure, "这种药能根治糖尿病"), (.insult, "他是个脑残"), (.personalData, "电话 13800138000"),
        (.url, "见 https://a.example/x"), (.url, "见 www.a.example"), (.html, "工程<b>通水</b>"),
        (.shortcode, "工程{{< x >}}"), (.label, "通水[^1]。"), (.residue, "好的，以下是新闻稿"),
        (.residue, "值为 undefined"),
        (.control, "工程\u{202e}通水"), (.control, "工程\u{fffd}通水"),
    ])
    func `catches`(rule: FormRule, text: String) {
        #expect(finds(rule, in: text))
    }

    @Test(arguments: [
        (FormRule.halfWidth, "版本 3.2.4、比分 3:1、时间 10:30"), (.halfWidth, "U.S. 公司，Node.js"),
        (.fullWidth, "增长 12%"), (.straightQuotes, "a \"b\" c"), (.unpairedQuotes, "他说“甲‘乙’丙”，it’s"),
        (.ellipsis, "等等……"), (.dash, "甲——乙"), (.dash, "10%—15%"), (.exclamation, "他说“好！”"),
        (.bookTitle, "《自然》杂志"), (.enumeration, "甲、和平、及时、等级"), (.spacing, "发布 GPT 模型"),
        (.straySpace, "发布 GPT 模型"), (.nameCase, "GitHub 与 iPhone"), (.nameDot, "马克·扎克伯格"),
        (.traditional, "著作乾坤后里面干系了解"), (.script, "他说“ありがとう”"), (.regional, "软体动物、越南韩国、光辉达到"),
        (.regional, "互联网路由、设计画面"), (.range, "10 亿至 12 亿元"), (.percentRange, "10%—15%"),
        (.mixedNumeral, "3500 元、3 千元"), (.chineseNumeral, "三四十人、星期三、一心一意、数百公里"),
        (.largeNumber, "1,860 个、1234567 票、3.6 万"), (.calque, "10 亿美元"), (.currencySign, "600 亿美元"),
        (.relativeDate, "他说“今天很好”，今日头条"), (.superlative, "排名第一"), (.territory, "台湾地区"),
        (.cure, "试验显示有效率为 62%"), (.insult, "他批评了计划"), (.personalData, "共 13800 人、1860 亿"),
        (.url, "网址另行公布"), (.html, "3 < 5，a>b"), (.shortcode, "集合 {1}"), (.label, "数组[1]"),
        (.residue, "以下城市"), (.control, "工程通水"),
    ])
    func `lets pass`(rule: FormRule, text: String) {
        #expect(!finds(rule, in: text), "\(flaws(in: text))")
    }

    @Test(arguments: [
        ("公司(OpenAI),昨日", "公司（OpenAI），昨日"), ("「甲」和『乙』", "“甲”和‘乙’"), ("甲--乙", "甲——乙"),
        ("甲、乙、和丙", "甲、乙和丙"), ("“甲”、“乙”", "“甲”“乙”"), ("Github与deepseek", "GitHub 与 DeepSeek"),
        ("马克•扎克伯格", "马克·扎克伯格"), ("这個公司", "这个公司"), ("等等。。。。", "等等……"),
    ])
    func `mends`(text: String, expected: String) {
        #expect(mended(text) == expected)
    }

    @Test func `records what it mended, each rule once, and what it could not`() {
        let result = edited("公司昨日在Github发布AI模型,又发布GPT.")
        #expect(result.text == "公司昨日在 GitHub 发布 AI 模型，又发布 GPT.")
        #expect(Set(result.mended.map(\.rule)) == [.spacing, .nameCase, .halfWidth])
        #expect(result.left.map(\.rule) == [.relativeDate])
    }

    @Test func `leaves a text in Traditional Chinese as it is`() {
        #expect(mended("這個時候對於當地").traditional.count > 2)
    }

    @Test func `names every rule once`() {
        let names = FormRule.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z_]+\.[a-z0-9_]+/) != nil })
    }

    @Test func `takes a sentence of ten thousand characters and mixed scripts`() {
        let text = String(repeating: "甲“乙《a、1,２", count: 1500)
        #expect(!flaws(in: text).isEmpty)
        #expect(mended(mended(text)) == mended(text))
    }
}
