/// The vocabularies that feeds are written in.
enum Namespace {
    /// The element's name with the prefix that its vocabulary usually has; lower case. RSS and Atom
    /// themselves have none.
    static func qualified(_ local: String, prefix: String?, uri: String?) -> String {
        let local = local.lowercased()
        let prefix = uri.map(self.prefix(of:)) ?? prefix?.lowercased() ?? ""
        return prefix.isEmpty ? local : "\(prefix):\(local)"
    }

    private static func prefix(of uri: String) -> String {
        let key = uri.lowercased()
        return known.first { key.hasPrefix($0.uri) }?.prefix ?? uri
    }

    private static let known: [(uri: String, prefix: String)] = [
        ("http://www.w3.org/2005/atom", ""), ("http://purl.org/atom/ns", ""),
        ("http://purl.org/rss/1.0/modules/content", "content"),
        ("http://purl.org/rss/1.0/modules/syndication", "sy"),
        ("http://purl.org/rss/1.0", ""), ("http://my.netscape.com/", ""),
        ("http://channel.netscape.com/", ""), ("http://backend.userland.com/", ""),
        ("http://blogs.law.harvard.edu/", ""), ("http://purl.org/net/rss", ""),
        ("http://purl.org/dc/elements", "dc"), ("http://purl.org/dc/terms", "dcterms"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
        ("http://search.yahoo.com/mrss", "media"),
        ("http://www.itunes.com/", "itunes"), ("https://www.itunes.com/", "itunes"),
        ("http://www.w3.org/1999/xhtml", "xhtml"),
    ]

    /// Elements whose text we keep; what stands inside them is markup.
    static let fields: Set<String> = [
        "title", "link", "description", "guid", "id", "pubdate", "lastbuilddate", "managingeditor",
        "category", "language", "ttl", "hour", "day", "content", "summary",
        "subtitle", "tagline", "published", "updated", "modified", "issued", "created", "name",
        "email", "url", "comments", "content:encoded", "xhtml:body", "dc:creator", "dc:date",
        "dc:subject", "dc:title", "dc:description", "dc:language", "dcterms:created",
        "dcterms:issued", "dcterms:modified", "media:title", "media:description",
        "itunes:author", "itunes:summary", "itunes:subtitle", "sy:updateperiod",
        "sy:updatefrequency",
    ]
}
