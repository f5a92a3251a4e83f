package import Domain

/// Why an answer is no draft.
package enum DraftError: Error, Equatable {
    case noObject(beginning: String)
    case malformed(reason: String)
    case wrongType(path: String, expected: String)
    case missing(path: String)
    case tooLarge(bytes: Int)
}

extension DraftError: Failure {
    package var description: String {
        switch self {
        case .noObject(let beginning):
            "the model answered with text instead of a JSON object: \"\(beginning)\""
        case .malformed(let reason): "the model answered with broken JSON: \(reason)"
        case .wrongType(let path, let expected): "the draft's \(path) is not \(expected)"
        case .missing(let path): "the draft has no \(path)"
        case .tooLarge(let bytes): "the model answered with \(bytes) bytes"
        }
    }

    package var remedy: Remedy { .retry(after: nil) }
}
