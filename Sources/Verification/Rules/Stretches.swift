import Domain

/// The stretches of a text that each say one thing, parted by marks and by words like `and`, `who`,
/// `while`; and what each is about.
struct Stretches: Sendable {
    struct Stretch: Sendable {
        /// The items of the reading.
        var items: Range<Int>
        var sentence: Int
        /// Names, things and acts; for a text beside another also the figures that agree.
        var anchors: Set<Int> = []
        var kinds: [WordKind: Set<Lexicon.Key>] = [:]

        func has(_ kind: WordKind, _ key: Lexicon.Key? = nil) -> Bool {
            guard let found = kinds[kind] else { return false }
            return key.map(found.contains) ?? true
        }
    }

    private(set) var all: [Stretch] = []

    init(_ reading: Reading) {
        var start = 0
        for index in reading.items.indices {
            let item = reading.items[index]
            let isNew = index > 0 && reading.sentences[index - 1] != reading.sentences[index]
            if isNew || Self.parts(item, reading) {
                add(start..<index, reading)
                start = index
            }
        }
        add(start..<reading.items.count, reading)
    }

    private mutating func add(_ items: Range<Int>, _ reading: Reading) {
        let holdsWords = items.contains { index in
            if case .mark = reading.items[index].kind { false } else { true }
        }
        guard holdsWords else { return }
        var stretch = Stretch(items: items, sentence: reading.sentences[items.lowerBound])
        for index in items {
            let item = reading.items[index]
            // May is a month where it is written like one.
            if item.meaning(.month) != nil, reading.passage.isUpper(item.range.lowerBound) {
                continue
            }
            for meaning in item.meanings {
                stretch.kinds[meaning.kind, default: []].insert(meaning.key)
                if Self.anchoring.contains(meaning.kind) { stretch.anchors.insert(meaning.key) }
            }
        }
        all.append(stretch)
    }

    /// Anchors of Han pairs, by which two Chinese texts are laid side by side.
    mutating func addPairs(_ reading: Reading) {
        let scalars = reading.passage.scalars
        for index in all.indices {
            let items = all[index].items
            // What begins a stretch is often no item.
            let start =
                items.lowerBound > 0 ? reading.items[items.lowerBound - 1].range.upperBound : 0
            let end =
                items.upperBound < reading.items.count
                ? reading.items[items.upperBound].range.lowerBound : scalars.count
            for place in start..<max(start, end - 1)
            where Passage.isHan(scalars[place]) && Passage.isHan(scalars[place + 1]) {
                all[index].anchors.insert(-Int(scalars[place]) << 21 - Int(scalars[place + 1]))
            }
        }
    }

    /// Marks a figure of both texts, at its place in this one.
    mutating func add(figure: Int, at place: Int, in reading: Reading) {
        guard let index = stretch(at: place, in: reading) else { return }
        all[index].anchors.insert(Self.figures + figure)
    }

    mutating func add(anchor: Int, at place: Int, in reading: Reading) {
        guard let index = stretch(at: place, in: reading) else { return }
        all[index].anchors.insert(anchor)
    }

    mutating func add(_ things: [Things.Mention], in reading: Reading) {
        for thing in things { add(anchor: thing.key, at: thing.range.lowerBound, in: reading) }
    }

    /// The stretch of the item at a place of the text.
    func stretch(at place: Int, in reading: Reading) -> Int? {
        all.firstIndex { stretch in
            reading.items[stretch.items.upperBound - 1].range.upperBound > place
        }
    }

    /// The sentences that say what a stretch of the other text says: those that share most with it,
    /// and what few of them name counts most. All of a text of two sentences; none where nothing is
    /// shared.
    func sentences(for anchors: Set<Int>) -> Set<Int> {
        let every = Set(all.map(\.sentence))
        guard every.count > 2 else { return every }
        var holders: [Int: Set<Int>] = [:]
        for stretch in all {
            for anchor in stretch.anchors.intersection(anchors) {
                holders[anchor, default: []].insert(stretch.sentence)
            }
        }
        var scores: [Int: Double] = [:]
        for (anchor, sentences) in holders {
            let weight = anchor >= Self.figures ? 4.0 : anchor < 0 ? 1 : 2
            for sentence in sentences {
                scores[sentence, default: 0] += weight / Double(sentences.count)
            }
        }
        guard let best = scores.values.max() else { return [] }
        return Set(scores.filter { $0.value * 2 > best }.keys)
    }

    /// Those of some sentences that share most with a stretch of the other text.
    func matching(_ other: Stretch, in sentences: Set<Int>) -> [Int] {
        let shares = all.map {
            sentences.contains($0.sentence) ? share($0.anchors, other.anchors) : 0
        }
        guard let best = shares.max(), best > 0 else { return [] }
        return shares.indices.filter { shares[$0] * 2 >= best }
    }

    private func share(_ ours: Set<Int>, _ theirs: Set<Int>) -> Int {
        ours.intersection(theirs).reduce(0) { $0 + ($1 >= Self.figures ? 4 : $1 < 0 ? 1 : 2) }
    }

    private static let figures = 1 << 24
    private static let anchoring: Set<WordKind> = [.noun, .name, .act, .deny, .role]

    private static func parts(_ item: Item, _ reading: Reading) -> Bool {
        if item.endsClause { return true }
        switch item.kind {
        case .latin, .word:
            guard reading.passage.isLatin(item.range.lowerBound), item.range.count <= 8 else {
                return false
            }
            return joints.contains(reading.text(item.range).lowercased())
        case .number, .code, .clock, .numericDate, .mark: return false
        }
    }

    private static let joints: Set<String> = [
        "and", "but", "who", "which", "while", "whereas", "because", "although", "though", "where",
        "whose", "und", "aber",
    ]
}
