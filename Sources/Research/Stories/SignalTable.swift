import Foundation

/// The signals that known reports have, each by a number of its own, with the reports that have it:
/// a report is remembered by numbers, which take a byte or two each.
struct SignalTable: Sendable {
    private var numbers: [StorySignal: Int32] = [:]
    private var signals: [StorySignal] = []
    private var reports: [Postings] = []
    /// Reports that were added.
    private(set) var count: Int32 = 0

    /// What more reports than this have finds no candidates.
    private var commonness: Int { 50 + Int(count) / 100 }

    /// Adds the next report, and answers the numbers of its signals.
    mutating func add(_ signals: [StorySignal]) -> Postings {
        var own: [Int32] = []
        own.reserveCapacity(signals.count)
        for signal in signals { own.append(number(of: signal)) }
        own.sort()
        var list = Postings()
        for number in own {
            list.append(number)
            reports[Int(number)].append(count)
            // What is far too common to find anything by is only counted.
            if Int(reports[Int(number)].count) > 4 * commonness { reports[Int(number)].forget() }
        }
        count += 1
        return list
    }

    private mutating func number(of signal: StorySignal) -> Int32 {
        if let number = numbers[signal] { return number }
        let number = Int32(signals.count)
        numbers[signal] = number
        signals.append(signal)
        reports.append(Postings())
        return number
    }

    func kind(of number: Int32) -> StorySignal.Kind { signals[Int(number)].kind }

    /// The reports that have a signal, the last first; nil where too many have it.
    func candidates(for number: Int32) -> Postings? {
        let own = reports[Int(number)]
        return own.isForgotten || Int(own.count) >= commonness ? nil : own
    }

    /// The weight of a signal by how few of the reports have it.
    func weight(of number: Int32) -> Double {
        weight(of: kind(of: number), among: reports[Int(number)].count)
    }

    private func weight(of kind: StorySignal.Kind, among having: Int32) -> Double {
        let rarity = log(Double(count + 60) / Double(having + 1))
        return switch kind {
        case .name, .place, .number: rarity
        case .sound: rarity * 0.9
        case .concept: rarity * 0.6
        case .word: rarity * 0.4
        }
    }

    /// What a report speaks of, weighed; the highest number first.
    func weighed(_ signals: [StorySignal]) -> [WeighedSignal] {
        signals.map { signal in
            let number = numbers[signal]
            return WeighedSignal(
                number: number ?? WeighedSignal.unknown, kind: signal.kind,
                weight: weight(
                    of: signal.kind, among: number.map { reports[Int($0)].count } ?? 0))
        }.sorted { $0.number > $1.number }
    }
}

/// A signal of a report that is looked at.
struct WeighedSignal: Sendable {
    /// The number of what no known report has.
    static let unknown: Int32 = -1

    var number: Int32
    var kind: StorySignal.Kind
    var weight: Double
}
