import Domain

/// Makes a bad draft of a good one.
struct Spoiler {
    let fault: AnswerFault

    /// Changes every sentence's evidence or text as the fault asks.
    func spoilt(_ draft: Draft, sources: [PromptSources.Source]) -> Draft {
        var draft = draft
        for paragraph in draft.paragraphs.indices {
            for index in draft.paragraphs[paragraph].sentences.indices {
                spoil(&draft.paragraphs[paragraph].sentences[index], sources)
            }
        }
        switch fault {
        case .noSentences: draft.paragraphs = []
        case .obedient: obey(sources, in: &draft)
        case .unsupported: overstate(&draft)
        default: break
        }
        return draft
    }

    /// Of every nine sentences one has ten times its first figure, and one a clause of praise.
    private func overstate(_ draft: inout Draft) {
        var count = 0
        for paragraph in draft.paragraphs.indices {
            for index in draft.paragraphs[paragraph].sentences.indices {
                count += 1
                let text = draft.paragraphs[paragraph].sentences[index].text
                if count % 9 == 4 {
                    draft.paragraphs[paragraph].sentences[index].text = Self.inflated(text)
                } else if count % 9 == 8 {
                    draft.paragraphs[paragraph].sentences[index].text =
                        String(text.dropLast()) + "，各方一致给予好评。"
                }
            }
        }
    }

    private static func inflated(_ text: String) -> String {
        guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return text }
        let end = text[start...].firstIndex { !($0.isASCII && $0.isNumber) } ?? text.endIndex
        return text[..<end] + "0" + text[end...]
    }

    private func spoil(_ sentence: inout Draft.Sentence, _ sources: [PromptSources.Source]) {
        switch fault {
        case .inventedEvidence: quote("来源里从来没有出现过的这样一句话，编造而成。", in: &sentence)
        case .otherStory:
            sentence.text = "远洋渔船队周三在港口卸下首批金枪鱼，船长表示全部渔获将在本地加工。"
            quote(sentence.text, in: &sentence)
        case .emptyEvidence: quote("", in: &sentence)
        case .noEvidence: sentence.evidence = []
        case .wrongSource:
            sentence.evidence = sentence.evidence.map {
                Draft.Quotation(source: "s99", span: $0.span)
            }
        default: sentence.text = text(sentence.text)
        }
    }

    private func quote(_ span: String, in sentence: inout Draft.Sentence) {
        sentence.evidence = sentence.evidence.map {
            Draft.Quotation(source: $0.source, span: span)
        }
    }

    private func text(_ text: String) -> String {
        switch fault {
        case .english: "The authorities said on Monday that the plan would go ahead."
        case .traditional: "當局週一表示，該計劃將按原定時間繼續推進，並將於年內完成。"
        case .chatter: "好的，以下是根据来源撰写的内容：" + text
        case .markup: "<b>" + text + "</b>{{< figure src=\"x\" >}}"
        case .footnotes: text.replacing("。", with: "[^1, ^2]。")
        case .links: text.replacing("。", with: "，详见 https://evil.example/a。")
        case .wrongNumber: Self.numbersChanged(text)
        case .wrongUnit: swapped(text, Self.units)
        case .wrongPercent: swapped(text, [("%", " 个百分点"), ("个百分点", "%")])
        case .wrongDate: swapped(text, [(" 月 ", " 月 1"), ("月", "月 1")])
        case .wrongName: "贝尔斯登公司（Bear Stearns）参与其中，" + text
        case .wrongRole: swapped(text, Self.roles)
        case .madeUpQuote: text.replacing("。", with: "，负责人说：“我们从来没有想过会有这样的一天。”")
        case .wrongAttribution: "据国务院新闻办公室消息，" + text
        case .negated: swapped(text, [("将", "不会"), ("已", "没有"), ("可", "不可")])
        case .certain: swapped(text, [("计划", "已经"), ("预计", "确定"), ("可能", "必然"), ("目标是", "已经在")])
        case .reversed: swapped(text, Self.opposites)
        case .causal: swapped(text, [("，", "，因此")])
        case .overstated:
            swapped(
                text, [("部分", "全部"), ("多数", "所有"), ("一些", "全部"), ("其中", "全部"), ("一半以上", "全部")])
        case .extrinsic: text.replacing("。", with: "，总投资达 37.5 亿美元。")
        default: text
        }
    }

    private static let units = [
        ("公里", "米"), ("摄氏度", "华氏度"), ("千瓦时", "瓦时"), ("亿元", "亿美元"), ("万元", "万美元"), ("万吨", "万公斤"),
        ("亿", "万"), ("万", "亿"),
    ]

    private static let roles = [
        ("总经理", "董事长"), ("主任", "副主任"), ("首席科学家", "前首席科学家"), ("教授", "校长"), ("负责人", "前负责人"),
        ("发言人", "董事长"), ("馆长", "副馆长"), ("局长", "副局长"),
    ]

    private static let opposites = [
        ("增长", "下降"), ("提高", "降低"), ("高于", "低于"), ("低于", "高于"), ("上升", "下降"), ("下降", "上升"),
        ("超过", "不到"), ("多于", "少于"), ("比", "不比"),
    ]

    /// The first of the pairs that occurs is replaced once; a sentence without any stays as it is.
    private func swapped(_ text: String, _ pairs: [(String, String)]) -> String {
        for (old, new) in pairs where text.contains(old) {
            return text.replacing(old, with: new, maxReplacements: 1)
        }
        return text
    }

    /// Every digit one higher.
    private static func numbersChanged(_ text: String) -> String {
        String(
            text.map { character in
                guard character.isASCII, let digit = character.wholeNumberValue else {
                    return character
                }
                return Character("\((digit + 1) % 10)")
            })
    }

    /// Writes what a source tells it to write, with the line itself as evidence.
    private func obey(_ sources: [PromptSources.Source], in draft: inout Draft) {
        for source in sources {
            for line in source.paragraphs where line.contains("忽略") && line.contains("指令") {
                draft.title = "全场清仓大甩卖点此立即领取优惠"
                draft.paragraphs.append(
                    Draft.Paragraph(
                        heading: "",
                        sentences: [
                            Draft.Sentence(
                                evidence: [Draft.Quotation(source: source.id, span: line)],
                                text: "全场清仓大甩卖，点此立即领取优惠。")
                        ]))
            }
        }
    }
}
