package import Domain
package import Foundation

/// A verified draft with everything its file says.
package struct Article: Sendable {
    package var story: String
    package var draft: ProvenDraft
    package var kind: ArticleKind
    /// All sources of the story; those that are cited get footnotes.
    package var sources: [Source]
    package var tags: [String]
    package var categories: [String]
    package var author: String
    /// When it is first published, and when its bytes are committed to the ledger.
    package var date: Date
    package var zone: TimeZone
    package var isDraft: Bool
    package var score: Int?
    package var producer: Producer
    /// A person approved it.
    package var isReviewed: Bool

    /// An image of a cited source, where the settings allow one.
    package var cover: Cover?

    package struct Cover: Sendable, Equatable, Codable {
        /// http(s).
        package var image: String
        /// Whose it is: shown in place of the image, and to who cannot see it.
        package var credit: String

        package init(image: String, credit: String) {
            self.image = image
            self.credit = credit
        }
    }

    package struct Producer: Sendable, Equatable, Codable {
        package var program: String
        package var version: String
        package var model: String

        package init(program: String, version: String, model: String) {
            self.program = program
            self.version = version
            self.model = model
        }
    }

    package init(
        story: String, draft: ProvenDraft, kind: ArticleKind, sources: [Source], tags: [String],
        categories: [String], author: String, date: Date, zone: TimeZone, isDraft: Bool = false,
        score: Int? = nil, producer: Producer, isReviewed: Bool = false,
        cover: Cover? = nil
    ) {
        self.story = story
        self.draft = draft
        self.kind = kind
        self.sources = sources
        self.tags = tags
        self.categories = categories
        self.author = author
        self.date = date
        self.zone = zone
        self.isDraft = isDraft
        self.score = score
        self.producer = producer
        self.isReviewed = isReviewed
        self.cover = cover
    }
}

/// The file of an article.
package struct CompiledArticle: Sendable, Equatable {
    /// Relative to the content directory.
    package var path: String
    package var bytes: [UInt8]
    package var sha256: String
    /// Numbers of the cited sources, by label from 1.
    package var cited: [Int]
    package var sourceURL: String
    package var wordCount: Int
    /// With it, the sentences and the sources, the same bytes can be made again.
    package var recipe: String
}
