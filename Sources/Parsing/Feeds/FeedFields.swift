import Domain
import Foundation

/// What the channel says of the feed itself, as it comes by.
struct FeedFields {
    private let format: Feed.Format
    private var id: String?
    private var title: String?
    private var titleRank = Int.max
    private var subtitle: String?
    private var otherSubtitle: String?
    var link: String?
    private var textLink: String?
    private var idLink: String?
    var selfLink: String?
    var hubLink: String?
    private var author: (name: String, rank: Int)?
    var language: String?
    private var published: Date?
    var updated: Date?
    private var cadence = Cadence()
    private var period: Int?
    private var frequency = 1

    init(format: Feed.Format) {
        self.format = format
    }

    var feed: Feed {
        var cadence = cadence
        if cadence.interval == nil, let period { cadence.interval = .seconds(period / frequency) }
        return Feed(
            format: format, id: id, title: title, subtitle: subtitle ?? otherSubtitle,
            link: link ?? textLink ?? idLink, selfLink: selfLink,
            hubLink: hubLink, author: author?.name,
            language: language, published: published, updated: updated, cadence: cadence)
    }

    mutating func take(_ element: FeedElement, _ text: FieldText, _ place: FieldPlace) {
        switch element {
        case .title, .otherTitle: takeTitle(element, text)
        case .subtitle, .description: if !text.isEmpty { subtitle = text.plain }
        case .otherSubtitle, .summary, .abstract:
            if !text.isEmpty { otherSubtitle = otherSubtitle ?? text.plain }
        case .link: textLink = place.links.resolve(text.link) ?? textLink
        case .guid:
            let raw = text.raw
            id = place.links.resolve(raw) ?? raw
            idLink = id
        case .language: if !text.isEmpty { language = text.raw }
        case .published: published = text.date ?? published
        case .updated, .date: updated = text.date ?? updated
        default: takeCadence(element, text.raw)
        }
    }

    mutating func takeAuthor(_ name: String, rank: Int) {
        if rank < author?.rank ?? Int.max { author = (name, rank) }
    }

    private mutating func takeTitle(_ element: FeedElement, _ text: FieldText) {
        let rank = element == .title ? 0 : 1
        let plain = text.plain
        guard rank < titleRank, title == nil || !plain.isEmpty else { return }
        (title, titleRank) = (plain, rank)
    }

    /// RSS 2.0 `ttl`, `skipHours` and `skipDays`; mod_syndication's period by frequency.
    private mutating func takeCadence(_ element: FeedElement, _ text: String) {
        switch element {
        case .ttl: cadence.interval = Int(text).map { .seconds(60 * min(max($0, 0), 10_080)) }
        case .hour: if let hour = Int(text) { cadence.skippedHours.insert(((hour % 24) + 24) % 24) }
        case .day: if let day = Self.days[text.lowercased()] { cadence.skippedDays.insert(day) }
        case .updatePeriod: period = Self.periods[text.lowercased()]
        case .updateFrequency: frequency = max(1, Int(text) ?? 1)
        default: break
        }
    }

    private static let days = [
        "sunday": 1, "monday": 2, "tuesday": 3, "wednesday": 4, "thursday": 5, "friday": 6,
        "saturday": 7,
    ]
    private static let periods = [
        "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000,
        "yearly": 31_536_000,
    ]
}
