package import Domain
package import Foundation

/// What is wrong with a Markdown file of an article, ours or another's: footnotes, front matter,
/// form. Findings stand in the order of the file. A date behind `now` is in the future; nil leaves
/// that out.
package func checkFile(_ text: String, now: Date? = nil) -> [Finding] {
    let file = ArticleFile(text)
    let findings =
        FootnoteRules(file).findings + FrontMatterRules(file, now: now).findings
        + TextRules(file).findings
    return findings.sorted { $0.place.position < $1.place.position }
}

/// The same by the rules of footnotes and front matter alone, which hold whatever the text says.
package func checkFrame(_ text: String) -> [Finding] {
    let file = ArticleFile(text)
    return FootnoteRules(file).findings + FrontMatterRules(file, now: nil).findings
}

extension Place {
    fileprivate var position: (Int, Int) {
        if case .line(let line, let column) = self { (line, column) } else { (0, 0) }
    }
}
