/// The paragraphs of a page's article, separated by empty lines; empty when none stands out.
///
/// Every paragraph of prose speaks for the elements around it, the nearer the louder; the element
/// with the most votes holds the article. What has the marks of furniture is left out first; when
/// that leaves too little, it was named wrongly and is let in.
func mainText(of tree: PageTree) -> String {
    var best = ""
    for allowance in ArticleFinder.Allowance.allCases {
        let text = ArticleFinder(tree, allowance).text
        if weight(of: text) >= 300 { return text }
        // A notice is not better than an article of a line or two.
        if best.isEmpty || weight(of: text) > max(250, weight(of: best) * 2) { best = text }
    }
    return best
}

/// Letters, a Han character counting for two and a half.
private func weight(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2e80 ? 5 : 2) } / 2
}
