package import Domain

/// Why a file did not get its place.
package enum PublishError: Error, Equatable {
    /// Another file, of other bytes, has the name.
    case pathTaken(path: String)
    /// The content directory, or one on the way to the file, is not there or is a link.
    case noDirectory(path: String, reason: String)
    case full(path: String)
    case denied(path: String, reason: String)
    case failed(path: String, call: String, reason: String)
}

extension PublishError: Failure {
    package var description: String {
        switch self {
        case .pathTaken(let path): "path taken: another file stands at \(path)"
        case .noDirectory(let path, let reason):
            "cannot use the directory \(path): \(reason); create it, or correct site.content"
        case .full(let path): "no space left to write \(path); free some"
        case .denied(let path, let reason):
            "cannot write \(path): \(reason); give caibian the right to write there"
        case .failed(let path, let call, let reason): "cannot write \(path): \(call): \(reason)"
        }
    }

    package var remedy: Remedy {
        switch self {
        case .pathTaken: .discard
        case .full, .denied, .noDirectory: .mend
        case .failed: .retry(after: nil)
        }
    }
}
