package import Domain

/// Why the bytes of a feed are not a feed.
package enum FeedError: Error, Equatable {
    case empty(url: String)
    /// A web page; `feeds` are what it names as its feeds.
    case page(url: String, feeds: [String])
    case notAFeed(url: String, root: String)
    case notText(url: String)
    case malformed(url: String, line: Int, reason: String)
    /// Deeper, or with more attributes or entities, than any feed has reason to be.
    case hostile(url: String, reason: String)
}

extension FeedError: Failure {
    package var description: String {
        switch self {
        case .empty(let url): "\(url) answered with nothing; the feed keeps what it had"
        case .page(let url, let feeds):
            "\(url) is a web page, not a feed"
                + (feeds.first.map { "; the feed it names is \($0)" }
                    ?? "; name the feed's own address in feeds.yaml")
        case .notAFeed(let url, let root):
            "\(url) is no feed: its root is <\(root)>; name the feed's own address in feeds.yaml"
        case .notText(let url): "\(url) is neither XML nor JSON; check its address"
        case .malformed(let url, let line, let reason):
            "cannot read \(url): \(reason) at line \(line)"
        case .hostile(let url, let reason): "refused \(url): \(reason)"
        }
    }

    package var remedy: Remedy { .retry(after: nil) }
}
