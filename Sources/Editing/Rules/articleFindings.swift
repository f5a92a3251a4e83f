package import Domain

/// What is wrong with the form of an article as a whole: title, summary, lead, sections, style.
///
/// `titles` are those of its sources: a title is not one of theirs again.
package func articleFindings(of article: ArticleText, titles: [String] = []) -> [Finding] {
    guard let lead = article.sentences.first else { return [] }
    return titleFindings(article.title, titles) + summaryFindings(article) + leadFindings(lead)
        + pyramidFindings(article) + closingFindings(article) + lengthFindings(article)
        + headingFindings(article) + keywordFindings(article) + styleFindings(article)
}

private let clickbait = WordList(["震惊", "惊呆", "炸裂", "重磅", "刚刚", "突发", "万万没想到", "速看", "疯传", "竟然"])

/// Of a title by itself: its length and its words; it is none of `titles` again.
package func titleFindings(_ title: ArticleText.Piece, _ titles: [String]) -> [Finding] {
    var findings: [Finding] = []
    let length = title.text.hanCount + title.text.unicodeScalars.count(where: \.isLatin) / 2
    if !(10...28).contains(length) {
        findings.append(
            FormRule.titleLength.finding(
                title.place, "the title has \(title.text.hanCount) Han, not 10 to 28"))
    }
    if title.text.unicodeScalars.contains(where: "？?！!".unicodeScalars.contains) {
        findings.append(
            FormRule.titlePunctuation.finding(title.place, "a title neither asks nor shouts"))
    }
    if let (_, word) = clickbait.matches(in: Array(title.text.unicodeScalars)).first {
        findings.append(FormRule.clickbait.finding(title.place, "\(word) baits clicks"))
    }
    if titles.contains(where: { likeness($0, title.text) > 0.9 }) {
        findings.append(
            FormRule.titleCopied.finding(title.place, "the title is a source's title again"))
    }
    return findings
}

private func summaryFindings(_ article: ArticleText) -> [Finding] {
    guard let first = article.summary.first else { return [] }
    var findings: [Finding] = []
    let summary = article.summary.map(\.text).joined()
    if likeness(summary, article.title.text) > 0.5 {
        findings.append(
            FormRule.summaryTitle.finding(first.place, "the summary is the title again"))
    }
    if !(60...160).contains(summary.hanCount) {
        findings.append(
            FormRule.summaryLength.finding(
                first.place, "the TL;DR has \(summary.hanCount) Han, not 60 to 160"))
    }
    if let last = summary.last, !"。”".contains(last) {
        findings.append(FormRule.summaryEnd.finding(first.place, "the summary ends with 。"))
    }
    return findings
}

private let backgrounds = ["随着", "近年来", "众所周知", "作为", "在全球", "在当今", "当前", "一直以来"]

/// Of the lead's first sentence by itself: news with its day, at once and not too long.
package func leadFindings(_ lead: ArticleText.Piece) -> [Finding] {
    var findings: [Finding] = []
    if lead.text.hanCount > 80 {
        findings.append(
            FormRule.leadLong.finding(
                lead.place, "the lead's first sentence has \(lead.text.hanCount) Han, over 80"))
    }
    if !saysWhen(lead.text) {
        findings.append(
            FormRule.leadTime.finding(lead.place, "the lead does not say on which day"))
    }
    if let start = backgrounds.first(where: lead.text.hasPrefix) {
        findings.append(
            FormRule.leadBackground.finding(
                lead.place, "the lead begins with background (\(start)), not with the news"))
    }
    if lead.text.contains("？") {
        findings.append(FormRule.leadQuestion.finding(lead.place, "a lead does not ask"))
    }
    return findings
}

/// A day, month or year with its digits.
private func saysWhen(_ text: String) -> Bool {
    let characters = Array(text.unicodeScalars.filter { $0 != " " })
    return characters.indices.dropFirst().contains { index in
        "年月日".unicodeScalars.contains(characters[index]) && characters[index - 1].isDigit
    }
}

/// The numbers and Latin names of the title come early in the body.
private func pyramidFindings(_ article: ArticleText) -> [Finding] {
    let head = Set(latinWords(beginning(of: article.body, han: 200)).map(\.word))
    let title = Array(article.title.text.unicodeScalars)
    guard let (_, late) = latinWords(title).first(where: { !head.contains($0.word) })
    else { return [] }
    return [
        FormRule.pyramid.finding(
            article.title.place, "\(late) of the title is not in the first 200 Han of the body")
    ]
}

private func beginning(of text: String, han most: Int) -> [Unicode.Scalar] {
    var count = 0
    return text.unicodeScalars.prefix { scalar in
        if scalar.isHan { count += 1 }
        return count <= most
    }.map { $0 }
}

/// The last section of a full article closes it: short, with no new number or name.
private func closingFindings(_ article: ArticleText) -> [Finding] {
    let closing = article.closing
    guard let heading = closing.first?.heading else { return [] }
    var findings: [Finding] = []
    let text = closing.map(\.text).joined()
    if text.hanCount > 220 {
        findings.append(
            FormRule.closingLong.finding(
                heading.place, "the closing section has \(text.hanCount) Han, over 220"))
    }
    let before = Set(
        latinWords(
            Array(article.paragraphs.dropLast(closing.count).map(\.text).joined().unicodeScalars)
        )
        .map(\.word))
    for sentence in closing.flatMap(\.sentences) {
        let new = latinWords(Array(sentence.text.unicodeScalars)).first {
            !before.contains($0.word)
        }
        guard let new else { continue }
        findings.append(
            FormRule.closingFact.finding(
                sentence.place, "the closing section brings in \(new.word)"))
        break
    }
    return findings
}

private func lengthFindings(_ article: ArticleText) -> [Finding] {
    var findings: [Finding] = []
    let lengths = article.sentences.map(\.text.hanCount).sorted()
    if let first = article.sentences.first, lengths.count >= 5,
        lengths[(lengths.count * 95 + 99) / 100 - 1] > 80
    {
        findings.append(
            FormRule.sentencesLong.finding(
                first.place, "of twenty sentences more than one has over 80 Han"))
    }
    for sentence in article.sentences where sentence.text.hanCount > 100 {
        findings.append(
            FormRule.sentenceLong.finding(
                sentence.place, "\(sentence.text.hanCount) Han; a sentence has at most 100"))
    }
    for paragraph in article.paragraphs where paragraph.text.hanCount > 220 {
        findings.append(
            FormRule.paragraphLong.finding(
                paragraph.sentences.first?.place ?? .article,
                "\(paragraph.text.hanCount) Han; a paragraph has at most 220"))
    }
    for (one, next) in zip(article.sentences, article.sentences.dropFirst())
    where one.text != next.text && jaccard(one.text, next.text, gram: 4) > 0.4 {
        findings.append(
            FormRule.similar.finding(next.place, "the sentence says again what the one before says")
        )
    }
    return findings
}

private func headingFindings(_ article: ArticleText) -> [Finding] {
    var findings: [Finding] = []
    var seen: Set<String> = []
    for heading in article.paragraphs.compactMap(\.heading) {
        let text = heading.text
        if !(4...18).contains(text.unicodeScalars.count(where: { $0.isHan || $0.isDigit }))
            && !["引言", "结论", "结语", "正文"].contains(text)
        {
            findings.append(
                FormRule.headingLength.finding(heading.place, "a heading has 4 to 18 Han"))
        }
        let isNumbered =
            text.unicodeScalars.first?.isDigit == true && text.contains(". ")
            || text.contains("、")
                && text.unicodeScalars.first.map("一二三四五六七八九十".unicodeScalars.contains) == true
        if let last = text.last, "。，；：！？.,!?:".contains(last) || isNumbered {
            findings.append(
                FormRule.headingForm.finding(
                    heading.place, "a heading has no number and no full stop"))
        }
        if !seen.insert(text).inserted {
            findings.append(
                FormRule.headingRepeated.finding(heading.place, "the heading stands there twice"))
        }
    }
    return findings
}

private func keywordFindings(_ article: ArticleText) -> [Finding] {
    var findings: [Finding] = []
    let text = article.title.text + article.body
    for keyword in article.keywords where !text.holds(keyword.text) {
        findings.append(
            FormRule.absentKeyword.finding(
                keyword.place, "the keyword \(keyword.text) is not in the text"))
    }
    if !(3...8).contains(article.keywords.count) {
        findings.append(
            FormRule.fewKeywords.finding(
                article.keywords.first?.place ?? article.title.place,
                "\(article.keywords.count) keywords, not 3 to 8"))
    }
    return findings
}
