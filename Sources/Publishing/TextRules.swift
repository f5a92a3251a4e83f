import Domain
import Editing
import Foundation
import Yams

/// The rules of the text: form of every line and of the article, no markup that is not ours, one
/// style of spacing, cited sentences, and the mark of AI-made text.
struct TextRules {
    private(set) var findings: [Finding] = []

    init(_ file: ArticleFile) {
        let prose = Set(file.prose.map(\.number))
        for line in file.body { checkForm(line, isProse: prose.contains(line.number)) }
        findings += articleFindings(of: file.article)
        checkSpacing(file)
        checkCitations(file)
        checkMark(file)
    }

    private mutating func checkForm(_ line: ArticleFile.Line, isProse: Bool) {
        let words = line.text.split(separator: " ")
        if !words.isEmpty,
            words.allSatisfy({ $0.hasPrefix("#") && $0.count > 1 && !$0.hasPrefix("##") })
        {
            findings.append(
                FormRule.tags.finding(
                    .line(line.number, column: 1), "tags belong into the front matter"))
        }
        let plain = PlainLine(line)
        for flaw in flaws(in: plain.text) {
            guard isProse ? !Self.unjudged.contains(flaw.rule) : Self.anywhere.contains(flaw.rule),
                // An address in <…> is no tag.
                flaw.rule != .html || !line.text.contains("<http")
            else { continue }
            // The space before a marker is a finding of the footnotes.
            if flaw.rule == .straySpace, plain.isBeforeMarker(flaw.offset) { continue }
            findings.append(
                flaw.finding(.line(line.number, column: plain.column(flaw.offset))))
        }
    }

    /// A file may have its own style of spacing, as long as it is one.
    private static let unjudged: Set<FormRule> = [.spacing]
    /// What must stand in no line, prose or not.
    private static let anywhere: Set<FormRule> = [
        .html, .shortcode, .residue, .control, .traditional,
    ]

    /// A space between Han and Latin letters or digits everywhere, or nowhere.
    private mutating func checkSpacing(_ file: ArticleFile) {
        var (spaced, tight, firstTight) = (0, 0, 0)
        for line in file.prose {
            let text = PlainLine(line).characters
            for index in text.indices.dropFirst() {
                let (before, here) = (text[index - 1], text[index])
                if isBorder(before, here) {
                    tight += 1
                    if firstTight == 0 { firstTight = line.number }
                } else if here == " ", index + 1 < text.count, isBorder(before, text[index + 1]) {
                    spaced += 1
                }
            }
        }
        if min(spaced, tight) * 50 > spaced + tight {
            findings.append(
                FormRule.mixedSpacing.finding(
                    .line(firstTight, column: 1),
                    "\(spaced) places have a space between Han and Latin, \(tight) have none"))
        }
    }

    private mutating func checkCitations(_ file: ArticleFile) {
        var isSummary = false
        var (sentences, cited) = (0, 0)
        let prose = Set(file.prose.map(\.number))
        for line in file.body {
            if line.text.hasPrefix("#") { isSummary = line.text.lowercased().contains("tl;dr") }
            guard !isSummary, prose.contains(line.number) else { continue }
            let spoken = spokenSentences(of: line.text)
            sentences += spoken.all
            cited += spoken.cited
        }
        if cited * 2 < sentences {
            findings.append(
                Finding(
                    .few, line: file.prose.first?.number ?? 1,
                    "\(cited) of \(sentences) sentences are cited"))
        }
    }

    private mutating func checkMark(_ file: ArticleFile) {
        let isMarked = file.body.contains { $0.text.hasPrefix("*本文由人工智能") }
        if !isMarked || file.frontMatter?["aigc"] == nil {
            findings.append(
                Finding(
                    .mark, line: file.body.last?.number ?? 1,
                    "AI-made text needs a visible Chinese label line and the key aigc (GB 45438)"))
        }
    }
}

private func isBorder(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    one.isHan && other.isNarrow || one.isNarrow && other.isHan
}
