import Domain

extension ClaimCheck {
    /// A figure or a day stands in that stretch of the evidence which says most of what the sentence
    /// says of it: where another of its kind stands in a better one, it may have been mistaken.
    mutating func checkHomes() {
        let span = grounds.span
        guard (span.sentences.last ?? 0) > 1 else { return }
        let homes = Homes(claim, names: names, in: grounds)
        for figure in claim.quantities where isChecked(figure) && !isTime(figure) {
            let own = span.quantities.filter {
                lexicon.agreement(of: figure, with: $0) == .full
            }
            guard !own.isEmpty else { continue }
            let rivals = span.quantities.filter { other in
                isAlike(other, figure) && other.number.isOrdinal == figure.number.isOrdinal
                    && (other.number.form == .digits || figure.number.form != .digits)
                    && (!figure.isCount || unitWord(other, span) == unitWord(own[0], span))
                    && !claim.quantities.contains {
                        lexicon.agreement(of: $0, with: other) == .full
                    }
            }
            if let rival = homes.better(
                at: figure.range.lowerBound, own.map(\.range.lowerBound),
                rivals.map(\.range.lowerBound)),
                let match = rivals.first(where: { $0.range.lowerBound == rival })
            {
                ask(
                    "binding",
                    "what the sentence says of \"\(claim.text(figure.range))\" the evidence says of "
                        + "\"\(span.text(match.range))\"")
            }
        }
        for date in claim.dates where date.written.day != nil {
            let own = span.dates.filter {
                $0.written.day == date.written.day
                    && ($0.written.month == nil || $0.written.month == date.written.month)
            }
            let rivals = span.dates.filter { other in
                other.written.day != nil
                    && !claim.dates.contains { $0.written.day == other.written.day }
            }
            if !own.isEmpty,
                let rival = homes.better(
                    at: date.range.lowerBound, own.map(\.range.lowerBound),
                    rivals.map(\.range.lowerBound)),
                let match = rivals.first(where: { $0.range.lowerBound == rival })
            {
                ask(
                    "binding",
                    "what the sentence says of \"\(claim.text(date.range))\" the evidence says of "
                        + "\"\(span.text(match.range))\"")
            }
        }
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

    init(_ claim: Reading, names: [(anchor: Int, place: Int)], in grounds: Grounds) {
        var (ours, theirs) = (Stretches(claim), grounds.stretches)
        span = grounds.span
        if span.isChinese { ours.addPairs(claim) }
        for (word, place) in names { ours.add(anchor: word, at: place, in: claim) }
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
    func better(at place: Int, _ own: [Int], _ rivals: [Int]) -> Int? {
        guard let index = ours.stretch(at: place, in: claim) else { return nil }
        let anchors = ours.all[index].anchors
        let best = own.map { share(anchors, at: $0) }.max() ?? 0
        let rated = rivals.map { (place: $0, share: share(anchors, at: $0)) }
        guard let rival = rated.max(by: { $0.share < $1.share }), rival.share >= 1,
            rival.share >= best * 2 + 0.5
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
