package import Domain
import Editing
import Yams

/// A sentence of an article's file with the addresses of its footnotes.
package struct CitedSentence: Sendable, Equatable {
    package var text: String
    package var place: Place
    package var urls: [String]
}

/// The sentences of a file's body, TL;DR apart, and the story that it says it was made of.
package func citedSentences(of text: String) -> (story: String?, sentences: [CitedSentence]) {
    let file = ArticleFile(text)
    let urls = Dictionary(
        file.definitions.compactMap { definition in
            definition.url.map { (definition.label, $0) }
        }, uniquingKeysWith: { first, _ in first })
    var sentences: [CitedSentence] = []
    for paragraph in file.article.paragraphs {
        for (index, sentence) in paragraph.sentences.enumerated() {
            guard case .line(let line, let column) = sentence.place else { continue }
            var end = Int.max
            if index + 1 < paragraph.sentences.count,
                case .line(_, let next) = paragraph.sentences[index + 1].place
            {
                end = next
            }
            // A marker behind a final digit stands behind the full stop, before the next sentence.
            let labels = file.markers.filter {
                $0.line == line && $0.column > column && $0.column < end
            }.map(\.content)
            sentences.append(
                CitedSentence(
                    text: sentence.text, place: sentence.place,
                    urls: labels.compactMap { urls[$0] }))
        }
    }
    return (file.frontMatter?["aigc"]?["content_id"]?.string, sentences)
}
