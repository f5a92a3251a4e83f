package import Domain
import Foundation

/// The stories of the last days, so that a new report finds the one it belongs to.
///
/// Reports of one page or of one title are one story. Else two reports are of one event when enough
/// of what they speak of agrees: names, amounts, things and words, each weighed by how few of the
/// known reports have it, and enough of the shorter one is covered. In doubt a report stays apart: a
/// story told twice is a lesser harm than two events told as one.
package struct StoryIndex: Sendable {
    private struct Known: Sendable {
        var story: Int32
        /// Sorted, each once.
        var signals: [StorySignal]
        var isHan: Bool
        var marks: EventMarks
        var published: Date
    }

    /// The agreement that two reports of one event have at least, and the share of what they could
    /// agree on.
    private static let leastAgreement = 8.0
    private static let leastShare = 0.35
    /// What more reports than this have finds no candidates.
    private static let commonness = 50
    /// Two reports of one event are no further apart.
    private static let span: TimeInterval = 10 * 86_400

    /// By hashes: a clash joins two of a hundred thousand once in a billion indexes.
    private var byURL: [UInt64: Int32] = [:]
    private var byTitle: [UInt64: Int32] = [:]
    private var stories: [String] = []
    private var numbers: [String: Int32] = [:]
    private var known: [Known] = []
    private var members: [Int32: [Int32]] = [:]
    /// Latin names by the Chinese ones that reports gave them.
    private var aliases: [String: String] = [:]
    private var bySignal: [StorySignal: [Int32]] = [:]

    package init() {}

    /// Makes a report that is in a story known.
    package mutating func add(_ report: Report, to story: String) {
        let number = numbers[story] ?? Int32(stories.count)
        if numbers[story] == nil {
            numbers[story] = number
            stories.append(story)
        }
        if let url = report.canonicalURL { byURL[Self.hash(url)] = number }
        if let title = Self.key(report.title) { byTitle[Self.hash(title)] = number }
        let signals = StorySignals(report, aliases: aliases)
        for (han, latin) in signals.aliases where aliases[han] == nil { aliases[han] = latin }
        for signal in signals.all {
            bySignal[signal, default: []].append(Int32(known.count))
        }
        members[number, default: []].append(Int32(known.count))
        known.append(
            Known(
                story: number, signals: signals.all, isHan: signals.isHan,
                marks: signals.marks, published: report.published))
    }

    /// The story that the report belongs to, nil when it opens one.
    package func story(of report: Report) -> String? {
        if let url = report.canonicalURL, let story = byURL[Self.hash(url)] {
            return stories[Int(story)]
        }
        if let title = Self.key(report.title), let story = byTitle[Self.hash(title)] {
            return stories[Int(story)]
        }
        return nearest(to: report).map { stories[Int($0)] }
    }

    private func nearest(to report: Report) -> Int32? {
        let signals = StorySignals(report, aliases: aliases)
        guard !signals.marks.isRoundup else { return nil }
        var agreements = [Float](repeating: 0, count: known.count)
        for signal in signals.all {
            guard let places = bySignal[signal],
                places.count < Self.commonness + known.count / 100
            else { continue }
            let weight = Float(weight(signal))
            for place in places { agreements[Int(place)] += weight }
        }
        var best: (likeness: Double, story: Int32)?
        for (place, agreement) in agreements.enumerated()
        where Double(agreement) >= Self.leastAgreement * 0.6 {
            let other = known[place]
            guard !other.marks.isRoundup,
                abs(other.published.timeIntervalSince(report.published)) <= Self.span
            else {
                continue
            }
            let likeness = compare(signals, other)
            let (agreement, share) = (likeness.agreement, likeness.share)
            guard agreement >= Self.leastAgreement, share >= Self.leastShare,
                !contradict(signals, other, likeness),
                fits(signals.marks, into: other.story, likeness)
            else { continue }
            let found = (agreement * share, other.story)
            if found.0 > best?.likeness ?? 0 { best = found }
        }
        return best?.story
    }

    /// What two reports have in common.
    private struct Likeness {
        var agreement = 0.0
        /// Of what they could agree on.
        var share = 0.0
        var names = 0
        var places = 0
        var numbers = 0
    }

    private func contradict(_ own: StorySignals, _ other: Known, _ likeness: Likeness) -> Bool {
        let sameScript = own.isHan == other.isHan
        if own.marks.contradictInNames(other.marks) { return true }
        // Figures of a quarter or a month are an event of their own, whoever else is named.
        if own.marks.isOfFigures != other.marks.isOfFigures, likeness.numbers == 0 { return true }
        if likeness.names < 2, likeness.numbers == 0, own.marks.contradictInKind(other.marks) {
            return true
        }
        // Two names in common are one event, however its figures move.
        guard likeness.names < 2 else { return false }
        if likeness.numbers == 0, own.marks.contradictInAmounts(other.marks) { return true }
        return sameScript && own.marks.contradictInStrangers(other.marks)
    }

    /// Whether a report can be of a story that others have told already: it must not contradict who
    /// and where for any of them, nor most of their amounts.
    private func fits(_ marks: EventMarks, into story: Int32, _ likeness: Likeness) -> Bool {
        var (against, with) = (0, 0)
        for member in members[story] ?? [] {
            let other = known[Int(member)].marks
            if marks.contradictInNames(other) { return false }
            if marks.contradictInAmounts(other) { against += 1 }
            if marks.agreeInAmounts(other) { with += 1 }
        }
        return against < 2 || with > 0 || likeness.names > 1
    }

    /// Words count only between texts of one script, sounds only between two.
    private func compare(_ own: StorySignals, _ other: Known) -> Likeness {
        let sameScript = own.isHan == other.isHan
        func total(_ signals: [StorySignal]) -> Double {
            signals.reduce(0) { sum, signal in
                let isLeftOut = signal.kind == .sound || signal.kind == .word && !sameScript
                return isLeftOut ? sum : sum + weight(signal)
            }
        }
        var likeness = Likeness()
        var rest = other.signals[...]
        for signal in own.all {
            rest = rest.drop { $0 < signal }
            guard rest.first == signal, signal.kind != .sound || !sameScript else { continue }
            likeness.agreement += weight(signal)
            switch signal.kind {
            case .name, .sound: likeness.names += 1
            case .place: likeness.places += 1
            case .number: likeness.numbers += 1
            case .concept, .word: break
            }
        }
        // Words alone make no event: who, where or how much must agree too.
        guard
            likeness.names + likeness.places + likeness.numbers > 0
                || likeness.agreement > Self.leastAgreement * 2
        else {
            return Likeness()
        }
        likeness.share =
            likeness.agreement / max(1, min(total(own.all), total(other.signals)))
        return likeness
    }

    private func weight(_ signal: StorySignal) -> Double {
        let rarity = log(Double(known.count + 60) / Double((bySignal[signal]?.count ?? 0) + 1))
        return switch signal.kind {
        case .name, .place, .number: rarity
        case .sound: rarity * 0.9
        case .concept: rarity * 0.6
        case .word: rarity * 0.4
        }
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
