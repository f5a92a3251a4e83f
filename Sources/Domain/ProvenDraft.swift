/// A draft whose every sentence carries evidence that was found in its sources.
package struct ProvenDraft: Sendable, Equatable {
    package var title: String
    package var tldr: [String]
    package var slug: String
    package var keywords: [String]
    package var paragraphs: [Paragraph]

    package init(
        title: String, tldr: [String], slug: String, keywords: [String], paragraphs: [Paragraph]
    ) {
        self.title = title
        self.tldr = tldr
        self.slug = slug
        self.keywords = keywords
        self.paragraphs = paragraphs
    }

    package struct Paragraph: Sendable, Equatable {
        /// Empty when it continues the section before it.
        package var heading: String
        package var sentences: [Sentence]

        package init(heading: String, sentences: [Sentence]) {
            self.heading = heading
            self.sentences = sentences
        }
    }

    package struct Sentence: Sendable, Equatable {
        package var text: String
        /// One or two, in the order in which the sentence uses them.
        package var evidence: [Evidence]

        package init(text: String, evidence: [Evidence]) {
            self.text = text
            self.evidence = evidence
        }
    }
}
