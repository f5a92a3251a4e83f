package import Domain
import Editing
import Foundation
import Yams

/// What is wrong with a Markdown file of an article, ours or another's: footnotes, front matter,
/// form. Findings stand in the order of the file.
package func checkFile(_ text: String) -> [Finding] {
    let file = ArticleFile(text)
    var findings = FootnoteRules(file).findings + FrontMatterRules(file).findings
    findings += TextRules(file).findings
    return findings.sorted { $0.place.position < $1.place.position }
}

extension Place {
    fileprivate var position: (Int, Int) {
        if case .line(let line, let column) = self { (line, column) } else { (0, 0) }
    }
}

extension Finding {
    init(_ rule: String, _ severity: Severity, line: Int, column: Int = 1, _ message: String) {
        self.init(
            rule: rule, severity: severity, place: .line(line, column: column), message: message)
    }
}
