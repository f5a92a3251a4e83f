import Domain
import Foundation

/// A new report beside those that an index knows.
struct StoryComparison {
    /// The agreement that two reports of one event have at least, and the share of what they could
    /// agree on.
    private static let leastAgreement = 8.0
    private static let leastShare = 0.35
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

    private let report: Report
    private let index: StoryIndex
    private let signals: StorySignals
    /// The highest number first.
    private let own: [WeighedSignal]

    init(of report: Report, with index: StoryIndex) {
        self.report = report
        self.index = index
        signals = StorySignals(report, aliases: index.aliases)
        own = index.table.weighed(signals.all)
    }

    /// Where the report belongs.
    var look: StoryLook {
        guard !signals.marks.isRoundup else { return StoryLook() }
        var best: (score: Double, place: Int, likeness: Likeness)?
        var open: [Int32: Double] = [:]
        let candidates = candidates
        for place in candidates {
            let other = index.known[place]
            guard !other.marks.isRoundup,
                abs(other.published.timeIntervalSince(report.published)) <= Self.span
            else { continue }
            let likeness = likeness(to: other)
            let score = likeness.agreement * likeness.share
            guard likeness.agreement >= Self.leastAgreement, likeness.share >= Self.leastShare,
                !contradicts(other, likeness),
                fits(into: other.story, likeness)
            else {
                open[other.story] = max(open[other.story] ?? 0, likeness.agreement)
                continue
            }
            if score > best?.score ?? 0 { best = (score, place, likeness) }
        }
        guard let best else {
            let near = open.filter { $0.value >= Self.leastAgreement * 0.5 }
                .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
            return StoryLook(
                open: near.prefix(3).map { number, _ in
                    OpenStory(
                        story: index.stories[Int(number)],
                        isContradicted: contradicts(number, candidates))
                })
        }
        let other = index.known[best.place]
        let isCopy =
            signals.isHan == other.isHan && best.likeness.share >= Self.copyShare
            && best.likeness.shareOfLonger >= Self.copyShareOfLonger
            && min(own.count, Int(other.signals.count)) >= Self.copySignals
        return StoryLook(
            match: StoryMatch(
                story: index.stories[Int(other.story)], isCopy: isCopy,
                isDevelopment: !isCopy && isDevelopment(of: other.story)))
    }

    /// Known reports with enough in common to be compared.
    private var candidates: [Int] {
        var agreements = [Float](repeating: 0, count: index.known.count)
        for signal in own where signal.number != WeighedSignal.unknown {
            guard let places = index.table.candidates(for: signal.number) else { continue }
            for place in places { agreements[Int(place)] += Float(signal.weight) }
        }
        let least = Float(Self.leastAgreement * 0.6)
        return agreements.indices.filter { agreements[$0] >= least }
    }

    /// Whether the report tells what a story did not: it comes later than the reports that all feeds
    /// bring at first, looks back on nothing, and much of what it speaks of is new to the thread.
    func isDevelopment(of story: Int32) -> Bool {
        guard report.published.timeIntervalSince(index.began[Int(story)]) >= Self.firstReports,
            !signals.marks.looksBack
        else { return false }
        var told: Set<Int32> = []
        var isSameScript = false
        for member in members(of: story) {
            told.formUnion(member.signals)
            isSameScript = isSameScript || member.isHan == signals.isHan
        }
        var (new, all) = (0.0, 0.0)
        for signal in own
        where signal.kind != .sound && (signal.kind != .word || isSameScript) {
            all += signal.weight
            if !told.contains(signal.number) { new += signal.weight }
        }
        return new >= Self.newShare * max(1, all)
    }

    private func members(of story: Int32) -> [StoryIndex.Known] {
        (index.members[index.roots[Int(story)]] ?? Postings()).map { index.known[Int($0)] }
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

    /// Words count only between texts of one script, sounds only between two.
    private func likeness(to other: StoryIndex.Known) -> Likeness {
        let isSameScript = signals.isHan == other.isHan
        func counts(_ kind: StorySignal.Kind) -> Bool {
            kind != .sound && (kind != .word || isSameScript)
        }
        var likeness = Likeness()
        var others = 0.0
        var rest = own[...]
        // Both begin with the highest number.
        for number in other.signals {
            let kind = index.table.kind(of: number)
            let weight = index.table.weight(of: number)
            if counts(kind) { others += weight }
            rest = rest.drop { $0.number > number }
            guard rest.first?.number == number, kind != .sound || !isSameScript else { continue }
            likeness.agreement += weight
            switch kind {
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
        let total = own.reduce(0) { counts($1.kind) ? $0 + $1.weight : $0 }
        likeness.share = likeness.agreement / max(1, min(total, others))
        likeness.shareOfLonger = likeness.agreement / max(1, total, others)
        return likeness
    }

    private func contradicts(_ story: Int32, _ candidates: [Int]) -> Bool {
        candidates.map { index.known[$0] }.contains { other in
            guard other.story == story else { return false }
            let likeness = likeness(to: other)
            return contradicts(other, likeness) || !fits(into: story, likeness)
        }
    }

    private func contradicts(_ other: StoryIndex.Known, _ likeness: Likeness) -> Bool {
        let sameScript = signals.isHan == other.isHan
        if signals.marks.contradictInNames(other.marks) { return true }
        // Figures of a quarter or a month are an event of their own, whoever else is named.
        if signals.marks.isOfFigures != other.marks.isOfFigures, likeness.numbers == 0 {
            return true
        }
        if likeness.names < 2, likeness.numbers == 0, signals.marks.contradictInKind(other.marks) {
            return true
        }
        // Two names in common are one event, however its figures move.
        guard likeness.names < 2 else { return false }
        if likeness.numbers == 0, signals.marks.contradictInAmounts(other.marks) { return true }
        return sameScript && signals.marks.contradictInStrangers(other.marks)
    }

    /// Whether the report can be of a story that others have told already: it must not contradict who
    /// and where for any of them, nor most of their amounts.
    private func fits(into story: Int32, _ likeness: Likeness) -> Bool {
        var (against, with) = (0, 0)
        for member in members(of: story) {
            if signals.marks.contradictInNames(member.marks) { return false }
            if signals.marks.contradictInAmounts(member.marks) { against += 1 }
            if signals.marks.agreeInAmounts(member.marks) { with += 1 }
        }
        return against < 2 || with > 0 || likeness.names > 1
    }
}
