import Domain
import Editing
import Foundation
import Yams

/// The rules of the text: no markup that is not ours, one style of spacing, cited sentences, sober
/// words, and the mark of AI-made text.
struct TextRules {
    private(set) var findings: [Finding] = []

    init(_ file: ArticleFile) {
        for line in file.body { checkMarkup(line) }
        for line in file.prose { checkPunctuation(line) }
        checkSpacing(file)
        checkCitations(file)
        checkStyle(file)
        checkMark(file)
    }

    private mutating func checkMarkup(_ line: ArticleFile.Line) {
        if let tag = firstTag(in: line.text), !tag.hasPrefix("<http") {
            find("text.html", .hard, line, "raw HTML \(tag) can swallow what follows it")
        }
        if line.text.contains("{{<") || line.text.contains("{{%") {
            find("text.shortcode", .hard, line, "Hugo runs this as a shortcode")
        }
        let words = line.text.split(separator: " ")
        if !words.isEmpty,
            words.allSatisfy({ $0.hasPrefix("#") && $0.count > 1 && !$0.hasPrefix("##") })
        {
            find("text.tags", .form, line, "tags belong into the front matter")
        }
        let plain = ArticleFile.plain(line.text)
        for finding in formFindings(in: plain, place: .line(line.number, column: 1))
        where ["text.residue", "text.control", "language.traditional"].contains(finding.rule) {
            findings.append(finding)
        }
    }

    private mutating func checkPunctuation(_ line: ArticleFile.Line) {
        let characters = Array(ArticleFile.plain(line.text))
        for index in characters.indices.dropFirst()
        where ",;!?".contains(characters[index]) && isHan(characters[index - 1]) {
            find(
                "punctuation.half_width", .form, line,
                "half-width \(characters[index]) behind \(characters[index - 1])")
            return
        }
    }

    /// A space between Han and Latin letters or digits everywhere, or nowhere.
    private mutating func checkSpacing(_ file: ArticleFile) {
        var (spaced, tight, firstTight) = (0, 0, 0)
        for line in file.prose {
            let characters = Array(ArticleFile.plain(line.text))
            for index in characters.indices.dropFirst() {
                let (before, here) = (characters[index - 1], characters[index])
                if isHan(before) && isNarrow(here) || isNarrow(before) && isHan(here) {
                    tight += 1
                    if firstTight == 0 { firstTight = line.number }
                } else if here == " ", index + 1 < characters.count,
                    isHan(before) && isNarrow(characters[index + 1])
                        || isNarrow(before) && isHan(characters[index + 1])
                {
                    spaced += 1
                }
            }
        }
        if min(spaced, tight) * 50 > spaced + tight {
            findings.append(
                Finding(
                    "spacing.mixed", .form, line: firstTight,
                    "\(spaced) places have a space between Han and Latin, \(tight) have none"))
        }
    }

    private mutating func checkCitations(_ file: ArticleFile) {
        var isSummary = false
        var (sentences, cited) = (0, 0)
        for line in file.body {
            if line.text.hasPrefix("#") { isSummary = line.text.lowercased().contains("tl;dr") }
            guard !isSummary, file.prose.contains(where: { $0.number == line.number }) else {
                continue
            }
            for sentence in line.text.split(whereSeparator: { "。！？".contains($0) })
            where sentence.hanCount > 4 {
                sentences += 1
                if sentence.contains("[^") { cited += 1 }
            }
        }
        if cited * 2 < sentences {
            findings.append(
                Finding(
                    "footnote.few", .hard, line: file.prose.first?.number ?? 1,
                    "\(cited) of \(sentences) sentences are cited"))
        }
    }

    private mutating func checkStyle(_ file: ArticleFile) {
        let text = file.prose.map(\.text).joined(separator: "\n")
        let hype = hypeWords.reduce(0) { $0 + text.ranges(of: $1).count }
        if hype > max(2, 2 * text.hanCount / 1000) {
            findings.append(
                Finding(
                    "style.hype", .form, line: file.prose.first?.number ?? 1,
                    "\(hype) words of praise or alarm in \(text.hanCount) Han; at most 2 in 1,000"))
        }
        let shapes = ["不仅", "这表明", "这意味着", "随着", "综上所述"].reduce(0) {
            $0 + text.ranges(of: $1).count
        }
        if shapes > 2 {
            findings.append(
                Finding(
                    "style.template", .form, line: file.prose.first?.number ?? 1,
                    "\(shapes) stock phrases such as 不仅……也; at most 2 in an article"))
        }
    }

    private mutating func checkMark(_ file: ArticleFile) {
        let isMarked =
            file.body.contains { $0.text.contains("人工智能") && $0.text.contains("生成") }
            && file.body.contains { $0.text.hasPrefix("*本文由人工智能") }
        if !isMarked || file.frontMatter?["aigc"] == nil {
            findings.append(
                Finding(
                    "aigc.missing", .hard, line: file.body.last?.number ?? 1,
                    "AI-made text needs a visible Chinese label line and the key aigc (GB 45438)"))
        }
    }

    private mutating func find(
        _ rule: String, _ severity: Finding.Severity, _ line: ArticleFile.Line, _ message: String
    ) {
        findings.append(Finding(rule, severity, line: line.number, message))
    }
}

private let hypeWords = [
    "震惊", "惊呆", "炸裂", "重磅", "无疑", "惊人", "彰显", "凸显", "卓越", "深远", "新范式", "标志着", "掀起",
    "备受", "里程碑", "令人惊叹", "颠覆", "史无前例",
]

private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first?.isHan == true
}

private func isNarrow(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return scalar.isLatin || scalar.isDigit
}
