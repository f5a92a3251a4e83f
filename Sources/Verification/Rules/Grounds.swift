import Foundation

/// What a sentence is judged by: its evidence with a sentence on either side, the sources behind
/// it, and the day of their publication.
struct Grounds: Sendable {
    /// The spans with their neighbours, in the order in which the sentence names them.
    let near: Reading
    /// The spans by themselves.
    let span: Reading
    /// The sources that the sentence cites.
    let cited: [SourceIndex]
    /// The article's other sources: support that stands only there is a citation to repoint.
    let others: [SourceIndex]
    let published: CalendarDay?
    /// What each stretch of `near` speaks of.
    let anchors: Anchors
    /// The Latin words of `near`, and the Latin names of the spans.
    let words: Set<String>
    let names: [(anchor: Int, place: Int)]
    /// The things that the spans speak of.
    let things: [Things.Mention]
    /// The spans, parted.
    let stretches: Stretches

    /// `passages` are the spans with the sentence on either side.
    init(
        spans: [String], passages: [String], cited: [SourceIndex], others: [SourceIndex],
        published: Date?, lexicon: Lexicon = .shared
    ) {
        let isClean = cited.allSatisfy(\.isClean)
        let passages = isClean ? passages : passages.map(withoutInstructions)
        let spans = isClean ? spans : spans.map(withoutInstructions)
        func reading(_ texts: [String]) -> Reading {
            Reading(
                withoutURLs(withoutByline(texts.joined(separator: "\n"))),
                dollar: cited.lazy.compactMap(\.dollar).first, lexicon: lexicon)
        }
        near = reading(passages)
        span = reading(spans)
        anchors = Anchors(near, lexicon)
        words = latinWords(of: near.passage)
        names = span.latinNames()
        var parted = Stretches(span)
        if span.isChinese { parted.addPairs(span) }
        for (word, place) in names { parted.add(anchor: word, at: place, in: span) }
        things = Things.mentions(in: span.passage)
        parted.add(things, in: span)
        stretches = parted
        self.cited = cited
        self.others = others
        self.published =
            published.map {
                CalendarDay(number: Int(($0.timeIntervalSince1970 / 86_400).rounded(.down)))
            }
            ?? cited.lazy.compactMap(\.dateline).first
    }
}

/// A source, read once for all sentences that cite it.
struct SourceIndex: Sendable {
    let number: Int
    let text: String
    /// Holds no comments and no orders to a model.
    let isClean: Bool
    let reading: Reading
    /// Every Latin word and code of it in lower case.
    let words: Set<String>
    /// The words of it that begin with a capital, and how they sound.
    let capitals: [(word: String, sound: Sound)]
    /// Its Latin letters and digits without what parts them.
    let squeezed: String
    /// The first letter of each Latin word but the smallest.
    let initials: String
    /// What its bare $ may mean besides the dollar of the US.
    let dollar: Lexicon.Key?
    /// The names that it speaks of.
    let names: Set<Lexicon.Key>
    /// The Chinese names of the countries whose cities it names.
    let countries: Set<String>
    /// The things that it speaks of.
    let things: Set<Lexicon.Key>
    /// The offices that it speaks of.
    let roles: Set<Lexicon.Key>
    /// The first full date of the text, where the source has no date of its own.
    let dateline: CalendarDay?

    init(number: Int, text: String, lexicon: Lexicon = .shared) {
        self.number = number
        isClean = !mayInstruct(text)
        let text = withoutInstructions(text)
        self.text = text
        let reading = Reading(text, lexicon: lexicon)
        self.reading = reading
        dateline = reading.dates.first { $0.written.number != nil && !$0.isAmbiguous }?.written
        words = latinWords(of: reading.passage)
        capitals = capitalWords(of: reading.passage)
        squeezed = Passage.text(
            reading.passage.lower.filter { Passage.isLatin($0) || Passage.isDigit($0) })
        initials = String(
            reading.passage.text(0..<reading.passage.count).lowercased()
                .split { !$0.isLetter }
                .filter { !["of", "the", "and", "for", "in", "on"].contains($0) }
                .compactMap(\.first))
        dollar = reading.localDollar(lexicon)
        names = reading.keys(.name)
        countries = Cities.countries(in: reading.passage)
        things = Things.concepts(in: reading.passage)
        roles = reading.keys(.role)
    }

    /// Whether words stand in the text as they are.
    func holds(_ words: String) -> Bool { holds(words) { _ in true } }

    /// The same, and neither goes on with a digit: 7 号 is not in 17 号, nor version 6.0 in 6.0.1.
    func holdsWhole(_ words: String) -> Bool {
        let passage = reading.passage
        return holds(words) { place in
            !(passage.isDigit(place.lowerBound) && passage.isDigit(place.lowerBound - 1))
                && !passage.isDigit(place.upperBound)
                && !(passage.text(place.upperBound..<place.upperBound + 1) == "."
                    && passage.isDigit(place.upperBound + 1))
        }
    }

    private func holds(_ words: String, where fits: (Range<Int>) -> Bool) -> Bool {
        let (needle, hay) = (Passage(words).lower, reading.passage.lower)
        guard let first = needle.first, hay.count >= needle.count else { return false }
        return hay.indices.prefix(hay.count - needle.count + 1).contains {
            let place = $0..<$0 + needle.count
            return hay[$0] == first && hay[place].elementsEqual(needle) && fits(place)
        }
    }
}

extension Reading {
    /// The dollar that a text means by most of its bare signs: who writes NZ$ once goes on with $, who
    /// writes it each time means the US by a bare one.
    fileprivate func localDollar(_ lexicon: Lexicon) -> Lexicon.Key? {
        let signs = items.filter { passage.scalars[$0.range.upperBound - 1] == 0x24 }
            .compactMap { $0.meaning(.sign)?.key }
        let marked = signs.filter { $0 != lexicon.key("USD") }
        return marked.count * 2 < signs.count ? marked.first : nil
    }

    /// Whether it joins two things by `and` or its like.
    var joinsTwo: Bool {
        items.contains { item in
            if case .latin = item.kind {
                return ["and", "both", "und"].contains(text(item.range).lowercased())
            }
            return false
        } || passage.scalars.contains { [0x548c, 0x4e0e, 0x53ca, 0x3001].contains($0) }
    }

    /// Which words of a kind the text holds.
    func keys(_ kind: WordKind) -> Set<Lexicon.Key> {
        Set(items.flatMap { $0.meanings.filter { $0.kind == kind }.map(\.key) })
    }

    /// Mostly Chinese.
    var isChinese: Bool {
        let sample = passage.scalars.prefix(2000)
        let han = sample.count { Passage.isHan($0) }
        let kana = sample.count { (0x3041...0x30ff).contains($0) }
        return han > kana * 6 && han * 2 > sample.count { Passage.isLatin($0) }
    }
}

/// The words of at least three Latin letters that begin with a capital, each once.
func capitalWords(of passage: Passage) -> [(word: String, sound: Sound)] {
    var words: [(word: String, sound: Sound)] = []
    var seen: Set<String> = []
    var index = 0
    while index < passage.count {
        let start = index
        while passage.isLatin(index) { index += 1 }
        if index - start >= 3, passage.isUpper(start) {
            let word = passage.text(start..<index).lowercased()
            if seen.insert(word).inserted {
                words.append((word, Sound(latin: passage.lower[start..<index])))
            }
        }
        index = max(index, start + 1)
    }
    return words
}

/// The runs of Latin letters and digits of a text in lower case.
func latinWords(of passage: Passage) -> Set<String> {
    var words: Set<String> = []
    var start: Int?
    for index in 0...passage.count {
        if passage.isLatin(index) || passage.isDigit(index) {
            start = start ?? index
        } else if let begin = start {
            start = nil
            var word = String.UnicodeScalarView()
            word.append(contentsOf: passage.lower[begin..<index].compactMap(Unicode.Scalar.init))
            words.insert(String(word))
            // 520TOPS holds TOPS.
            let unit = word.drop { ("0"..."9").contains($0) }
            if unit.count > 1, unit.count < word.count { words.insert(String(unit)) }
        }
    }
    return words
}
