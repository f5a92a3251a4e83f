import Domain

extension ClaimCheck {
    /// Words of denial, possibility, cause and reach that one side has and the other has not: no
    /// proof, but a reason to ask a judge.
    mutating func checkCues() {
        let (ours, theirs) = (marks(claim), marks(grounds.span))
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
            ask("attribution", "the evidence names unnamed sources, the sentence an announcement")
        }
        if ours.has(.cause, "because"), !theirs.has(.cause) {
            ask("cause", "the sentence names a cause, the evidence does not")
        }
        let near = marks(grounds.near)
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

    struct Marks {
        var keys: Set<Lexicon.Key>
        var kinds: [WordKind: Set<Lexicon.Key>]
        let lexicon: Lexicon

        func has(_ kind: WordKind, _ key: String? = nil) -> Bool {
            guard let found = kinds[kind] else { return false }
            return key.map { found.contains(lexicon.key($0)) } ?? true
        }
    }

    func marks(_ reading: Reading) -> Marks {
        var kinds: [WordKind: Set<Lexicon.Key>] = [:]
        for item in reading.items {
            // May is a month where it is written like one.
            if item.meaning(.month) != nil, reading.passage.isUpper(item.range.lowerBound) {
                continue
            }
            for meaning in item.meanings { kinds[meaning.kind, default: []].insert(meaning.key) }
        }
        return Marks(keys: [], kinds: kinds, lexicon: lexicon)
    }
}
