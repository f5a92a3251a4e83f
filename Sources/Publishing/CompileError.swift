package import Domain

/// Why a verified draft cannot become a file.
package enum CompileError: Error, Equatable {
    case frontMatter(String)
    case nothingCited
    case badLayout(path: String, reason: String)
    /// What the ledger keeps of an article does not make one.
    case recipe(String)
}

extension CompileError: Failure {
    package var description: String {
        switch self {
        case .frontMatter(let reason): "cannot write the front matter: \(reason)"
        case .nothingCited: "the article cites no source"
        case .recipe(let reason): "cannot make the article again from the ledger: \(reason)"
        case .badLayout(let path, let reason): "cannot use the layout \(path): \(reason)"
        }
    }

    package var remedy: Remedy {
        switch self {
        case .frontMatter, .nothingCited, .recipe: .discard
        case .badLayout: .mend
        }
    }
}
