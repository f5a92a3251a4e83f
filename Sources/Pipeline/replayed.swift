package import Domain
package import Ledger
import Publishing

/// Why an article cannot be made again.
package enum ReplayError: Error, Equatable {
    case noArticle(story: String)
    /// It was written before recipes were kept.
    case noRecipe(story: String)
    case different(story: String, made: String, stored: String)
}

/// The bytes of a story's article, made anew from its rows in the ledger: its sentences and evidence,
/// its sources, its recipe and layout. Throws when they are not those that were published.
package func replayed(_ story: String, from ledger: Ledger) async throws -> [UInt8] {
    guard let record = try await ledger.article(of: story) else {
        throw ReplayError.noArticle(story: story)
    }
    guard let recipe = record.recipe else { throw ReplayError.noRecipe(story: story) }
    let article = try Article(
        story: story, recipe: recipe.text, sentences: try await ledger.sentences(of: story),
        sources: try await ledger.sources(of: story))
    let compiled = try compile(article, layout: Layout(recipe.layout, from: "the ledger"))
    guard compiled.sha256 == record.sha256 else {
        throw ReplayError.different(
            story: story, made: compiled.sha256, stored: record.sha256)
    }
    return compiled.bytes
}

extension ReplayError: Failure {
    package var description: String {
        switch self {
        case .noArticle(let story): "story \(story) has no article"
        case .noRecipe(let story):
            "the article of story \(story) was made by a program that kept no recipe of it"
        case .different(let story, let made, let stored):
            "the rows of story \(story) make the bytes \(made.prefix(12)), but \(stored.prefix(12)) "
                + "were published: another program made them, or the ledger was changed"
        }
    }

    package var remedy: Remedy { .discard }
}
