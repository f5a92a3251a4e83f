import Domain
import Foundation

/// The members of JSON Feed 1.1 that we keep; a member of a wrong type counts as missing.
func readJSONFeed(_ text: [UInt8], url: String) throws(FeedError) -> Feed {
    let object = try? JSONSerialization.jsonObject(with: Data(text)) as? [String: Any]
    guard let object else { throw .malformed(url: url, line: 1, reason: "broken JSON") }
    guard let version = object["version"] as? String, version.contains("jsonfeed"),
        let items = object["items"] as? [[String: Any]]
    else { throw .notAFeed(url: url, root: "{}") }
    let base = FeedLinks(base: url)
    return Feed(
        format: .jsonFeed, id: object["feed_url"] as? String, title: plain(object["title"]),
        subtitle: plain(object["description"]), link: base.resolve(object["home_page_url"]),
        selfLink: base.resolve(object["feed_url"]), author: author(object),
        language: object["language"] as? String,
        entries: items.compactMap { entry($0, base) })
}

private func entry(_ item: [String: Any], _ base: FeedLinks) -> Entry? {
    let link = base.resolve(item["url"]) ?? base.resolve(item["external_url"])
    let title = plain(item["title"])
    let id =
        (item["id"] as? String) ?? (item["id"] as? NSNumber)?.stringValue ?? link
        ?? title.map { SHA256.hexDigest($0.utf8) }
    guard let id, !id.isEmpty else { return nil }
    let attachments = item["attachments"] as? [[String: Any]] ?? []
    return Entry(
        id: id, title: title, link: link, author: author(item),
        published: (item["date_published"] as? String).flatMap(writtenDate),
        updated: (item["date_modified"] as? String).flatMap(writtenDate),
        language: item["language"] as? String, summary: item["summary"] as? String,
        content: item["content_html"] as? String
            ?? (item["content_text"] as? String).map(escapedParagraphs),
        image: base.resolve(item["image"]) ?? base.resolve(item["banner_image"]),
        enclosures: attachments.compactMap { attachment in
            base.resolve(attachment["url"]).map {
                Enclosure(
                    url: $0, mediaType: attachment["mime_type"] as? String,
                    length: attachment["size_in_bytes"] as? Int)
            }
        },
        categories: item["tags"] as? [String] ?? [])
}

private func author(_ object: [String: Any]) -> String? {
    let first = (object["authors"] as? [[String: Any]])?.first ?? object["author"] as? [String: Any]
    return plain(first?["name"])
}

private func plain(_ value: Any?) -> String? {
    (value as? String).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        .flatMap { $0.isEmpty ? nil : $0 }
}

/// Plain text as the HTML that an entry's content is.
private func escapedParagraphs(_ text: String) -> String {
    text.split(separator: "\n\n").map { paragraph in
        let escaped = paragraph.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<p>\(escaped)</p>"
    }.joined()
}
