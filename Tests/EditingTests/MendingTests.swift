import Editing
import Testing

struct MendingTests {
    @Test(arguments: [
        ("2025年6月9日,OpenAI发布GPT模型", "2025 年 6 月 9 日，OpenAI 发布 GPT 模型"),
        ("增长12 %。", "增长 12%。"), ("他说\"好的\"。", "他说“好的”。"), ("比分 3:1 领先", "比分 3:1 领先"),
        ("版本 3.2.4 发布", "版本 3.2.4 发布"), ("时间 10:30 开始", "时间 10:30 开始"), ("等等...", "等等……"),
        ("ＡＢＣ公司", "ABC 公司"), ("公司 （北京） 宣布", "公司（北京）宣布"), ("约 1.8 亿立方米", "约 1.8 亿立方米"),
        ("中 文", "中文"),
    ])
    func `puts right what is mechanical`(text: String, expected: String) {
        #expect(mended(text) == expected)
    }

    @Test(arguments: ["2025年6月,OpenAI", "a\"b\"c", "增长12 %", "“甲”乙——丙……"])
    func `changes nothing the second time`(text: String) {
        #expect(mended(mended(text)) == mended(text))
    }

    @Test func `knows no character of Simplified Chinese as Traditional`() {
        #expect("语言餐于著后里面干系了解准备制造发现".traditional.isEmpty)
        #expect("這個時候".traditional == ["這", "個", "時"])
    }
}
