/// Cuts a passage into items, from left to right, each the longest that begins where it begins.
struct Lexer {
    let passage: Passage
    let lexicon: Lexicon
    /// 1.050,5 is one thousand and fifty and a half.
    let hasDecimalComma: Bool

    init(_ passage: Passage, lexicon: Lexicon = .shared) {
        self.passage = passage
        self.lexicon = lexicon
        hasDecimalComma = Self.looksContinental(passage)
    }

    func items() -> [Item] {
        var items: [Item] = []
        var index = 0
        while index < passage.count {
            let item = item(at: index)
            if let item { items.append(item) }
            index = max(index + 1, item?.range.upperBound ?? index + 1)
        }
        return items
    }

    private func item(at index: Int) -> Item? {
        let value = passage.scalars[index]
        if value == 0x20 { return nil }
        // 三季度 and 1季度 begin with a number, and are none.
        if Passage.isDigit(value) || Lexer.digitValues[value] != nil,
            let (end, meanings) = lexicon.longest(in: passage, at: index),
            meanings.contains(where: { $0.kind == .period })
        {
            return Item(kind: .word, range: index..<end, meanings: meanings)
        }
        if Passage.isDigit(value) { return digits(at: index) }
        if let number = hanNumber(at: index) { return number }
        if let number = wordNumber(at: index) { return number }
        if Passage.isLatin(value) { return latin(at: index) }
        if let (end, meanings) = lexicon.longest(in: passage, at: index) {
            let fitting = meanings.filter { $0.kind != .role || !isCutShort(end) }
            return fitting.isEmpty
                ? nil : Item(kind: .word, range: index..<end, meanings: fitting)
        }
        guard !Passage.isHan(value) else { return nil }
        // A hyphen joins, unless it stands between spaces.
        if value == 0x2d, !(index > 0 && passage.scalars[index - 1] == 0x20) { return nil }
        // A full stop inside of U.S. or before a digit ends nothing.
        if value == 0x2e, !endsSentence(index) { return nil }
        return Item(kind: .mark(value == 0x2e ? 0x3002 : value), range: index..<index + 1)
    }

    /// A full stop ends a sentence before white space and a capital, a quote or nothing.
    private func endsSentence(_ index: Int) -> Bool {
        var next = index + 1
        while next < passage.count, [0x201d, 0x22, 0x27, 0x29].contains(passage.scalars[next]) {
            next += 1
        }
        guard next < passage.count else { return true }
        guard passage.scalars[next] == 0x20 || passage.scalars[next] == 0x0a else {
            return Passage.isHan(passage.scalars[next])
        }
        // U.S. and J. P. go on; Nov. 18 goes on.
        var start = index
        while start > 0, passage.isLatin(start - 1) { start -= 1 }
        if index - start == 1, passage.isUpper(start) { return false }
        let word = passage.text(start..<index).lowercased()
        if Self.abbreviations.contains(word) { return false }
        while next < passage.count, passage.scalars[next] == 0x20 { next += 1 }
        return !(next < passage.count && passage.isLatin(next) && !passage.isUpper(next))
    }

    /// A Latin word: of the lexicon, a code, or another.
    private func latin(at index: Int) -> Item {
        var end = index
        while end < passage.count, isWordScalar(end) { end += 1 }
        if let (match, meanings) = lexicon.longest(in: passage, at: index),
            match >= end || !passage.isLatin(match - 1) || !isWordScalar(match)
                || passage.scalars[match] == 0x27,
            // M36 holds no m³.
            !passage.isDigit(match - 1) || !passage.isDigit(match)
        {
            let fitting = meanings.filter {
                switch $0.kind {
                case .name: isName(index..<match)
                case .sign: isSign(index..<match)
                default: true
                }
            }
            return Item(
                kind: fitting.isEmpty ? .latin : .word, range: index..<match, meanings: fitting)
        }
        if let sign = gluedSign(at: index) { return sign }
        let hasDigit = (index..<end).contains { passage.isDigit($0) }
        if hasDigit { return Item(kind: .code, range: index..<codeEnd(end)) }
        if end + 1 < passage.count, passage.scalars[end] == 0x2d, passage.isDigit(end + 1),
            !Self.prefixes.contains(passage.text(index..<end).lowercased())
        {
            return Item(kind: .code, range: index..<codeEnd(end + 1))
        }
        return Item(kind: .latin, range: index..<end)
    }

    /// A name begins with a capital, and one of at most four letters is capitals throughout or
    /// begins with one: the pronoun us is no country. Bodies may be written small.
    private func isName(_ range: Range<Int>) -> Bool {
        if range.count > 8 { return true }
        guard passage.isUpper(range.lowerBound) else { return false }
        let letters = range.filter { passage.isLatin($0) }
        return letters.count != 2 || letters.allSatisfy { passage.isUpper($0) }
            || !Self.smallWords.contains(passage.text(range).lowercased())
    }

    /// 第二部长片, 银行长期, 城市长约: 长 begins the next word, and there is no minister.
    private func isCutShort(_ end: Int) -> Bool {
        guard passage.scalars[end - 1] == 0x957f, end < passage.count else { return false }
        return Self.lengths.contains(passage.scalars[end])
    }

    private static let lengths = Set("期达约度久年远时效篇片跑途线高大成短宽假".unicodeScalars.map(\.value))

    /// Codes of currencies are capitals: TRY 5 million is money, Try 5 is not. Kroner and shillings
    /// are NKr and Ksh. No one letter is a currency, but before an amount: R5.2 billion.
    private func isSign(_ range: Range<Int>) -> Bool {
        let letters = range.filter { passage.isLatin($0) }
        switch letters.count {
        case 0, 2: return true
        case 1: return range.count > 1
        default:
            let word = passage.text(range)
            return letters.allSatisfy(passage.isUpper)
                || ["Kr", "sh", "shs"].contains(where: word.hasSuffix)
        }
    }

    /// RM5.2 million, SEK600m: letters that stand for money right before an amount. A code (RS485) has
    /// no scale, no comma and no point, unless it begins with the three letters of a currency.
    private func gluedSign(at index: Int) -> Item? {
        var end = index
        while end < passage.count, passage.isLatin(end) { end += 1 }
        guard end > index, end < passage.count, passage.isDigit(end), passage.isUpper(index),
            let (match, meanings) = lexicon.longest(in: passage, at: index),
            match == end
        else { return nil }
        let signs = meanings.filter { $0.kind == .sign }
        guard !signs.isEmpty,
            end - index > 2 ? isSign(index..<end) : isAmount(at: end, letters: end - index)
        else { return nil }
        return Item(kind: .word, range: index..<end, meanings: signs)
    }

    /// RM5.2, R1,200 and R40 million, where RS485 and P2.5 may be anything.
    private func isAmount(at start: Int, letters: Int) -> Bool {
        var end = start
        while end < passage.count, passage.isDigit(end) { end += 1 }
        guard end + 1 < passage.count else { return false }
        if passage.scalars[end] == 0x2c, passage.isDigit(end + 1) { return true }
        if passage.scalars[end] == 0x2e, passage.isDigit(end + 1) {
            if letters > 1 { return true }
            end += 1
            while end < passage.count, passage.isDigit(end) { end += 1 }
            guard end < passage.count else { return false }
        }
        if passage.scalars[end] == 0x20 { end += 1 }
        return lexicon.longest(in: passage, at: end)?.meanings.contains { $0.kind == .scale }
            ?? false
    }

    private static let smallWords: Set<String> = [
        "us", "it", "ap", "un", "eu", "uk", "hp", "ge", "ft",
    ]

    /// Letters, digits, dots and hyphens that belong to a code: v3.2.4, CVE-2025-1234.
    func codeEnd(_ start: Int) -> Int {
        var end = start
        while end < passage.count {
            let isJoint = [0x2e, 0x2d, 0x5f].contains(passage.scalars[end])
            let goesOn =
                end + 1 < passage.count && (passage.isDigit(end + 1) || passage.isLatin(end + 1))
            guard isWordScalar(end) && passage.scalars[end] != 0x27 || (isJoint && goesOn) else {
                break
            }
            end += 1
        }
        return end
    }

    private func isWordScalar(_ index: Int) -> Bool {
        passage.isLatin(index) || passage.isDigit(index)
            || (passage.scalars[index] == 0x27 && passage.isLatin(index + 1))
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "st", "no", "vs", "inc", "corp", "co", "ltd", "jan", "feb", "mar",
        "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx", "gen", "sen",
        "rep", "gov", "prof", "lt", "col", "sgt", "mt", "rs", "mio", "mrd", "ca", "bzw",
    ]
    private static let prefixes: Set<String> = [
        "mid", "pre", "post", "early", "late", "since", "non", "sub", "under", "over", "pro",
        "anti", "par", "top",
        "about", "to", "and", "or",
    ]

    /// German, French and their like, by their most common words.
    private static func looksContinental(_ passage: Passage) -> Bool {
        var hits = 0
        var start: Int?
        for index in 0...passage.count {
            if passage.isLatin(index) {
                start = start ?? index
            } else if let begin = start {
                start = nil
                if (2...10).contains(index - begin),
                    let weight = continental[passage.text(begin..<index).lowercased()]
                {
                    hits += weight
                    if hits >= 3 { return true }
                }
            }
        }
        return false
    }

    private static let continental: [String: Int] = [
        "der": 1, "die": 1, "das": 1, "und": 1, "den": 1, "dem": 1, "des": 1, "ein": 1, "im": 1,
        "mit": 1,
        "auf": 1, "von": 1, "zum": 1, "les": 1, "une": 1, "est": 1, "dans": 1, "pour": 1, "los": 1,
        "las": 1, "del": 1, "una": 1, "para": 1, "nel": 1, "prozent": 3, "millionen": 3,
        "milliarden": 3, "milliarde": 3, "mio": 3, "mrd": 3, "milliards": 3, "millones": 3,
        "miljoner": 3,
    ]
}
