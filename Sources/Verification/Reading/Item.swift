/// A number as it is written, before it is known what it measures.
struct Number: Sendable, Equatable {
    enum Form: Sendable { case digits, words, han }

    var value: Double
    /// The size of the last digit shown: 10,000 for 3.6万, 1 for 250,000.
    var step: Double
    var form: Form
    /// Significant digits; beyond what a Double holds, a number is compared as it is written.
    var digits = 1
    /// 数十, dozens: an order of magnitude and no more.
    var isVague = false
    var isOrdinal = false
    /// A part of a whole, in percent: 三分之一, two-thirds, one in five.
    var isShare = false
    /// 20多万: more than the number.
    var isOver = false
    /// What its words of scale multiply the last digits by: 10,000 for 3.6万, 1 for 36,000.
    var scale = 1.0

    var hasScale: Bool { scale != 1 }
}

/// The smallest piece of a text that means something to a rule.
struct Item: Sendable {
    enum Kind: Sendable, Equatable {
        case number(Number)
        /// A word of the lexicon.
        case word
        /// Another Latin word.
        case latin
        /// Letters with digits: H800, GPT-4, 3.2.4.
        case code
        /// 08:47, 3 p.m. as hour and minute.
        case clock(hour: Int, minute: Int)
        /// 2025-06-09, 11/02/25: the numbers in the order in which they are written.
        case numericDate(Int, Int, Int)
        /// Punctuation.
        case mark(UInt32)
    }

    var kind: Kind
    var range: Range<Int>
    var meanings: [Lexicon.Meaning] = []

    var number: Number? { if case .number(let number) = kind { number } else { nil } }

    func meaning(_ kind: WordKind) -> Lexicon.Meaning? { meanings.first { $0.kind == kind } }

    /// Whether it parts what stands before it from what stands behind.
    var endsClause: Bool {
        if case .mark(let mark) = kind { Item.clauseMarks.contains(mark) } else { false }
    }

    var endsSentence: Bool {
        if case .mark(let mark) = kind { Item.sentenceMarks.contains(mark) } else { false }
    }

    private static let sentenceMarks: Set<UInt32> = Set("。!?\n".unicodeScalars.map(\.value))
    private static let clauseMarks: Set<UInt32> =
        Set("，,;。!?:()—\n".unicodeScalars.map(\.value)).union([0x2e])
}
