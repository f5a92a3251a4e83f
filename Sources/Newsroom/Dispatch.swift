package import Foundation

/// A report of a site: a file of `World/`, head and paragraphs.
package struct Dispatch: Sendable {
    package let site: Site
    package let slug: String
    package let title: String
    package let summary: String
    package let author: String
    package let published: Date
    package var paragraphs: [String]

    package var path: String { "/news/\(slug).html" }
    package var text: String { paragraphs.joined(separator: "\n\n") }

    /// Every dispatch of the world, newest first; `now` is when the world is looked at.
    package static func all(now: Date) throws -> [Dispatch] {
        let folder = Bundle.module.resourceURL?.appending(path: "World") ?? URL(filePath: "World")
        return try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .compactMap { file in
                Dispatch(
                    try String(contentsOf: file, encoding: .utf8),
                    slug: file.deletingPathExtension().lastPathComponent, now: now)
            }
            .sorted { $0.published > $1.published }
    }

    init(
        site: Site, slug: String, title: String, summary: String, author: String, published: Date,
        paragraphs: [String]
    ) {
        self.site = site
        self.slug = slug
        self.title = title
        self.summary = summary
        self.author = author
        self.published = published
        self.paragraphs = paragraphs
    }

    private init?(_ text: String, slug: String, now: Date) {
        let blocks = text.trimmingCharacters(in: .whitespacesAndNewlines)
            .components(separatedBy: "\n\n")
        var head: [String: String] = [:]
        for line in blocks[0].split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            head[String(line[..<colon])] = line[line.index(after: colon)...]
                .trimmingCharacters(in: .whitespaces)
        }
        guard let site = Site.all.first(where: { $0.key == head["site"] }),
            let title = head["title"], let minutes = head["minutes ago"].flatMap(Double.init)
        else { return nil }
        self.site = site
        self.slug = slug
        self.title = title
        summary = head["summary"] ?? title
        author = head["author"] ?? site.name
        published = Date(
            timeIntervalSince1970: (now.timeIntervalSince1970 - minutes * 60).rounded(.down))
        let today = Self.day(published)
        paragraphs = blocks.dropFirst().map { $0.replacing("{今天}", with: today) }
    }

    /// The day of a report as its text writes it: 2025 年 6 月 9 日.
    private static func day(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return "\(parts.year ?? 0) 年 \(parts.month ?? 0) 月 \(parts.day ?? 0) 日"
    }
}
