package import Domain

/// What the sources carry: a full article, a brief, or nil for none at all.
///
/// An article is at most 0.8 of its sources, and a full one wants more to choose from than it
/// needs at least.
package func articleKind(for sources: [Source]) -> ArticleKind? {
    let characters = sources.reduce(0) { $0 + $1.text.count }
    let share = 0.8 * Double(characters)
    if characters < 400 { return nil }
    return share >= Double(ArticleKind.full.words.lowerBound) * 1.6 ? .full : .brief
}

extension ArticleKind {
    /// Words of the body, by Hugo's rule for Chinese.
    package var words: ClosedRange<Int> {
        switch self {
        case .full: 600...1800
        case .brief: 150...400
        }
    }
}
