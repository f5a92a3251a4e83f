package import Domain
import Foundation

/// The stories of the last days, so that a new report finds the one it belongs to.
///
/// Reports of one page or of one title are one story. Else two reports are of one event when enough
/// of what they speak of agrees: names, amounts, things and words, each weighed by how few of the
/// known reports have it, and enough of the shorter one is covered. In doubt a report stays apart: a
/// story told twice is a lesser harm than two events told as one.
package struct StoryIndex: Sendable {
    struct Known: Sendable {
        var story: Int32
        /// By their numbers in the table.
        var signals: Postings
        var isHan: Bool
        var marks: EventMarks
        var published: Date
    }

    /// By hashes: a clash joins two of a hundred thousand once in a billion indexes.
    private var byURL: [UInt64: Int32] = [:]
    private var byTitle: [UInt64: Int32] = [:]
    private(set) var stories: [String] = []
    private var numbers: [UInt64: Int32] = [:]
    private(set) var known: [Known] = []
    /// Of each thread, by its first story.
    private(set) var members: [Int32: Postings] = [:]
    /// Latin names by the Chinese ones that reports gave them.
    private(set) var aliases: [String: String] = [:]
    private(set) var table = SignalTable()

    /// Of each story: the first story of its thread, and when its own first report was published.
    private(set) var roots: [Int32] = []
    private(set) var began: [Date] = []

    package init() {}

    /// Makes a report that is in a story known.
    ///
    /// - Parameter followed: the story that this one follows up, which must be known.
    package mutating func add(
        _ report: Report, to story: String, following followed: String? = nil
    ) {
        let number = number(of: story, following: followed, report.published)
        began[Int(number)] = min(began[Int(number)], report.published)
        if let url = report.canonicalURL { byURL[Self.hash(url)] = number }
        if let title = Self.key(report.title) { byTitle[Self.hash(title)] = number }
        let signals = StorySignals(report, aliases: aliases)
        for (han, latin) in signals.aliases where aliases[han] == nil { aliases[han] = latin }
        members[roots[Int(number)], default: Postings()].append(Int32(known.count))
        known.append(
            Known(
                story: number, signals: table.add(signals.all), isHan: signals.isHan,
                marks: signals.marks, published: report.published))
    }

    private mutating func number(
        of story: String, following followed: String?, _ published: Date
    ) -> Int32 {
        if let number = numbers[Self.hash(story)] { return number }
        let number = Int32(stories.count)
        numbers[Self.hash(story)] = number
        stories.append(story)
        began.append(published)
        roots.append(followed.flatMap { numbers[Self.hash($0)] }.map { roots[Int($0)] } ?? number)
        return number
    }

    /// The first story of the thread that a story is in: itself when it follows none.
    package func thread(of story: String) -> String {
        numbers[Self.hash(story)].map { stories[Int(roots[Int($0)])] } ?? story
    }

    /// Where a report belongs, by what is known so far.
    package func look(at report: Report) -> StoryLook {
        if let url = report.canonicalURL, let story = byURL[Self.hash(url)] {
            return StoryLook(match: StoryMatch(story: stories[Int(story)], isCopy: true))
        }
        if let title = Self.key(report.title), let story = byTitle[Self.hash(title)] {
            return StoryLook(match: StoryMatch(story: stories[Int(story)], isCopy: true))
        }
        return StoryComparison(of: report, with: self).look
    }

    /// What a report adds to a story that it is known to belong to.
    package func match(of report: Report, in story: String) -> StoryMatch {
        guard let number = numbers[Self.hash(story)] else { return StoryMatch(story: story) }
        return StoryMatch(
            story: story,
            isDevelopment: StoryComparison(of: report, with: self).isDevelopment(of: number))
    }

    private static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    /// Letters and digits of a title without case and width; nil for one too short to identify.
    private static func key(_ title: String) -> String? {
        let key = title.precomposedStringWithCompatibilityMapping.lowercased()
            .unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
        return key.count < 6 ? nil : String(String.UnicodeScalarView(key))
    }
}
