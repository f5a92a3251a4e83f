import Foundation
import Yams

/// A feed as `feeds.yaml` lists it.
package struct FeedSetting: Sendable, Equatable {
    package var url: String
    /// The publisher's name, where the feed does not say it.
    package var name: String?
    /// Folders of a feed reader, joined by `/`.
    package var folder: String?
    package var tags: [String]
    /// `reuse: verbatim`: licensed wire copy or own releases, to be taken over word for word.
    package var isReusable: Bool
    /// Stories of heavier feeds are written first.
    package var weight: Double
    /// Only entries with one of these words are taken; empty for all.
    package var include: [String]
    /// Entries with one of these words are not taken.
    package var exclude: [String]
    /// Stories that the feed may begin in a day; nil without a limit.
    package var perDay: Int?

    package init(
        url: String, name: String? = nil, folder: String? = nil, tags: [String] = [],
        isReusable: Bool = false, weight: Double = 1, include: [String] = [],
        exclude: [String] = [], perDay: Int? = nil
    ) {
        self.url = url
        self.name = name
        self.folder = folder
        self.tags = tags
        self.isReusable = isReusable
        self.weight = weight
        self.include = include
        self.exclude = exclude
        self.perDay = perDay
    }

    private enum Reuse: String, CaseIterable {
        case no, verbatim
    }

    /// The feeds of a file, in its order. Throws everything that is wrong with it at once.
    package static func read(path: String) throws(SettingsError) -> [FeedSetting] {
        let (root, problems) = try document(at: path, limit: 10_000_000)
        guard let root, root.null == nil else { return [] }
        guard let list = root.sequence else {
            problems.add(root.mark, "expected a list of feeds: - url: https://…")
            throw SettingsError(problems: problems.lines)
        }
        var seen: Set<String> = []
        let feeds = list.enumerated().map { index, node in
            let reader = Reader(node, path: "feeds[\(index)].", problems: problems)
            defer { reader.finish() }
            let feed = FeedSetting(
                url: reader.url("url", nil), name: reader.optionalText("name"),
                folder: reader.optionalText("folder"), tags: reader.texts("tags", []),
                isReusable: reader.choice("reuse", Reuse.no) == .verbatim,
                weight: Double(reader.number("weight", 1, in: 0...100)),
                include: reader.texts("include", []), exclude: reader.texts("exclude", []),
                perDay: reader.optionalNumber("per_day", in: 0...10_000))
            if !seen.insert(feed.url).inserted {
                reader.complain("url", "listed twice: \(feed.url)")
            }
            return feed
        }
        if !problems.all.isEmpty { throw SettingsError(problems: problems.lines) }
        return feeds
    }
}
