package import Domain

/// What became of a search: "nothing found" and "not let in" are different things.
package enum SearchOutcome: Sendable, Equatable {
    case results([Snippet])
    case noResults
    /// A bot wall, a consent page, or engines that do not answer.
    case blocked(String)
    case throttled(Duration?)
    case badKey
    /// The instance does not offer the form that was asked for.
    case notEnabled
    case broken(String)

    package var snippets: [Snippet] {
        if case .results(let snippets) = self { snippets } else { [] }
    }

    package var isFailure: Bool {
        switch self {
        case .results, .noResults: false
        case .blocked, .throttled, .badKey, .notEnabled, .broken: true
        }
    }
}

extension SearchOutcome: CustomStringConvertible {
    package var description: String {
        switch self {
        case .results(let snippets): "\(snippets.count) results"
        case .noResults: "no results"
        case .blocked(let reason): "blocked: \(reason)"
        case .throttled(let wait): "throttled" + (wait.map { " for \($0)" } ?? "")
        case .badKey: "bad key: it answered 401; check the provider's key"
        case .notEnabled:
            "not enabled: it answered 403; add json to search.formats in SearXNG's settings.yml"
        case .broken(let reason): "broken: \(reason)"
        }
    }
}
