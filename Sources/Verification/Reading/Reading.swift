import Domain

/// A text, read: its items and what they make up.
struct Reading: Sendable {
    let passage: Passage
    let items: [Item]
    let dates: [DateMention]
    let periods: [PeriodMention]
    let clocks: [ClockMention]
    /// Read when they are first asked for: of a source, few are.
    var quantities: [Quantity] { counted.value }
    private let counted: Lazily<[Quantity]>
    let isFiscal: Bool
    let isCalendar: Bool
    /// For each item the clause and the sentence that it stands in.
    let clauses: [Int]
    let sentences: [Int]
    /// For each item the statement: a sentence, or what a semicolon parts of one.
    let statements: [Int]

    /// `dollar` is what a bare $ may mean besides the dollar of the US.
    init(
        _ text: some StringProtocol, dollar: Lexicon.Key? = nil, lexicon: Lexicon = .shared
    ) {
        passage = Passage(text)
        items = Lexer(passage, lexicon: lexicon).items()
        var (clause, sentence, statement) = (0, 0, 0)
        var (clauses, sentences, statements) = ([Int](), [Int](), [Int]())
        for item in items {
            clauses.append(clause)
            sentences.append(sentence)
            statements.append(statement)
            if item.endsClause { clause += 1 }
            if item.endsSentence { sentence += 1 }
            if item.endsSentence || item.kind == .mark(0x3b) { statement += 1 }
        }
        self.clauses = clauses
        self.sentences = sentences
        self.statements = statements
        let calendar = DateReader(items, passage, lexicon: lexicon)
        dates = calendar.dates
        periods = calendar.periods
        clocks = calendar.clocks
        isFiscal = calendar.isFiscal
        isCalendar = calendar.isCalendar
        counted = Lazily { [items, passage, clauses, sentences] in
            QuantityReader(
                items, passage, used: calendar.used, clauses: clauses, sentences: sentences,
                dollar: dollar, lexicon: lexicon
            ).quantities
        }
    }

    /// Short enough for every figure of a sentence to be compared with every one of it.
    var isBounded: Bool {
        !passage.isCut && quantities.count <= 2000 && dates.count <= 1000
    }

    func text(_ range: Range<Int>) -> String { passage.text(range) }

    func text(between first: Range<Int>, and second: Range<Int>) -> String {
        passage.text(between: first, and: second)
    }

    /// So many characters behind a figure; no space counts.
    func text(behind quantity: Quantity, _ count: Int) -> String {
        let end = quantity.range.upperBound
        return String(text(end..<end + count + 1).filter { $0 != " " }.prefix(count))
    }

    /// The item that a place stands in or before, else the last; the text has one.
    func item(at place: Int) -> Int {
        items.firstIndex { $0.range.upperBound > place } ?? items.count - 1
    }

    /// The sentence that a place stands in.
    func sentence(at place: Int) -> Int { sentences[item(at: place)] }

    func has(_ kind: WordKind, _ key: String? = nil, lexicon: Lexicon = .shared) -> Bool {
        let wanted = key.map { lexicon.key($0) }
        return items.contains { item in
            item.meanings.contains { $0.kind == kind && (wanted == nil || $0.key == wanted) }
        }
    }
}
