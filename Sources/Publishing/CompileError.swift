package import Domain

/// Why a verified draft cannot become a file.
package enum CompileError: Error, Equatable {
    case frontMatter(String)
    case nothingCited
    case badLayout(path: String, reason: String)
}

extension CompileError: Failure {
    package var description: String {
        switch self {
        case .frontMatter(let reason): "cannot write the front matter: \(reason)"
        case .nothingCited: "the article cites no source"
        case .badLayout(let path, let reason): "cannot use the layout \(path): \(reason)"
        }
    }

    package var remedy: Remedy {
        switch self {
        case .frontMatter, .nothingCited: .discard
        case .badLayout: .mend
        }
    }
}
