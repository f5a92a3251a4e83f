import Domain

private let hype = WordList([
    "震惊", "惊呆", "炸裂", "重磅", "无疑", "惊人", "彰显", "凸显", "卓越", "深远", "新范式", "标志着", "掀起",
    "备受", "里程碑", "令人惊叹", "颠覆", "史无前例", "赋能", "引爆", "划时代", "遥遥领先",
])
private let shapes = WordList(["不仅", "这表明", "这意味着", "随着", "综上所述", "总而言之", "值得注意的是", "毋庸置疑"])
private let attributions = Phrases([
    "表示", "称", "说", "指出", "认为", "预计", "据", "介绍", "显示", "报道", "宣布", "透露", "预测", "告诉", "要求", "计划",
])
private let forecasts = WordList(["势必", "必将", "必然会", "不可避免", "预示着", "有望", "或将", "料将", "将会"])
private let contrasts = Phrases(["但", "却", "然而", "否认", "不过", "反驳", "尚未证实", "未经证实"])
private let nameless = WordList(["消息人士", "内部人士", "匿名人士", "有关人士", "业内人士", "许多人认为", "有人认为"])

/// Sober words: praise and alarm, stock phrases, forecasts and claims without a name behind them.
func styleFindings(_ article: ArticleText) -> [Finding] {
    var findings: [Finding] = []
    var (praise, stock): ([(ArticleText.Piece, String)], [(ArticleText.Piece, String)]) = ([], [])
    for sentence in article.sentences {
        let characters = Array(sentence.text.unicodeScalars)
        praise += hype.matches(in: characters).map { (sentence, $0.word) }
        stock += shapes.matches(in: characters).map { (sentence, $0.word) }
        findings += attributionFindings(sentence, characters)
    }
    let han = article.body.hanCount
    if let first = praise.first, praise.count > max(2, 2 * han / 1000) {
        findings.append(
            FormRule.hype.finding(
                first.0.place,
                "\(praise.count) words of praise or alarm in \(han) Han, at most 2 in 1,000: "
                    + list(praise.map(\.1))))
    }
    if let first = stock.first, stock.count > 2 {
        findings.append(
            FormRule.template.finding(
                first.0.place,
                "\(stock.count) stock phrases, at most 2 in an article: " + list(stock.map(\.1))))
    }
    return findings + yearFindings(article)
}

private func list(_ words: [String]) -> String {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }.prefix(6).joined(separator: "、")
}

private func attributionFindings(
    _ sentence: ArticleText.Piece, _ characters: [Unicode.Scalar]
) -> [Finding] {
    var findings: [Finding] = []
    let text = sentence.text
    if text.holds("声称") || text.holds("宣称"), contrasts.foremost(in: text) == nil {
        findings.append(
            FormRule.attributionVerb.finding(
                sentence.place, "声称 and 宣称 doubt the speaker; write 表示 or 称"))
    }
    if let (_, word) = nameless.matches(in: characters).first {
        findings.append(
            FormRule.anonymous.finding(sentence.place, "\(word): name the source, or write 知情人士"))
    }
    if let (_, word) = forecasts.matches(in: characters).first,
        attributions.foremost(in: text) == nil
    {
        findings.append(
            FormRule.forecast.finding(sentence.place, "\(word): a forecast says whose it is"))
    }
    return findings
}

/// The first day of an article has its year.
private func yearFindings(_ article: ArticleText) -> [Finding] {
    for sentence in article.sentences {
        guard let day = firstDay(in: Array(sentence.text.unicodeScalars)) else { continue }
        guard !day.hasYear else { return [] }
        return [
            FormRule.noYear.finding(sentence.place, "the first date of the article has no year")
        ]
    }
    return []
}
