package import Domain
import Foundation

/// Reads a feed of any form: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x.
///
/// - Parameters:
///   - contentType: the header of the answer, for its charset.
///   - language: the `Content-Language` of the answer, which holds where the feed says nothing.
///   - url: the address that answered: relative links are resolved against it.
package func parseFeed(
    _ bytes: [UInt8], contentType: String?, language: String? = nil, url: String
) throws(FeedError) -> Feed {
    // Nearly every feed is well-formed UTF-8: the parser finds out while it reads.
    if let feed = try readWellFormedFeed(bytes, url: url, language: language) { return feed }
    let text = Charset.utf8(bytes, contentType: contentType)
    guard let first = text.first(where: { $0 > 32 }) else { throw .empty(url: url) }
    switch first {
    case UInt8(ascii: "{"): return try readJSONFeed(text, url: url)
    case UInt8(ascii: "<"): return try readBrokenFeed(text, url: url, language: language)
    default: throw .notText(url: url)
    }
}
