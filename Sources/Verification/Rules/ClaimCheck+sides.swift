import Domain

extension ClaimCheck {
    private var isWished: Bool {
        let wish = lexicon.key("wish")
        return claim.items.contains { item in
            item.meanings.contains { $0.kind == .modal && $0.key == wish }
        }
    }

    /// A stretch of the sentence and the stretches of the evidence that say
    /// the same.
    struct Side {
        var own: Stretches.Stretch
        var evidence: [Stretches.Stretch]
        /// Those of them that name something alike.
        var matched: [Stretches.Stretch]
    }

    /// Lays the stretches of the sentence beside those of the evidence, by what both name. A stretch
    /// that names nothing stands beside all that no other stretch does.
    func aligned() -> [Side] {
        var (ours, theirs) = (Stretches(claim), grounds.stretches)
        if grounds.span.isChinese { ours.addPairs(claim) }
        for (number, quantity) in claim.quantities.enumerated() where isChecked(quantity) {
            for other in grounds.span.quantities
            where lexicon.agreement(of: quantity, with: other) == .full {
                ours.add(figure: number, at: quantity.range.lowerBound, in: claim)
                theirs.add(figure: number, at: other.range.lowerBound, in: grounds.span)
            }
        }
        // A figure that was worked out stands for those that it comes from.
        for (number, quantity) in claim.quantities.enumerated() {
            for operand in workings[quantity.range.lowerBound]?.operands ?? [] {
                ours.add(figure: number, at: quantity.range.lowerBound, in: claim)
                for other in grounds.span.quantities
                where other.number == operand.number && other.units == operand.units {
                    theirs.add(figure: number, at: other.range.lowerBound, in: grounds.span)
                }
            }
        }
        for (word, place) in names { ours.add(anchor: word, at: place, in: claim) }
        ours.add(things, in: claim)
        let own = ours.all.map { theirs.sentences(for: $0.anchors) }
        let told = own.reduce(into: Set()) { $0.formUnion($1) }
        let matches = zip(ours.all, own).map { theirs.matching($0, in: $1) }
        let taken = Set(matches.flatMap { $0 })
        let rest = theirs.all.indices.filter {
            !taken.contains($0) && told.contains(theirs.all[$0].sentence)
        }
        return ours.all.indices.map { index in
            let own = matches[index]
            let sentences = Set(own.map { theirs.all[$0].sentence })
            // What names nothing goes on about what its sentence named.
            let bare = rest.filter {
                theirs.all[$0].anchors.isEmpty && sentences.contains(theirs.all[$0].sentence)
            }
            return Side(
                own: ours.all[index],
                evidence: (own.isEmpty ? rest : own + bare).map { theirs.all[$0] },
                matched: own.map { theirs.all[$0] })
        }
    }

    /// Whether the sentence tells of what is left.
    var tellsOfRest: Bool { claim.passage.holdsAny(["还有", "其余", "剩", "仍有", "尚有"]) }

    mutating func checkDenial(_ side: Side) {
        guard !side.evidence.isEmpty else { return }
        let isDenied = side.evidence.contains { $0.has(.negation) }
        guard side.own.has(.negation) != isDenied else { return }
        // Another sentence of a long text may deny it.
        if !isDenied, isLong, deniesAbout(side.own) { return }
        // 维持不变 is what does not change.
        if isDenied, claim.has(.compare, "same", lexicon: lexicon) { return }
        // 还有 5 个尚未开工 is what is left of twelve.
        if !isDenied, tellsOfRest { return }
        ask(
            "negation",
            isDenied
                ? "the evidence denies, the sentence does not"
                : "the sentence denies, the evidence does not")
    }

    /// Whether the evidence denies anything of what a stretch of the sentence names.
    private func deniesAbout(_ stretch: Stretches.Stretch) -> Bool {
        let span = grounds.span
        let told = Set(
            grounds.stretches.all.lazy.filter { !$0.anchors.isDisjoint(with: stretch.anchors) }
                .map(\.sentence))
        return span.items.indices.contains {
            told.contains(span.sentences[$0]) && span.items[$0].meaning(.negation) != nil
        }
    }

    /// 已: where the sentences that say so speak of plans.
    private func isDone(_ side: Side) -> Bool {
        guard side.own.has(.done, lexicon.key("firm")), !side.matched.isEmpty else { return false }
        let told = Set(side.matched.map(\.sentence))
        let open = ["may", "plan", "wish", "need"].map(lexicon.key)
        return grounds.stretches.all.contains { stretch in
            told.contains(stretch.sentence) && open.contains { stretch.has(.modal, $0) }
        }
    }

    mutating func checkPossibility(_ side: Side, isHedged: Bool) {
        let possible = ["may", "plan", "expect", "allege", "need"].map(lexicon.key)
        let isOpen = side.evidence.contains { stretch in
            possible.contains { stretch.has(.modal, $0) }
        }
        let isSoft = side.evidence.contains { $0.has(.modal) }
        let isPlanned = side.evidence.contains { stretch in
            stretch.has(.modal, lexicon.key("plan")) || stretch.has(.modal, lexicon.key("need"))
        }
        let isTold = side.own.has(.done)
        let wish = lexicon.key("wish")
        if side.matched.contains(where: { $0.has(.modal, wish) }), !isWished {
            ask("modality", "the evidence tells of a wish or a call, the sentence of more")
        }
        if isDone(side), !isHedged || !side.own.has(.modal) {
            ask("modality", "the evidence speaks of what may be, the sentence of what was done")
        }
        if !isHedged, isOpen || isSoft && isTold {
            ask("modality", "the evidence speaks of what may be, the sentence of what is")
        } else if side.own.has(.done, lexicon.key("firm")), !side.own.has(.modal), isPlanned {
            ask("modality", "the evidence speaks of what may be, the sentence of what was done")
        }
    }
}
