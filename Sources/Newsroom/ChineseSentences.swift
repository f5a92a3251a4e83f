import Domain
import Editing

/// Chinese prose taken apart.
enum ChineseSentences {
    /// Sentences with their final punctuation and the closing marks behind it; none ends within
    /// quotation marks or brackets.
    static func split(_ paragraph: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        var depth = 0
        let characters = Array(paragraph)
        for (index, character) in characters.enumerated() {
            current.append(character)
            if "“（《「『".contains(character) { depth += 1 }
            if "”）》」』".contains(character) { depth = max(0, depth - 1) }
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            let isEnd = "。！？".contains(character)
            let closes =
                "”）」』".contains(character) && index > 0
                && "。！？".contains(characters[index - 1])
            let isFollowed = next.map { "”）」』。！？".contains($0) } ?? false
            if depth == 0, isEnd || closes, !isFollowed {
                sentences.append(trimmed(current))
                current = ""
            }
        }
        return sentences
    }

    static func isUsable(_ sentence: String) -> Bool {
        let length = sentence.hanCount
        guard (12...80).contains(length), sentence.count <= 190, sentence.hanShare > 0.7,
            let last = sentence.last, "。！？”）".contains(last)
        else { return false }
        let lower = sentence.lowercased()
        return edited(sentence).left.isEmpty
            && !chatter.contains { lower.contains($0) }
            && balance(sentence, "“", "”") && balance(sentence, "（", "）")
            && balance(sentence, "《", "》")
            && !"，、；：）”》。".contains(sentence.first ?? "，")
    }

    /// Whether it speaks of something said before.
    static func leansBack(_ sentence: String) -> Bool {
        [
            "他", "她", "它", "其", "此", "该", "这", "那", "但", "而", "同时", "不过", "另外", "与此", "对此", "据此",
            "因此",
        ]
        .contains { sentence.hasPrefix($0) }
    }

    static func clauses(_ sentence: String) -> [String] {
        sentence.split { "，。；：！？、（）—…".contains($0) }
            .map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    /// Without days such as 2025 年 6 月 9 日, which a headline leaves out.
    static func undated(_ sentence: String) -> String {
        sentence.replacing(/\ ?(\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日/, with: "")
    }

    /// Whether a clause only says who speaks.
    static func attributes(_ clause: String) -> Bool {
        ["宣布", "公布", "通报", "确认", "介绍", "表示", "透露", "获悉", "指出", "认为", "提醒"]
            .contains { clause.hasSuffix($0) }
    }

    /// What stands in quotation marks or title marks and is short enough for a name.
    static func quotedNames(_ sentence: String) -> [String] {
        sentence.matches(of: /[“《]([^”》，。]{2,8})[”》]/).map { String($0.1) }
    }

    /// Whether a clause can be a heading: it neither leans on another nor breaks off.
    static func standsAlone(_ clause: String) -> Bool {
        !leansBack(clause)
            && ![
                "的", "了", "是", "在", "和", "与", "对", "将", "并", "说", "称", "示", "时", "后", "中", "为", "及",
                "于", "等",
            ]
            .contains { clause.hasSuffix($0) }
            && ![
                "并", "和", "与", "及", "或", "则", "就", "也", "都", "还", "又", "均", "其中", "以及", "包括", "截至",
                "随着", "由于", "如果", "为了", "根据", "按照", "目前", "记者", "的", "以", "从", "在", "至", "到", "使",
                "让", "被", "把", "向", "由", "自", "近", "约", "即",
            ]
            .contains { clause.hasPrefix($0) }
            && clause.hanShare > 0.6
    }

    /// Characters that hold words together and are part of no keyword.
    static let function = Set("的了在是和与对将并说称为及于等也都还就而但或从到至由被把向其这那该此个年月日时分万亿元人名次家项所以可能会要有不没上下中后前")

    private static let chatter = [
        "点击", "关注我们", "版权", "责任编辑", "责编", "扫码", "订阅", "转载", "本文来源", "公众号", "微信", "下载",
        "广告", "网友", "更多精彩", "原标题", "编辑：", "作者：", "来源：", "图片", "如图", "见下图", "登录", "注册",
    ]

    private static func balance(_ text: String, _ open: Character, _ close: Character) -> Bool {
        text.count { $0 == open } == text.count { $0 == close }
    }

    private static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
