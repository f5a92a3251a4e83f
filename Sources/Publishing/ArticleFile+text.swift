import Domain
import Editing
import Foundation
import Yams

extension ArticleFile {
    /// The article that the file holds, as the rules of form read it.
    var article: ArticleText {
        var summary: [ArticleText.Piece] = []
        var paragraphs: [ArticleText.Paragraph] = []
        var heading: ArticleText.Piece?
        var isSummary = false
        let lines = Set(prose.map(\.number))
        for line in body {
            if line.text.hasPrefix("#"), !line.text.allSatisfy({ $0 == "#" }) {
                let text = Self.heading(line.text)
                isSummary = text.lowercased().contains("tl;dr") || ["提要", "摘要"].contains(text)
                heading = ArticleText.Piece(text, .line(line.number, column: 1))
            } else if lines.contains(line.number) {
                let sentences = PlainLine(line).sentences.map {
                    ArticleText.Piece($0.text, .line(line.number, column: $0.column))
                }
                if isSummary {
                    summary += sentences
                } else {
                    paragraphs.append(.init(heading: heading, sentences: sentences))
                    heading = nil
                }
            }
        }
        return ArticleText(
            title: title, summary: summary.isEmpty ? stated("summary") : summary,
            paragraphs: paragraphs, keywords: keywords,
            isFull: paragraphs.count(where: { $0.heading != nil }) > 2)
    }

    private static func heading(_ text: String) -> String {
        text.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
    }

    private var title: ArticleText.Piece {
        stated("title").first ?? ArticleText.Piece("", .line(1, column: 1))
    }

    private func stated(_ key: String) -> [ArticleText.Piece] {
        guard let node = frontMatter?[key], let text = node.string else { return [] }
        return [ArticleText.Piece(text, .line(line(of: node), column: 1))]
    }

    private var keywords: [ArticleText.Piece] {
        (frontMatter?["keywords"]?.sequence ?? []).compactMap { node in
            node.string.map { ArticleText.Piece($0, .line(line(of: node), column: 1)) }
        }
    }

    /// The YAML begins on the file's second line.
    private func line(of node: Node) -> Int { (node.mark?.line ?? 0) + 1 }
}
