import Domain

extension ClaimCheck {
    /// Who stands beside a figure, a day or another name in the sentence stands beside it in the
    /// evidence: in one of its sentences, unless that names nobody and goes on about who came before.
    mutating func checkCompany() {
        let span = grounds.span
        guard (span.sentences.last ?? 0) > 1, !span.isChinese else { return }
        let theirs = namesBySentence()
        // Who a text is about need not be named again.
        let subject = theirs[theirs.keys.min() ?? 0] ?? []
        let own = Set(names.map(\.anchor))
        var told: (anchors: Set<Int>, sentence: Int) = ([], -1)
        for stretch in Stretches(claim).all {
            let start = claim.items[stretch.items.lowerBound].range.lowerBound
            let end = claim.items[stretch.items.upperBound - 1].range.upperBound
            let here = Set(names.filter { (start..<end).contains($0.place) }.map(\.anchor))
            // What names nobody goes on about who was named before.
            if !here.isEmpty || told.sentence != stretch.sentence {
                told = (here, stretch.sentence)
            }
            let others = told.anchors.subtracting(subject)
            let home = Set(theirs.filter { !$0.value.isDisjoint(with: others) }.keys)
            guard !home.isEmpty else { continue }
            let isStrange = companions(in: start..<end).contains { places in
                !places.isEmpty && places.isDisjoint(with: home)
                    && places.allSatisfy { place in
                        !(theirs[place] ?? []).subtracting(subject).isSubset(of: own)
                    }
            }
            if isStrange {
                return ask(
                    "company", "the sentence puts together what the evidence tells of others")
            }
        }
    }

    /// A thing that has one name only stands in a source, by whatever name.
    mutating func checkThings() {
        let sources = grounds.cited + grounds.others
        // The words are of two languages.
        guard sources.allSatisfy({ $0.reading.isChinese || $0.words.contains("the") }) else {
            return
        }
        for thing in things where thing.isExact && !claim.passage.isLatin(thing.range.lowerBound) {
            let same = things.filter { $0.range == thing.range }.map(\.key)
            guard !sources.contains(where: { !$0.things.isDisjoint(with: same) }) else { continue }
            return ask("thing", "no source speaks of \"\(claim.text(thing.range))\"")
        }
    }

    /// For each figure and day of a stretch the sentences of the evidence that have it.
    private func companions(in range: Range<Int>) -> [Set<Int>] {
        let span = grounds.span
        let figures = claim.quantities.filter {
            range.contains($0.range.lowerBound) && isChecked($0) && $0.number.digits > 1
        }.map { figure in
            Set(
                span.quantities.filter { lexicon.agreement(of: figure, with: $0) == .full }
                    .map(\.sentence))
        }
        let days = claim.dates.filter { date in
            range.contains(date.range.lowerBound) && date.relative == nil
                && (date.written.year != nil || date.written.day != nil)
        }.map { date in
            Set(
                span.dates.filter { $0.written == date.written }.map {
                    span.sentence(at: $0.range.lowerBound)
                })
        }
        return figures + days
    }

    /// The names in each sentence of the evidence; what begins one may be any word.
    private func namesBySentence() -> [Int: Set<Int>] {
        var found: [Int: Set<Int>] = [:]
        for name in grounds.names {
            found[grounds.span.sentence(at: name.place), default: []].insert(name.anchor)
        }
        return found
    }
}
