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
    /// A report that agrees with another in that much of what it speaks of is a copy of it, if it
    /// speaks of enough.
    private static let copyShare = 0.85
    private static let copyShareOfLonger = 0.6
    private static let copySignals = 12
    /// How long the first reports of an event come in.
    private static let firstReports: TimeInterval = 10 * 3600
    /// The share of a development that is new to its thread.
    private static let newShare = 0.35

    /// By hashes: a clash joins two of a hundred thousand once in a billion indexes.
    private var byURL: [UInt64: Int32] = [:]
    private var byTitle: [UInt64: Int32] = [:]
    private var stories: [String] = []
    private var numbers: [String: Int32] = [:]
    private var known: [Known] = []
    /// Of each thread, by its first story.
    private var members: [Int32: [Int32]] = [:]
    /// Latin names by the Chinese ones that reports gave them.
    private var aliases: [String: String] = [:]
    private var bySignal: [StorySignal: [Int32]] = [:]

    /// Of each story: the first story of its thread, and when its own first report was published.
    private var roots: [Int32] = []
    private var began: [Date] = []

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
        for signal in signals.all {
            bySignal[signal, default: []].append(Int32(known.count))
        }
        members[roots[Int(number)], default: []].append(Int32(known.count))
        known.append(
            Known(
                story: number, signals: signals.all, isHan: signals.isHan,
                marks: signals.marks, published: report.published))
    }

    private mutating func number(
        of story: String, following followed: String?, _ published: Date
    ) -> Int32 {
        if let number = numbers[story] { return number }
        let number = Int32(stories.count)
        numbers[story] = number
        stories.append(story)
        began.append(published)
        roots.append(followed.flatMap { numbers[$0] }.map { roots[Int($0)] } ?? number)
        return number
    }

    /// The first story of the thread that a story is in: itself when it follows none.
    package func thread(of story: String) -> String {
        numbers[story].map { stories[Int(roots[Int($0)])] } ?? story
    }

    /// Where a report belongs, by what is known so far.
    package func look(at report: Report) -> StoryLook {
        if let url = report.canonicalURL, let story = byURL[Self.hash(url)] {
            return StoryLook(match: StoryMatch(story: stories[Int(story)], isCopy: true))
        }
        if let title = Self.key(report.title), let story = byTitle[Self.hash(title)] {
            return StoryLook(match: StoryMatch(story: stories[Int(story)], isCopy: true))
        }
        return nearest(to: report)
    }

    /// What a report adds to a story that it is known to belong to.
    package func match(of report: Report, in story: String) -> StoryMatch {
        guard let number = numbers[story] else { return StoryMatch(story: story) }
        let signals = StorySignals(report, aliases: aliases)
        return StoryMatch(
            story: story, isDevelopment: isDevelopment(signals, report, of: number))
    }

    private func nearest(to report: Report) -> StoryLook {
        let signals = StorySignals(report, aliases: aliases)
        guard !signals.marks.isRoundup else { return StoryLook() }
        var best: (score: Double, place: Int, likeness: Likeness)?
        var open: [Int32: Double] = [:]
        for place in candidates(for: signals) {
            let other = known[place]
            guard !other.marks.isRoundup,
                abs(other.published.timeIntervalSince(report.published)) <= Self.span
            else { continue }
            let likeness = compare(signals, other)
            let score = likeness.agreement * likeness.share
            guard likeness.agreement >= Self.leastAgreement, likeness.share >= Self.leastShare,
                !contradict(signals, other, likeness),
                fits(signals.marks, into: other.story, likeness)
            else {
                open[other.story] = max(open[other.story] ?? 0, likeness.agreement)
                continue
            }
            if score > best?.score ?? 0 { best = (score, place, likeness) }
        }
        guard let best else {
            let near = open.filter { $0.value >= Self.leastAgreement * 0.5 }
                .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
            return StoryLook(open: near.prefix(3).map { stories[Int($0.key)] })
        }
        let other = known[best.place]
        let isCopy =
            signals.isHan == other.isHan && best.likeness.share >= Self.copyShare
            && best.likeness.shareOfLonger >= Self.copyShareOfLonger
            && min(signals.all.count, other.signals.count) >= Self.copySignals
        return StoryLook(
            match: StoryMatch(
                story: stories[Int(other.story)], isCopy: isCopy,
                isDevelopment: !isCopy && isDevelopment(signals, report, of: other.story)))
    }

    /// Known reports with enough in common to be compared.
    private func candidates(for signals: StorySignals) -> [Int] {
        var agreements = [Float](repeating: 0, count: known.count)
        for signal in signals.all {
            guard let places = bySignal[signal],
                places.count < Self.commonness + known.count / 100
            else { continue }
            let weight = Float(weight(signal))
            for place in places { agreements[Int(place)] += weight }
        }
        let least = Float(Self.leastAgreement * 0.6)
        return agreements.indices.filter { agreements[$0] >= least }
    }

    /// Whether a report tells what its story did not: it comes later than the reports that all feeds
    /// bring at first, looks back on nothing, and much of what it speaks of is new to the thread.
    private func isDevelopment(
        _ signals: StorySignals, _ report: Report, of story: Int32
    ) -> Bool {
        guard report.published.timeIntervalSince(began[Int(story)]) >= Self.firstReports,
            !signals.marks.looksBack
        else { return false }
        var told: Set<StorySignal> = []
        var isSameScript = false
        for member in members[roots[Int(story)]] ?? [] {
            told.formUnion(known[Int(member)].signals)
            isSameScript = isSameScript || known[Int(member)].isHan == signals.isHan
        }
        var (new, all) = (0.0, 0.0)
        for signal in signals.all
        where signal.kind != .sound && (signal.kind != .word || isSameScript) {
            all += weight(signal)
            if !told.contains(signal) { new += weight(signal) }
        }
        return new >= Self.newShare * max(1, all)
    }

    /// What two reports have in common.
    private struct Likeness {
        var agreement = 0.0
        /// Of what they could agree on.
        var share = 0.0
        /// The same, of the one that says more.
        var shareOfLonger = 0.0
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
        for member in members[roots[Int(story)]] ?? [] {
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
        let totals = (total(own.all), total(other.signals))
        likeness.share = likeness.agreement / max(1, min(totals.0, totals.1))
        likeness.shareOfLonger = likeness.agreement / max(1, totals.0, totals.1)
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
