package import Domain
import Foundation

/// What an article's bytes are made from besides its sentences with their evidence and its sources.
struct Recipe: Codable, Equatable {
    var title: String
    var tldr: [String]
    var slug: String
    var keywords: [String]
    /// Of each paragraph.
    var headings: [String]
    var kind: ArticleKind
    var tags: [String]
    var categories: [String]
    var author: String
    /// Milliseconds since 1970.
    var date: Int
    var zone: String
    var isDraft: Bool
    var score: Int?
    var producer: Article.Producer
    var isReviewed: Bool
    var cover: Article.Cover?

    init(_ article: Article) {
        title = article.draft.title
        tldr = article.draft.tldr
        slug = article.draft.slug
        keywords = article.draft.keywords
        headings = article.draft.paragraphs.map(\.heading)
        kind = article.kind
        tags = article.tags
        categories = article.categories
        author = article.author
        date = Int((article.date.timeIntervalSince1970 * 1000).rounded())
        zone = article.zone.identifier
        isDraft = article.isDraft
        score = article.score
        producer = article.producer
        isReviewed = article.isReviewed
        cover = article.cover
    }

    /// JSON, the same for the same article.
    var json: String {
        get throws(CompileError) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            do {
                return String(decoding: try encoder.encode(self), as: UTF8.self)
            } catch {
                throw .recipe("\(error)")
            }
        }
    }
}

extension Article {
    /// The article of a recipe that `compile` gave, with what the ledger keeps beside it: the
    /// sentences by paragraph, and the story's sources.
    package init(
        story: String, recipe: String, sentences: [[ProvenDraft.Sentence]], sources: [Source]
    ) throws(CompileError) {
        let known: Recipe
        do {
            known = try JSONDecoder().decode(Recipe.self, from: Data(recipe.utf8))
        } catch {
            throw .recipe("\(error)")
        }
        guard known.headings.count == sentences.count, let zone = TimeZone(identifier: known.zone)
        else { throw .recipe("it does not fit its sentences") }
        self.init(
            story: story,
            draft: ProvenDraft(
                title: known.title, tldr: known.tldr, slug: known.slug, keywords: known.keywords,
                paragraphs: zip(known.headings, sentences).map {
                    ProvenDraft.Paragraph(heading: $0, sentences: $1)
                }),
            kind: known.kind, sources: sources, tags: known.tags, categories: known.categories,
            author: known.author, date: Date(timeIntervalSince1970: Double(known.date) / 1000),
            zone: zone, isDraft: known.isDraft, score: known.score, producer: known.producer,
            isReviewed: known.isReviewed, cover: known.cover)
    }
}
