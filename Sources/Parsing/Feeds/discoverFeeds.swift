/// The feeds that a web page names as its own (`link rel="alternate"`), absolute, in its order.
package func discoverFeeds(inHTML text: [UInt8], url: String) -> [String] {
    guard text.count <= HTMLDocument.limit, HTMLDocument.refusal(of: text) == nil,
        let root = HTMLDocument(text)?.root
    else { return [] }
    let links = FeedLinks(base: url)
    var feeds: [String] = []
    root.descendants { element in
        guard element.name == "link", element["rel"]?.lowercased().contains("alternate") == true,
            let type = element["type"]?.lowercased(),
            ["rss", "atom", "feed+json", "rdf"].contains(where: type.contains),
            let feed = links.resolve(element["href"]), !feeds.contains(feed)
        else { return }
        feeds.append(feed)
    }
    return feeds
}
