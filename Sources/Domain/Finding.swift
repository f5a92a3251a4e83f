/// What a rule says of a place in a draft or an article.
package struct Finding: Sendable, Equatable {
    package enum Severity: String, Sendable, CaseIterable {
        /// The place must not be published as it stands.
        case hard
        /// A reason to ask a judge or a person; no proof.
        case soft
        /// Form or style: costs points, condemns nothing.
        case form
        /// Mended by a rule; recorded.
        case mended
    }

    /// Dotted and stable, such as `evidence.absent`: operators count by it and documents explain it.
    package var rule: String
    package var severity: Severity
    package var place: Place
    /// One English sentence: what is wrong, with the words concerned, and what would satisfy the rule.
    package var message: String

    package init(rule: String, severity: Severity, place: Place, message: String) {
        self.rule = rule
        self.severity = severity
        self.place = place
        self.message = message
    }
}

/// Where in a draft or a file a finding stands. Indices count from 0, lines and columns from 1.
package enum Place: Sendable, Hashable, CustomStringConvertible {
    case article
    case title
    case tldr(Int)
    case heading(paragraph: Int)
    case sentence(paragraph: Int, sentence: Int)
    case keyword(Int)
    case line(Int, column: Int)

    package var description: String {
        switch self {
        case .article: "article"
        case .title: "title"
        case .tldr(let index): "tldr[\(index)]"
        case .heading(let paragraph): "paragraphs[\(paragraph)].heading"
        case .sentence(let paragraph, let sentence):
            "paragraphs[\(paragraph)].sentences[\(sentence)]"
        case .keyword(let index): "keywords[\(index)]"
        case .line(let line, let column): "\(line):\(column)"
        }
    }
}
