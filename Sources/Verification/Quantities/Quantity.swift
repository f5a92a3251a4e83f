/// What a number measures.
enum Measure: Sendable, Equatable, Hashable {
    case money(Lexicon.Key)
    /// A physical or other dimension, in its base unit.
    case physical(Lexicon.Key)
    case percent
    case point
    case multiple
    /// Things that are counted, or a number of which it is not said what it measures.
    case count
}

/// How a number is hedged.
enum Bound: String, Sendable {
    case none, about, nearly, over, atLeast, above, under, below, atMost

    /// 1 for a floor, -1 for a ceiling, 0 for neither.
    var side: Int {
        switch self {
        case .over, .atLeast, .above: 1
        case .under, .below, .atMost: -1
        case .none, .about, .nearly: 0
        }
    }
}

/// Whether a number is a change, or where a change began or led.
enum ChangeRole: Sendable { case by, to, from }

/// A number with all that the text says of it.
struct Quantity: Sendable {
    struct Unit: Sendable, Equatable {
        var measure: Measure
        var factor: Double
    }

    var number: Number
    /// One, or several where a sign is ambiguous (¥, 度, m).
    var units: [Unit]
    var bound = Bound.none
    /// 最高 may say "at most", or name what is highest.
    var isBoundLoose = false
    /// 1 rose, -1 fell.
    var direction = 0
    var role: ChangeRole?
    /// The number and its unit in the text.
    var range: Range<Int>
    /// The sentence of the text that it stands in, counted from 0.
    var sentence = 0
    /// The clause of the text that it stands in, counted from 0.
    var clause = 0
    /// A digit that is written as such in the middle of a name or code is no quantity.
    var isLoose = false
    /// Taken from the sentence that is checked, to work with.
    var isClaimed = false

    var isMoney: Bool {
        units.contains { if case .money = $0.measure { true } else { false } }
    }

    var isPhysical: Bool {
        units.contains { if case .physical = $0.measure { true } else { false } }
    }

    var isCount: Bool { units.contains { $0.measure == .count } }

    func amount(_ unit: Unit) -> Double { number.value * unit.factor }
}

extension Lexicon {
    /// The measures that a word can be a unit of.
    func units(of meanings: [Meaning]) -> [Quantity.Unit] {
        meanings.compactMap { meaning in
            switch meaning.kind {
            case .money: Quantity.Unit(measure: .money(meaning.key), factor: meaning.value)
            case .unit: Quantity.Unit(measure: measure(meaning.key), factor: meaning.value)
            default: nil
            }
        }
    }

    private func measure(_ key: Key) -> Measure {
        switch names[key] {
        case "percent": .percent
        case "point": .point
        case "multiple": .multiple
        default: .physical(key)
        }
    }
}
