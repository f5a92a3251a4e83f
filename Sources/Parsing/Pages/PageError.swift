package import Domain

/// Why a page has no text to cite.
package enum PageError: Error, Equatable {
    case notHTML(url: String, contentType: String)
    case empty(url: String)
    case tooLarge(url: String, bytes: Int)
    case hostile(url: String, reason: String)
    /// Nothing but navigation, scripts or a notice.
    case noText(url: String)
}

extension PageError: Failure {
    package var description: String {
        switch self {
        case .notHTML(let url, let contentType): "\(url) is \(contentType), not a web page"
        case .empty(let url): "\(url) answered with nothing"
        case .tooLarge(let url, let bytes):
            "\(url) has \(bytes) bytes, more than a page of text has"
        case .hostile(let url, let reason): "refused \(url): \(reason)"
        case .noText(let url): "\(url) holds no text of an article"
        }
    }

    package var remedy: Remedy { .discard }
}
