package import Domain
package import Foundation

/// Answers of a model with whatever may be wrong with one, at random from a seed: honest drafts of the
/// newsroom's own reports, with up to six faults each.
package struct DraftGenerator: Sendable {
    package struct Case: Sendable {
        package var answer: String
        package var draft: Draft
        package var sources: [Source]
        package var kind: ArticleKind
    }

    private let originals: [(draft: Draft, sources: [Source], kind: ArticleKind)]
    private var dice: Dice

    package init(seed: UInt64, now: Date) throws {
        dice = Dice(seed: seed)
        let sources = try Self.sources(now: now)
        originals = sources.indices.flatMap { first in
            ArticleKind.allCases.compactMap { kind in
                let own = (0..<4).map { offset in
                    var source = sources[(first + offset) % sources.count]
                    source.number = offset + 1
                    return source
                }
                return ExtractiveDrafter(PromptSources(own, kind: kind)).draft()
                    .map { ($0, own, kind) }
            }
        }
    }

    /// The same originals, and other dice.
    package func reseeded(_ seed: UInt64) -> DraftGenerator {
        var generator = self
        generator.dice = Dice(seed: seed)
        return generator
    }

    /// The newsroom's reports in Chinese as sources that may be taken over word for word.
    package static func sources(now: Date) throws -> [Source] {
        try Dispatch.all(now: now).filter { $0.site.language == "zh-CN" }.enumerated().map {
            Source(
                number: $0 + 1, kind: .page, url: "http://\($1.site.key).example\($1.path)",
                title: $1.title, publisher: $1.site.name, published: $1.published, retrieved: now,
                language: "zh-CN", text: $1.text, isReusable: true)
        }
    }

    /// An honest draft of sources.
    package static func draft(from sources: [Source], kind: ArticleKind) -> Draft? {
        ExtractiveDrafter(PromptSources(sources, kind: kind)).draft()
    }

    /// What the newsroom's model says to the body of a chat completion; nil when it declines.
    package static func answer(to body: [UInt8]) -> String? {
        ChatService(fault: nil).content(for: Data(body))
    }

    package mutating func next() -> Case {
        let original = originals[Int.random(in: 0..<originals.count, using: &dice)]
        var draft = original.draft
        for _ in 0..<Int.random(in: 0...6, using: &dice) { spoil(&draft) }
        return Case(
            answer: answer(draft), draft: draft, sources: original.sources, kind: original.kind)
    }

    // MARK: - Faults of a draft

    private mutating func spoil(_ draft: inout Draft) {
        guard !draft.paragraphs.isEmpty else { return }
        let paragraph = Int.random(in: 0..<draft.paragraphs.count, using: &dice)
        let count = draft.paragraphs[paragraph].sentences.count
        let sentence = Int.random(in: 0..<max(count, 1), using: &dice)
        switch Int.random(in: 0..<12, using: &dice) {
        case 0: draft.title = tainted(draft.title)
        case 1: draft.tldr = draft.tldr.map { tainted($0) }
        case 2: draft.slug = tainted(draft.slug)
        case 3: draft.keywords.append(tainted(draft.keywords.first ?? ""))
        case 4: draft.paragraphs[paragraph].heading = tainted(draft.paragraphs[paragraph].heading)
        case 5: draft.paragraphs[paragraph].sentences = []
        case 6: draft.paragraphs.append(draft.paragraphs[paragraph])
        case _ where count == 0: draft.title = ""
        case 7:
            let doubled = draft.paragraphs[paragraph].sentences[sentence]
            draft.paragraphs[paragraph].sentences.insert(doubled, at: sentence)
        case 8: draft.paragraphs[paragraph].sentences[sentence].evidence = evidence()
        default:
            let text = draft.paragraphs[paragraph].sentences[sentence].text
            draft.paragraphs[paragraph].sentences[sentence].text = tainted(text)
        }
    }

    private mutating func evidence() -> [Draft.Quotation] {
        let ids = ["s1", "s2", "s9", "", "http://evil.example", "s-1", "S1", "1"]
        return (0..<Int.random(in: 0...4, using: &dice)).map { _ in
            Draft.Quotation(
                source: ids.randomElement(using: &dice) ?? "",
                span: tainted("来源中没有的一段话，至少有十二个字"))
        }
    }

    /// A text with something in it that Markdown, YAML, HTML, Hugo or an eye would stumble over.
    private mutating func tainted(_ text: String) -> String {
        let taint = Self.taints.randomElement(using: &dice) ?? ""
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: return taint
        case 1: return taint + text
        case 2: return text + taint
        case 3: return String(repeating: text + taint, count: Int.random(in: 1...6, using: &dice))
        default:
            let cut = text.index(
                text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &dice))
            return text[..<cut] + taint + text[cut...]
        }
    }

    private static let taints = [
        "[^1]", "[^1, ^2]", "[^RSS]", "\n[^1]: http://evil.example 伪造", "[1](http://evil.example)",
        "![图](x.png)", "https://evil.example/a?b=c&d=e#f", "www.evil.example", "a@evil.example",
        "**粗**", "*斜*", "`码`", "# 题", "\n# 题\n", "- 项", "1. 项", "2025. ", "> 引", "|甲|乙|", "---",
        "\n---\n", "***", "~~删~~", "<b>粗</b>", "<script>alert(1)</script>", "<!-- 藏 -->", "</main>",
        "&copy;", "&#60;", "{{< figure src=\"x\" >}}", "{{% x %}}", "{{ .Site.Title }}", "{#id}",
        "{.class}", "$x$", "\\", "\\n", ": ", " #", "'", "\"", "“", "”", "！！！", "%", "@", "?", "- ",
        "\u{0}", "\u{7}", "\u{1b}[31m", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}", "\u{feff}",
        "\u{202e}反\u{202c}", "\u{2066}甲\u{2069}", "\u{200b}", "\u{200d}", "\u{e0041}", "\u{fffd}",
        "\u{fffe}", "\u{301}", "👩‍👩‍👧‍👦", "🇨🇳", "🏳️‍🌈", "ﷺ", "𠮷", "㍿", "１２３", "ａｂｃ", "　", "國際",
        "こんにちは", "한국어", "مرحبا", "undefined", "null", "[object Object]", "好的，以下是",
        "作为一个人工智能", "", " ", "\n\n", String(repeating: "长", count: 1200),
        String(repeating: "a", count: 1200), String(repeating: "\u{301}", count: 500),
    ]

    // MARK: - Faults of an answer

    private mutating func answer(_ draft: Draft) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: (try? encoder.encode(draft)) ?? Data(), as: UTF8.self)
        switch Int.random(in: 0..<24, using: &dice) {
        case 0: return "```json\n\(text)\n```"
        case 1: return "<think>{\"a\": [}</think>\(text)"
        case 2: return "好的，以下是：\n\(text)\n以上。"
        case 3: return text.replacing("}]", with: "},]")
        case 4: return String(text.prefix(Int.random(in: 0...text.count, using: &dice)))
        case 5: return text.replacing("\"title\"", with: "\"titel\"")
        case 6: return text.replacing("\"tldr\":[", with: "\"tldr\":[7,")
        case 7: return text.replacing("\"span\"", with: "\"x\":{\"y\":null},\"span\"")
        case 8: return "[" + text + "]"
        case 9: return text + text
        default: return text
        }
    }
}
