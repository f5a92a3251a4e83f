import Domain
import Foundation

extension Feed {
    /// Takes what an element of the channel says of the feed itself.
    mutating func take(_ element: FeedReader.Open, parent: String?) {
        guard ["channel", "feed", "author", "skiphours", "skipdays"].contains(parent) else {
            return
        }
        let text = String(decoding: element.text, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        switch element.name {
        case "title", "dc:title": title = title ?? plainTitle(text)
        case "description", "subtitle", "tagline": subtitle = subtitle ?? plainTitle(text)
        case "link": takeLink(element, text)
        case "id": id = text
        case "language", "dc:language": language = language ?? (text.isEmpty ? nil : text)
        case "managingeditor", "dc:creator", "itunes:author", "name":
            author = author ?? plainTitle(text)
        case "pubdate", "dc:date", "published": published = published ?? entryDate(text)
        case "lastbuilddate", "updated", "modified": updated = updated ?? entryDate(text)
        case "ttl": cadence.interval = Int(text).map { .seconds(60 * min(max($0, 0), 10_080)) }
        case "hour": if let hour = Int(text) { cadence.skippedHours.insert(hour % 24) }
        case "day": if let day = Self.days[text.lowercased()] { cadence.skippedDays.insert(day) }
        default: break
        }
    }

    private mutating func takeLink(_ element: FeedReader.Open, _ text: String) {
        guard let href = element["href"] else {
            link = link ?? element.links.resolve(text)
            return
        }
        switch element["rel"] ?? "alternate" {
        case "alternate": link = element.links.resolve(href) ?? link
        case "self": selfLink = element.links.resolve(href)
        default: break
        }
    }

    private static let days = [
        "sunday": 1, "monday": 2, "tuesday": 3, "wednesday": 4, "thursday": 5, "friday": 6,
        "saturday": 7,
    ]
}
