package import Domain

/// Why a page has no text to cite.
package enum PageError: Error, Equatable {
    case notHTML(url: String, contentType: String)
    case empty(url: String)
    case tooLarge(url: String, bytes: Int)
    case hostile(url: String, reason: String)
    /// A riddle for browsers: the site wants no programs.
    case challenge(url: String)
    case consent(url: String)
    case login(url: String)
    /// No more than the beginning is to be had without paying.
    case paywall(url: String)
    /// An error page that answers as if it were none.
    case missing(url: String)
    /// Any status but that of a page.
    case refused(url: String, status: Int)
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
        case .challenge(let url): "\(url) answers programs with a challenge for browsers"
        case .consent(let url): "\(url) shows a notice of consent in place of the page"
        case .login(let url): "\(url) wants a login"
        case .paywall(let url): "\(url) is behind a paywall"
        case .missing(let url): "\(url) says that there is no such page"
        case .refused(let url, let status): "\(url) answered \(status)"
        case .noText(let url): "\(url) holds no text of an article"
        }
    }

    package var remedy: Remedy { .discard }
}
