import Domain

extension ClaimCheck {
    /// A figure or a day stands in that stretch of the evidence which says most of what the sentence
    /// says of it: where another of its kind stands in a better one, it may have been mistaken.
    mutating func checkHomes() {
        let span = grounds.span
        guard (span.sentences.last ?? 0) > 1 else { return }
        let told = toldBySentence()
        let homes = Homes(claim, names: names, things: things, in: grounds)
        for figure in claim.quantities
        where isChecked(figure) && !isTime(figure)
            && !(figure.number.form == .han && figure.number.value <= 3)
        {
            let own = span.quantities.filter {
                lexicon.agreement(of: figure, with: $0) == .full
            }
            guard !own.isEmpty else { continue }
            let rivals = span.quantities.filter { other in
                isAlike(other, figure) && other.number.isOrdinal == figure.number.isOrdinal
                    && (other.number.form == .digits || figure.number.form != .digits)
                    && (!figure.isCount
                        || [unitWord(own[0], span), unitWord(figure, claim)].contains(
                            unitWord(other, span)))
                    && !isTold(other)
            }
            if let rival = home(homes, told, figure.range, own.map(\.range), rivals.map(\.range)) {
                ask(
                    "binding",
                    "what the sentence says of \"\(claim.text(figure.range))\" the evidence says of "
                        + "\"\(span.text(rival))\"")
            }
        }
        checkNameHomes(homes)
        checkDateHomes(homes, told)
    }

    private mutating func checkDateHomes(_ homes: Homes, _ told: [Int: Int]) {
        let span = grounds.span
        for date in claim.dates
        where date.relative == nil && date.written.month != nil || date.written.day != nil {
            let own = span.dates.filter {
                $0.written.day == date.written.day
                    && ($0.written.month == nil || $0.written.month == date.written.month)
            }
            let rivals = span.dates.filter { other in
                // Who writes on November 18 does not mean that day.
                !other.days(published: grounds.published).contains { $0 == grounds.published }
                    && (other.written.day != nil) == (date.written.day != nil)
                    && (other.written.day != nil || other.written.month != nil)
                    && !claim.dates.contains {
                        $0.written.day == other.written.day
                            && ($0.written.day != nil || $0.written.month == other.written.month)
                    }
            }
            guard let rival = home(homes, told, date.range, own.map(\.range), rivals.map(\.range))
            else { continue }
            find(
                // A month is told of all that happens in it.
                "date.binding", date.written.day == nil ? .soft : .hard,
                "what the sentence says of \"\(claim.text(date.range))\" the evidence says of "
                    + "\"\(span.text(rival))\"")
        }
    }

    /// How many figures, days and names of the sentence each sentence of the evidence tells.
    private func toldBySentence() -> [Int: Int] {
        let span = grounds.span
        var told: [Int: Int] = [:]
        for figure in claim.quantities where isChecked(figure) {
            let same = span.quantities.filter { lexicon.agreement(of: figure, with: $0) == .full }
            for sentence in Set(same.map(\.sentence)) { told[sentence, default: 0] += 1 }
        }
        for date in claim.dates where date.written.day != nil {
            let same = span.dates.filter { $0.written.day == date.written.day }
            for sentence in Set(same.map { span.sentence(at: $0.range.lowerBound) }) {
                told[sentence, default: 0] += 1
            }
        }
        for anchor in Set(names.map(\.anchor)) {
            let same = grounds.names.filter { $0.anchor == anchor }
            for sentence in Set(same.map { span.sentence(at: $0.place) }) {
                told[sentence, default: 0] += 1
            }
        }
        return told
    }

    /// The figure or day of the evidence of which it says what the sentence says of another.
    private func home(
        _ homes: Homes, _ told: [Int: Int], _ place: Range<Int>, _ own: [Range<Int>],
        _ rivals: [Range<Int>]
    ) -> Range<Int>? {
        // What is told beside it speaks for where it stands.
        let company = own.map { told[grounds.span.sentence(at: $0.lowerBound), default: 1] - 1 }
        let rivals = rivals.filter {
            told[grounds.span.sentence(at: $0.lowerBound), default: 0] >= company.max() ?? 0
        }
        guard !own.isEmpty,
            let rival = homes.better(
                at: place.lowerBound, own.map(\.lowerBound), rivals.map(\.lowerBound))
        else { return nil }
        return rivals.first { $0.lowerBound == rival }
    }

    /// The same of names: the fund that bought in does not buy the power.
    private mutating func checkNameHomes(_ homes: Homes) {
        let span = grounds.span
        let told = Set(names.map(\.anchor)).union(claim.keys(.name))
        for name in names {
            let own = grounds.names.filter { $0.anchor == name.anchor }.map(\.place)
            // Any word begins a sentence with a capital, and who stands in one sentence with a name is
            // named beside it.
            let sentences = Set(own.map(span.sentence(at:)))
            let rivals = grounds.names.filter {
                !told.contains($0.anchor) && !isFirst($0.place)
                    && !sentences.contains(span.sentence(at: $0.place))
            }
            checkName(homes, name.anchor, name.place, own, rivals.map(\.place))
        }
        for item in claim.items {
            for meaning in item.meanings where meaning.kind == .name {
                func places(_ isWanted: (Lexicon.Meaning) -> Bool) -> [Int] {
                    span.items.filter { $0.meanings.contains { $0.kind == .name && isWanted($0) } }
                        .map(\.range.lowerBound)
                }
                let kind = lexicon.kinds[meaning.key]
                checkName(
                    homes, meaning.key, item.range.lowerBound, places { $0.key == meaning.key },
                    places { lexicon.kinds[$0.key] == kind && !told.contains($0.key) })
            }
        }
    }

    private mutating func checkName(
        _ homes: Homes, _ key: Int, _ place: Int, _ own: [Int], _ rivals: [Int]
    ) {
        guard !own.isEmpty, let rival = homes.better(at: place, own, rivals, without: key) else {
            return
        }
        let item = grounds.span.items.first { $0.range.lowerBound == rival }
        ask(
            "company",
            "what the sentence tells of a name the evidence tells of "
                + "\"\(item.map { grounds.span.text($0.range) } ?? "")\"")
    }

    private func isFirst(_ place: Int) -> Bool {
        let span = grounds.span
        guard let index = span.items.firstIndex(where: { $0.range.lowerBound == place }) else {
            return false
        }
        return index == 0 || span.sentences[index - 1] != span.sentences[index]
    }

    /// What counts: the sign behind a number.
    private func unitWord(_ quantity: Quantity, _ reading: Reading) -> String {
        reading.isChinese
            ? reading.text(quantity.range.upperBound..<quantity.range.upperBound + 1) : ""
    }
}

/// What the stretches of a sentence share with those of its evidence.
private struct Homes {
    private let ours: Stretches
    private let theirs: Stretches
    private let claim: Reading
    private let span: Reading
    /// How many stretches of the evidence have an anchor.
    private var holders: [Int: Int] = [:]

    init(
        _ claim: Reading, names: [(anchor: Int, place: Int)], things: [Things.Mention],
        in grounds: Grounds
    ) {
        var (ours, theirs) = (Stretches(claim), grounds.stretches)
        span = grounds.span
        if span.isChinese { ours.addPairs(claim) }
        for (word, place) in names { ours.add(anchor: word, at: place, in: claim) }
        ours.add(things, in: claim)
        for date in claim.dates {
            guard let year = date.written.year else { continue }
            ours.add(anchor: Self.years + year, at: date.range.lowerBound, in: claim)
        }
        for date in span.dates {
            guard let year = date.written.year else { continue }
            theirs.add(anchor: Self.years + year, at: date.range.lowerBound, in: span)
        }
        self.claim = claim
        self.ours = ours
        self.theirs = theirs
        for stretch in theirs.all {
            for anchor in stretch.anchors { holders[anchor, default: 0] += 1 }
        }
    }

    private static let years = 1 << 30

    /// The place among some of the evidence that shares clearly more with a place of the sentence
    /// than all others do; nil for none.
    func better(
        at place: Int, _ own: [Int], _ rivals: [Int], without key: Int? = nil
    ) -> Int? {
        guard let index = ours.stretch(at: place, in: claim) else { return nil }
        let anchors = ours.all[index].anchors.filter { $0 != key }
        let best = own.map { share(anchors, at: $0) }.max() ?? 0
        let rated = rivals.map { (place: $0, share: share(anchors, at: $0)) }
        guard let rival = rated.max(by: { $0.share < $1.share }), rival.share >= 0.75,
            rival.share >= min(best * 1.5 + 0.4, best + 1.5)
        else { return nil }
        return rival.place
    }

    private func share(_ anchors: Set<Int>, at place: Int) -> Double {
        guard let index = theirs.stretch(at: place, in: span) else { return 0 }
        func shared(_ index: Int) -> Double {
            theirs.all[index].anchors.intersection(anchors).reduce(0) {
                $0 + 1 / Double(holders[$1] ?? 1)
            }
        }
        // What names nothing more goes on about the stretch before.
        let isLater = index > 0 && theirs.all[index - 1].sentence == theirs.all[index].sentence
        return shared(index) + (isLater ? shared(index - 1) / 2 : 0)
    }
}
