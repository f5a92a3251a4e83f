package import Domain

/// What became of a search: "nothing found" and "not let in" are different things.
package enum SearchOutcome: Sendable, Equatable {
    case results([Snippet])
    case noResults
    /// A bot wall, a consent page, or engines that do not answer.
    case blocked(String)
    /// Asked too often, or the plan is used up.
    case throttled(Duration?)
    /// By the status that said so.
    case badKey(Int)
    /// The instance does not offer the form that was asked for.
    case notEnabled
    case broken(String)

    package var snippets: [Snippet] {
        if case .results(let snippets) = self { snippets } else { [] }
    }

    package var isFailure: Bool { pause != nil }

    /// How long the provider is passed over; nil after an answer.
    package var pause: Duration? {
        switch self {
        case .results, .noResults: nil
        case .blocked, .badKey, .notEnabled: .seconds(3600)
        case .throttled(let wait): wait ?? .seconds(3600)
        case .broken: .seconds(600)
        }
    }
}

extension SearchOutcome: CustomStringConvertible {
    package var description: String {
        switch self {
        case .results(let snippets): "\(snippets.count) results"
        case .noResults: "no results"
        case .blocked(let reason): "blocked: \(reason)"
        case .throttled(let wait):
            "throttled" + (wait.map { " for \($0.components.seconds) s" } ?? "")
        case .badKey(let status): "bad key: it answered \(status); check the provider's key"
        case .notEnabled:
            "not enabled: it answered 403; add json to search.formats in SearXNG's settings.yml"
        case .broken(let reason): "broken: \(reason)"
        }
    }
}
