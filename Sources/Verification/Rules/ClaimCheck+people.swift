import Domain

extension ClaimCheck {
    /// The Latin names of the sentence as anchors, and where each stands, with the originals of what
    /// it transcribes.
    func latinNames() -> [(anchor: Int, place: Int)] {
        claim.latinNames()
            + transcriptions.compactMap { name in
                name.original.map { (Reading.anchor($0), name.range.lowerBound) }
            }
    }

    /// A foreign name that sounds like no name of the sources.
    mutating func checkTranscriptions() {
        guard !grounds.near.isChinese else { return }
        for name in transcriptions
        where name.original == nil && name.isSpoken {
            find(
                "name.sound", .soft,
                "\"\(claim.text(name.range))\" sounds like no name of the sources; "
                    + "write its original in brackets")
        }
    }

    /// A person of the sentence stands at the evidence, or it goes on about them by a pronoun.
    mutating func checkElsewhere() {
        guard !grounds.near.isChinese, !transcriptions.isEmpty else { return }
        let words = grounds.words
        guard words.isDisjoint(with: Self.pronouns) else { return }
        for name in transcriptions {
            guard let original = name.original, !words.contains(original),
                !capitalWords(of: grounds.near.passage).isEmpty
            else { continue }
            find(
                "name.elsewhere", .soft,
                "\"\(claim.text(name.range))\" (\(original)) does not stand at the evidence")
        }
    }

    private static let pronouns: Set<String> = [
        "he", "she", "his", "her", "him", "hers",
    ]

    /// Who acts in the sentence, or has its figures, stands with them in the evidence, where that
    /// speaks of two one after the other.
    mutating func checkActors() {
        let (span, theirs) = (grounds.span, grounds.names)
        guard !theirs.isEmpty else { return }
        let own = Set(names.map(\.anchor))
        func statement(_ place: Int) -> Int {
            let index = span.items.lastIndex { $0.range.lowerBound <= place } ?? 0
            return span.statements.indices.contains(index) ? span.statements[index] : 0
        }
        var byStatement: [Int: Set<Int>] = [:]
        for name in theirs { byStatement[statement(name.place), default: []].insert(name.anchor) }
        guard byStatement.count > 1 else { return }
        let acts = claim.keys(.act).union(claim.keys(.deny))
        for act in acts {
            let places = Set(
                span.items.indices.filter { index in
                    span.items[index].meanings.contains { $0.kind == .act && $0.key == act }
                }.map { span.statements[$0] })
            guard places.count == 1, let place = places.first, let there = byStatement[place],
                there.isDisjoint(with: own),
                byStatement.contains(where: { $0.key != place && !$0.value.isDisjoint(with: own) })
            else { continue }
            ask(
                "actor",
                "the evidence has another do it than the sentence (\(lexicon.names[act]))")
        }
    }

    /// Who the sentence has say it is who the evidence has say it.
    mutating func checkSpeaker() {
        let ours = Stretches(claim)
        guard
            let verb = claim.items.indices.first(where: { index in
                isSpeech(claim, index)
                    && !claim.passage.isLatin(claim.items[index].range.lowerBound)
            }), let stretch = ours.all.first(where: { $0.items.contains(verb) })
        else { return }
        let start = claim.items[stretch.items.lowerBound].range.lowerBound
        let end = claim.items[verb].range.lowerBound
        // A stretch begins with the mark that ends the one before.
        let own = Set(
            names.filter { $0.place >= start && $0.place < end }.map(\.anchor))
        guard !own.isEmpty else { return checkSpeakingOffice(stretch.items.lowerBound..<verb) }
        let near = grounds.span
        let theirs = grounds.names
        // A sentence that tells the same figures and names who speaks will be theirs.
        let told = claim.quantities.filter(isChecked).flatMap { figure in
            near.quantities.filter { lexicon.agreement(of: figure, with: $0) == .full }
        }.map(\.sentence)
        if theirs.contains(where: {
            own.contains($0.anchor) && told.contains(near.sentence(at: $0.place))
        }) {
            return
        }
        var speakers: Set<Int> = []
        for index in near.items.indices where isSpeech(near, index) {
            // Orvane's Osei said; where nobody stands before it, `said Professor Aagaard`.
            let place = near.items[index].range
            let beside = theirs.filter { isBeside(index, $0.place, near) }
            let before = beside.filter {
                $0.place < place.lowerBound && place.lowerBound - $0.place <= 30
            }
            let behind = beside.filter {
                $0.place > place.upperBound && $0.place - place.upperBound <= 24
            }
            speakers.formUnion((before.isEmpty ? behind : before).map(\.anchor))
        }
        guard !speakers.isEmpty, speakers.isDisjoint(with: own) else { return }
        // Osei, the finance chief of Orvane: another name of the sentence's speaker may stand there.
        let all = Set(names.map(\.anchor))
        guard speakers.isDisjoint(with: all) || !Set(theirs.map(\.anchor)).isDisjoint(with: own)
        else { return }
        find("cue.attribution", .soft, "the evidence has somebody else say it")
    }

    /// 州政府警告说: a body or an office that speaks stands in the evidence.
    private mutating func checkSpeakingOffice(_ items: Range<Int>) {
        let span = grounds.span
        let kinds: [WordKind] = [.role, .noun, .name]
        let own = Set(
            claim.items[items].flatMap { item in
                item.meanings.filter { kinds.contains($0.kind) }.map(\.key)
            })
        let theirs = kinds.reduce(into: Set<Lexicon.Key>()) { $0.formUnion(span.keys($1)) }
        guard !own.isEmpty, own.isDisjoint(with: theirs), !span.keys(.role).isEmpty,
            span.items.indices.contains(where: { isSpeech(span, $0) })
        else { return }
        ask("attribution", "the evidence has somebody else say it")
    }

    /// No mark stands between the verb and the name.
    private func isBeside(_ verb: Int, _ place: Int, _ reading: Reading) -> Bool {
        let other = reading.items.firstIndex { $0.range.lowerBound >= place } ?? verb
        return (min(verb, other)..<max(verb, other)).allSatisfy { !reading.items[$0].endsSentence }
            && reading.clauses[verb] == reading.clauses[other]
    }

    private func isSpeech(_ reading: Reading, _ index: Int) -> Bool {
        let item = reading.items[index]
        guard reading.passage.isLatin(item.range.lowerBound) else {
            return Self.saying.contains(reading.text(item.range))
        }
        return Self.telling.contains(reading.text(item.range).lowercased())
    }

    private static let saying: Set<String> = [
        "表示", "称", "说", "指出", "透露", "坦言", "警告", "承认", "解释", "写道", "补充", "强调", "告诉",
        "估计", "认为", "指责", "呼吁", "预计", "警告称", "宣称", "披露", "声称",
    ]
    private static let telling: Set<String> = [
        "say", "says", "said", "told", "wrote", "writes", "added", "warned", "acknowledged",
        "admitted", "explained", "noted", "argued", "values", "valued", "estimates", "estimated",
        "called", "accused", "thinks", "believes", "expects", "expected", "according",
    ]

    /// Someone's office is one that the sources give them.
    mutating func checkOffices() {
        guard !transcriptions.isEmpty, !grounds.near.isChinese else { return }
        for (index, item) in claim.items.enumerated() {
            let keys = Set(item.meanings.filter { $0.kind == .role }.map(\.key))
            guard !keys.isEmpty, let word = holder(of: index) else { continue }
            let given = grounds.cited.reduce(into: Set<Lexicon.Key>()) {
                $0.formUnion(offices(of: word, in: $1.reading))
            }
            guard !given.isEmpty, given.isDisjoint(with: keys) else { continue }
            find(
                "role.holder", .soft,
                "the sources give \"\(word)\" another office than \"\(claim.text(item.range))\"")
        }
    }

    /// The original of the name that stands right behind an office, or before 出任 and the office.
    private func holder(of index: Int) -> String? {
        let range = claim.items[index].range
        if let name = transcriptions.first(where: {
            (0...1).contains($0.range.lowerBound - range.upperBound)
        }) {
            return name.original
        }
        let before = claim.text(max(0, range.lowerBound - 10)..<range.lowerBound)
        guard ["出任", "担任", "接任", "升任"].contains(where: before.contains) else { return nil }
        return transcriptions.last { $0.range.upperBound <= range.lowerBound }?.original
    }

    /// The offices that stand near a name in its sentence.
    private func offices(of word: String, in reading: Reading) -> Set<Lexicon.Key> {
        let items = reading.items
        var found: Set<Lexicon.Key> = []
        for index in items.indices {
            guard case .latin = items[index].kind,
                reading.text(items[index].range).lowercased().hasPrefix(word)
            else { continue }
            for other in max(0, index - 8)..<min(items.count, index + 9)
            where reading.sentences[other] == reading.sentences[index] {
                for meaning in items[other].meanings where meaning.kind == .role {
                    found.insert(meaning.key)
                }
            }
        }
        return found
    }
}

extension Reading {
    /// The words of at least three letters that begin with a capital and are no words of the lexicon,
    /// as numbers, and where each stands.
    func latinNames() -> [(anchor: Int, place: Int)] {
        var names: [(anchor: Int, place: Int)] = []
        for item in items {
            switch item.kind {
            case .latin, .code:
                guard passage.isUpper(item.range.lowerBound), item.range.count >= 3 else {
                    continue
                }
                // Orvane's is Orvane.
                let word = passage.lower[item.range].prefix { $0 != 0x27 }
                names.append((Self.anchor(word), item.range.lowerBound))
            case .number, .word, .clock, .numericDate, .mark: continue
            }
        }
        return names
    }

    static func anchor(_ word: String) -> Int { anchor(word.unicodeScalars.map(\.value)) }

    private static func anchor(_ word: some Sequence<UInt32>) -> Int {
        word.reduce(1 << 26) { ($0 &* 31 &+ Int($1)) & 0xfff_ffff | 1 << 26 }
    }
}
