import Domain

extension ClaimCheck {
    /// What stands in “…” was said so: verbatim in a Chinese source, and by the one who is named.
    mutating func checkQuotes() {
        let quotes = self.quotes(in: claim.passage)
        guard !quotes.isEmpty else { return }
        let isSpeech = claim.has(.speech, lexicon: lexicon)
        for quote in quotes {
            let words = claim.text(quote)
            let isQuote = isSpeech && han(words) >= 7
            if grounds.near.isChinese {
                checkWords(words, isQuote: isQuote)
            } else if isQuote {
                checkMarks(words)
            }
            if isQuote { checkSpeaker(words) }
        }
    }

    /// The ranges between outermost “ and ”.
    func quotes(in passage: Passage) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        var depth = 0
        for (index, value) in passage.scalars.enumerated() {
            if value == 0x201c {
                if depth == 0 { start = index + 1 }
                depth += 1
            } else if value == 0x201d, depth > 0 {
                depth -= 1
                if depth == 0, let begin = start { ranges.append(begin..<index) }
            } else if value == 0x22 {
                if depth == 0, let begin = start, begin > 0, passage.scalars[begin - 1] == 0x22 {
                    ranges.append(begin..<index)
                    start = nil
                } else if depth == 0 {
                    start = index + 1
                }
            }
        }
        return ranges
    }

    private func han(_ text: String) -> Int {
        text.unicodeScalars.count { Passage.isHan($0.value) }
    }

    /// In a Chinese source the words themselves stand, whatever the marks between them.
    private mutating func checkWords(_ words: String, isQuote: Bool) {
        let plain = letters(words)
        guard !plain.isEmpty,
            !(grounds.cited + grounds.others).contains(where: { holds($0, plain) })
        else { return }
        find(
            "quote.words", isQuote ? .hard : .soft,
            "no source of the sentence says “\(words.prefix(30))” in these words; "
                + "quote it as it stands, or drop the marks")
    }

    private func letters(_ text: String) -> [UInt32] {
        Passage(text).lower.filter {
            Passage.isHan($0) || Passage.isLatin($0) || Passage.isDigit($0)
        }
    }

    private func holds(_ source: SourceIndex, _ plain: [UInt32]) -> Bool {
        let hay = source.reading.passage.lower.filter {
            Passage.isHan($0) || Passage.isLatin($0) || Passage.isDigit($0)
        }
        guard let first = plain.first, hay.count >= plain.count else { return false }
        return (0...hay.count - plain.count).contains {
            hay[$0] == first && hay[$0..<$0 + plain.count].elementsEqual(plain)
        }
    }

    /// A translated quote has an original between marks.
    private mutating func checkMarks(_ words: String) {
        guard !grounds.near.passage.isQuoting else { return }
        let isElsewhere = grounds.cited.contains { $0.reading.passage.isQuoting }
        find(
            "quote.absent", isElsewhere ? .soft : .hard,
            "the evidence quotes nobody; write “\(words.prefix(20))” as indirect speech")
    }

    /// The one who is named as the speaker is not somebody else's neighbour: the evidence's
    /// sentence with the quote names another and not them.
    private mutating func checkSpeaker(_ words: String) {
        let near = grounds.near
        let ours = people(in: claim, where: { _ in true })
        guard ours.count == 1, let speaker = ours.first else { return }
        let sentences = Set(
            quotes(in: near.passage).flatMap { quote in
                near.items.indices.filter {
                    near.items[$0].range.lowerBound >= quote.lowerBound - 1
                        && near.items[$0].range.lowerBound <= quote.upperBound + 1
                }
            }.map { near.sentences[$0] })
        guard !sentences.isEmpty else { return }
        let quoted = people(in: near) { sentences.contains($0) }
        guard !quoted.isEmpty, quoted.isDisjoint(with: [speaker]),
            people(in: near, where: { _ in true }).contains(speaker)
        else { return }
        find(
            "quote.speaker", .hard,
            "the evidence has somebody else say “\(words.prefix(20))”")
    }

    private func people(in reading: Reading, where isIn: (Int) -> Bool) -> Set<Lexicon.Key> {
        var people: Set<Lexicon.Key> = []
        for (index, item) in reading.items.enumerated() where isIn(reading.sentences[index]) {
            for meaning in item.meanings where meaning.kind == .name {
                if lexicon.kinds[meaning.key] == .person { people.insert(meaning.key) }
            }
        }
        return people
    }

    /// What stands between marks denies as its original does, and is no more certain.
    mutating func checkQuoted() {
        let span = grounds.span
        guard !span.isChinese else { return }
        let theirs = quotes(in: span.passage)
        let ours = quotes(in: claim.passage).filter { $0.count >= 4 }
        guard ours.count == 1, let quote = ours.first, !theirs.isEmpty else { return }
        func has(_ kind: WordKind, _ reading: Reading, _ range: Range<Int>) -> Bool {
            reading.items.contains {
                range.contains($0.range.lowerBound) && $0.meaning(kind) != nil
            }
        }
        // The quote of the sentence that says what this one says, or any.
        let anchors = Set(things.map(\.key)).union(names.map(\.anchor)).union(claim.keys(.name))
        let homes = grounds.stretches.sentences(for: anchors)
        let near = theirs.filter { homes.contains(span.sentence(at: $0.lowerBound)) }
        let candidates = near.isEmpty ? theirs : near
        if candidates.allSatisfy({ has(.negation, span, $0) != has(.negation, claim, quote) }) {
            ask("negation", "the quote denies where its original does not, or the other way round")
        } else if !has(.modal, claim, quote), candidates.allSatisfy({ has(.modal, span, $0) }) {
            ask("modality", "the quote is more certain than its original")
        }
    }
}

extension Passage {
    /// Holds a quotation: between double marks, or 'between single ones'.
    fileprivate var isQuoting: Bool {
        scalars.indices.contains { place in
            switch scalars[place] {
            case 0x22, 0x201c, 0x201d: true
            case 0x27, 0x2018: (place == 0 || scalars[place - 1] == 0x20) && isLatin(place + 1)
            default: false
            }
        }
    }
}
