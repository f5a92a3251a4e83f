import Domain
import Ledger
import Publishing

extension Line {
    /// Puts the stored bytes of an article in place, exactly once. Recovery after a crash is the
    /// same call: the bytes are those of the verdict, and no model is asked again.
    func publish(_ story: Story) async throws {
        guard let article = try await ledger.article(of: story.id) else {
            return try await rest(
                story, as: .dead(reason: "approved without an article: the ledger is damaged"))
        }
        if let other = site.file(of: story.id), other != article.path {
            return try await rest(
                story,
                as: .held(
                    reason: "path taken: \(other) tells this story already; move it away and "
                        + "retry, or reject the story"))
        }
        do throws(PublishError) {
            try site.publish(article.bytes, at: article.path, sha256: article.sha256)
        } catch .pathTaken {
            return try await rest(
                story,
                as: .held(
                    reason: "path taken: another file stands at \(article.path); move it away and "
                        + "retry, or reject the story"))
        }
        try await ledger.settlePublished(story, now: effects.now())
        report(.reached(story: story.id, .published, detail: article.path))
    }
}
