package import Domain

/// An article as its rules of form read it, whether it is a draft or a file; each piece says where
/// it stands.
package struct ArticleText: Sendable {
    package struct Piece: Sendable {
        package var text: String
        package var place: Place

        package init(_ text: String, _ place: Place) {
            self.text = text
            self.place = place
        }
    }

    package struct Paragraph: Sendable {
        /// Nil when it continues the section before it.
        package var heading: Piece?
        package var sentences: [Piece]

        package init(heading: Piece?, sentences: [Piece]) {
            self.heading = heading
            self.sentences = sentences
        }

        var text: String { sentences.map(\.text).joined() }
    }

    package var title: Piece
    package var summary: [Piece]
    /// The lead first.
    package var paragraphs: [Paragraph]
    package var keywords: [Piece]
    /// With sections and a closing one; a brief has neither.
    package var isFull: Bool

    package init(
        title: Piece, summary: [Piece], paragraphs: [Paragraph], keywords: [Piece], isFull: Bool
    ) {
        self.title = title
        self.summary = summary
        self.paragraphs = paragraphs
        self.keywords = keywords
        self.isFull = isFull
    }

    /// The body without headings.
    package var body: String { paragraphs.map(\.text).joined() }

    var sentences: [Piece] { paragraphs.flatMap(\.sentences) }

    /// The paragraphs of the last section of a full article.
    var closing: [Paragraph] {
        guard isFull, let first = paragraphs.lastIndex(where: { $0.heading != nil }), first > 0
        else { return [] }
        return Array(paragraphs[first...])
    }
}
