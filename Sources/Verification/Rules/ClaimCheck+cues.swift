import Domain

extension ClaimCheck {
    /// Words of denial, possibility, cause and reach that one side has and the other has not: no
    /// proof, but a reason to ask a judge.
    mutating func checkCues() {
        let focus = focus()
        let (ours, theirs) = (marks(claim), marks(grounds.span, in: focus))
        checkActs(focus)
        checkChoice()
        func ask(_ rule: String, _ message: String) { find("cue.\(rule)", .soft, message) }
        if ours.has(.negation) != theirs.has(.negation) {
            ask(
                "negation",
                ours.has(.negation)
                    ? "the sentence denies, the evidence does not"
                    : "the evidence denies, the sentence does not")
        }
        let possible = ["may", "plan", "expect", "allege", "if"]
        let isOpen = possible.contains { theirs.has(.modal, $0) }
        if !ours.has(.modal), isOpen || (theirs.has(.modal) && ours.has(.done)) {
            ask("modality", "the evidence speaks of what may be, the sentence of what is")
        }
        if ours.has(.source, "official"), theirs.has(.source, "anonymous"),
            !theirs.has(.source, "official")
        {
            let isPlain = ["官方宣布", "官方确认", "正式宣布", "官宣"].contains(
                where: claim.text(0..<claim.passage.count).contains)
            find(
                "attribution.official", isPlain ? .hard : .soft,
                "the evidence has it from unnamed sources, the sentence from an announcement")
        }
        if ours.has(.cause, "because"), !theirs.has(.cause) {
            ask("cause", "the sentence names a cause, the evidence does not")
        }
        let near = marks(grounds.near)
        checkReach(ours, theirs)
        if ours.has(.scope, "all"), !near.has(.scope, "all"), !near.has(.scope, "wide") {
            ask("scope", "the sentence speaks of all, the evidence does not")
        }
        for scope in ["most", "only"] where ours.has(.scope, scope) && !near.has(.scope, scope) {
            ask("scope", "the sentence speaks of \(scope), the evidence does not")
        }
        for scope in ["some", "most"]
        where theirs.has(.scope, scope)
            && !["some", "most"].contains(where: { ours.has(.scope, $0) })
        {
            ask("scope", "the evidence speaks of \(scope), the sentence does not")
        }
        if ours.has(.superlative, "most"), !near.has(.superlative) {
            ask("superlative", "the sentence names a first or a most, the evidence does not")
        }
    }

    /// 均 and 全部 are no part: where the evidence says some, or nine of twelve, all is wrong.
    private mutating func checkReach(_ ours: Marks, _ theirs: Marks) {
        guard ours.has(.scope, "all"), !ours.has(.scope, "some"), !ours.has(.scope, "most"),
            !theirs.has(.scope, "all")
        else { return }
        let counts = grounds.span.quantities.filter(\.isCount)
        let isPart = zip(counts, counts.dropFirst()).contains { part, whole in
            let between = grounds.span.text(
                part.range.upperBound..<max(part.range.upperBound, whole.range.lowerBound)
            ).lowercased()
            return [" of ", " of the ", " out of ", " of its ", " of all "].contains(between)
                && claim.quantities.contains { $0.number.value == whole.number.value }
                && !claim.quantities.contains { $0.number.value == part.number.value }
        }
        let isSome = theirs.has(.scope, "some") || grounds.span.startsWithSome
        if isPart || isSome {
            find("scope.all", .hard, "the evidence speaks of some, the sentence of all")
        }
    }

    struct Marks {
        var keys: Set<Lexicon.Key>
        var kinds: [WordKind: Set<Lexicon.Key>]
        let lexicon: Lexicon

        func has(_ kind: WordKind, _ key: String? = nil) -> Bool {
            guard let found = kinds[kind] else { return false }
            return key.map { found.contains(lexicon.key($0)) } ?? true
        }
    }

    /// The sentences of the span that the sentence is about: those that share a figure, a name or a
    /// thing with it; all of them where none does.
    private func focus() -> Set<Int> {
        let span = grounds.span
        let keys = claim.keys(.noun).union(claim.keys(.name)).union(claim.keys(.act))
        var found: Set<Int> = []
        for (index, item) in span.items.enumerated()
        where item.meanings.contains(where: { keys.contains($0.key) }) {
            found.insert(span.statements[index])
        }
        for quantity in claim.quantities {
            for other in span.quantities where lexicon.agreement(of: quantity, with: other) == .full
            {
                if let index = span.items.firstIndex(where: {
                    $0.range.lowerBound >= other.range.lowerBound
                }) {
                    found.insert(span.statements[index])
                }
            }
        }
        return found.isEmpty ? Set(span.statements) : found
    }

    func marks(_ reading: Reading, in focus: Set<Int>? = nil) -> Marks {
        var kinds: [WordKind: Set<Lexicon.Key>] = [:]
        for (index, item) in reading.items.enumerated()
        where focus?.contains(reading.statements[index]) ?? true {
            // May is a month where it is written like one.
            if item.meaning(.month) != nil, reading.passage.isUpper(item.range.lowerBound) {
                continue
            }
            for meaning in item.meanings { kinds[meaning.kind, default: []].insert(meaning.key) }
        }
        return Marks(keys: [], kinds: kinds, lexicon: lexicon)
    }
}

extension Reading {
    /// `Some of the` and `Some laboratories` at the beginning of a sentence; `some 5,000` is about.
    var startsWithSome: Bool {
        items.indices.contains { index in
            let isFirst = index == 0 || sentences[index - 1] != sentences[index]
            return isFirst && text(items[index].range).lowercased() == "some"
                && !(index + 1 < items.count && items[index + 1].number != nil)
        }
    }
}
