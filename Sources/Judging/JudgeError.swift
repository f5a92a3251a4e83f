package import Domain

/// Why an answer of a judge is not believed.
package enum JudgeError: Error, Equatable {
    /// It is no object of the form asked for.
    case malformed(reason: String)
    /// Claims are missing, doubled, or were never asked about.
    case otherClaims
    /// A claim whose truth is known was judged wrongly.
    case canary(isTrue: Bool, verdict: String)
}

extension JudgeError: Failure {
    package var description: String {
        switch self {
        case .malformed(let reason): "the judge's answer has not the form asked for: \(reason)"
        case .otherClaims: "the judge answered for other claims than it was asked about"
        case .canary(let isTrue, let verdict):
            "the judge called a \(isTrue ? "true" : "false") claim \(verdict), made to test it"
        }
    }

    package var remedy: Remedy { .retry(after: nil) }
}
