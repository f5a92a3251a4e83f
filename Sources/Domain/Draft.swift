/// What a model returned, parsed and not yet trusted.
package struct Draft: Sendable, Equatable, Codable {
    /// In the order of the article; the first is the lead.
    package var paragraphs: [Paragraph]
    package var title: String
    package var tldr: [String]
    package var slug: String
    package var keywords: [String]

    package init(
        paragraphs: [Paragraph], title: String, tldr: [String], slug: String, keywords: [String]
    ) {
        self.paragraphs = paragraphs
        self.title = title
        self.tldr = tldr
        self.slug = slug
        self.keywords = keywords
    }

    package struct Paragraph: Sendable, Equatable, Codable {
        /// Empty when it continues the section before it.
        package var heading: String
        package var sentences: [Sentence]

        package init(heading: String, sentences: [Sentence]) {
            self.heading = heading
            self.sentences = sentences
        }
    }

    package struct Sentence: Sendable, Equatable, Codable {
        package var evidence: [Quotation]
        package var text: String

        package init(evidence: [Quotation], text: String) {
            self.evidence = evidence
            self.text = text
        }
    }

    /// What the model says a source says.
    package struct Quotation: Sendable, Equatable, Codable {
        /// A source's `id`.
        package var source: String
        package var span: String

        package init(source: String, span: String) {
            self.source = source
            self.span = span
        }
    }
}
