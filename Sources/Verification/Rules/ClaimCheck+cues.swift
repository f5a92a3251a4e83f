import Domain

extension ClaimCheck {
    /// Words of denial, possibility, cause and reach that one side has and the other has not: no
    /// proof, but a reason to ask a judge.
    mutating func checkCues() {
        let sides = aligned()
        let focus = focus()
        let (ours, theirs) = (marks(claim), marks(grounds.span, in: focus))
        checkActs(focus)
        checkChoice()
        checkExtremes(ours, theirs, sides)
        if ours.has(.negation) != theirs.has(.negation) {
            for side in sides { checkDenial(side) }
        }
        for side in sides { checkPossibility(side, isHedged: ours.has(.modal)) }
        let isConditional = sides.contains { side in
            side.matched.contains { $0.has(.modal, lexicon.key("if")) }
        }
        if isConditional, !ours.has(.modal, "if"), !ours.has(.scope, "only") {
            ask("condition", "the evidence names a condition, the sentence does not")
        }
        if isEveryYear, grounds.span.isEverySeveral {
            ask("frequency", "the evidence tells of a longer while than the sentence")
        }
        checkOfficial(ours, theirs)
        checkCause(ours, theirs, sides)
        checkCompared(ours, theirs)
        checkReach(ours, theirs)
        checkTrends(sides)
        checkScope(ours, sides)
    }

    private mutating func checkOfficial(_ ours: Marks, _ theirs: Marks) {
        guard ours.has(.source, "official"), theirs.has(.source, "anonymous"),
            !theirs.has(.source, "official")
        else { return }
        let isPlain = claim.passage.holdsAny(["官方宣布", "官方确认", "正式宣布", "官宣"])
        find(
            "attribution.official", isPlain ? .hard : .soft,
            "the evidence has it from unnamed sources, the sentence from an announcement")
    }

    private mutating func checkCause(_ ours: Marks, _ theirs: Marks, _ sides: [Side]) {
        guard ours.has(.cause, "because") else { return }
        guard theirs.has(.cause) else {
            return ask("cause", "the sentence names a cause, the evidence does not")
        }
        let because = lexicon.key("because")
        // 由于设备老化，…: what leads a clause of its own can be another cause.
        let isStrange = sides.contains { side in
            side.matched.isEmpty && side.own.has(.cause, because)
                && claim.items[side.own.items].first { !$0.endsClause }?.meaning(.cause) != nil
        }
        if isStrange {
            ask("cause", "the cause that the sentence names is not known to be the evidence's")
        }
    }

    private mutating func checkScope(_ ours: Marks, _ sides: [Side]) {
        let near = marks(grounds.near)
        if ours.has(.scope, "all"), !["all", "whole"].contains(where: { near.has(.scope, $0) }),
            !countsAll
        {
            ask("scope", "the sentence speaks of all, the evidence does not")
        }
        for scope in ["most", "only", "independent"]
        where ours.has(.scope, scope) && !near.has(.scope, scope) && !isCounted(scope) {
            ask("scope", "the sentence speaks of \(scope), the evidence does not")
        }
        for scope in ["some", "most"]
        where sides.contains(where: { $0.evidence.contains { $0.has(.scope, lexicon.key(scope)) } })
            && !["some", "most"].contains(where: { ours.has(.scope, $0) })
        {
            ask("scope", "the evidence speaks of \(scope), the sentence does not")
        }
        if ours.has(.scope, "whole"), !["whole", "all"].contains(where: { near.has(.scope, $0) }) {
            ask("scope", "the sentence speaks of a whole country or world, the evidence does not")
        }
        if ours.has(.superlative, "most"), !near.has(.superlative), !isAllBounds {
            ask("superlative", "the sentence names a first or a most, the evidence does not")
        }
    }

    /// 全部 198 个中有 9 个 and 甲和乙均 speak of no more than is counted or named.
    private var countsAll: Bool {
        let all = lexicon.key("all")
        return claim.items.indices.filter { index in
            claim.items[index].meanings.contains { $0.kind == .scope && $0.key == all }
        }.allSatisfy { index in
            let range = claim.items[index].range
            let behind = claim.text(range.upperBound..<range.upperBound + 3).filter { $0 != " " }
            let before = claim.text(max(0, range.lowerBound - 24)..<range.lowerBound)
            return behind.first?.isNumber == true || claim.passage.holds("其余")
                || ["和", "与", "及", "、"].contains(where: before.contains)
        }
    }

    /// 仅 0.2% plays a figure down, and 17 of 24 are most of them.
    private func isCounted(_ scope: String) -> Bool {
        let key = lexicon.key(scope)
        if scope == "most" {
            return grounds.near.passage.holdsAnyLower([" of "])
                && zip(grounds.near.quantities, grounds.near.quantities.dropFirst()).contains {
                    $0.isCount && $1.isCount && $0.number.value * 2 > $1.number.value
                        && $0.number.value < $1.number.value
                        && grounds.near.text(between: $0.range, and: $1.range) == " of "
                }
        }
        guard scope == "only" else { return false }
        return claim.items.indices.filter { index in
            claim.items[index].meanings.contains { $0.kind == .scope && $0.key == key }
        }.allSatisfy { index in
            let end = claim.items[index].range.upperBound
            return claim.quantities.contains { (0...3).contains($0.range.lowerBound - end) }
        }
    }

    /// 每年, where no number stands between.
    private var isEveryYear: Bool {
        claim.passage.holdsAny(["每年", "每月", "每周", "每天"])
    }

    mutating func ask(_ rule: String, _ message: String) {
        find("cue.\(rule)", .soft, message)
    }

    /// 高于 for `below`: both may be right, seen from the other side.
    private mutating func checkCompared(_ ours: Marks, _ theirs: Marks) {
        for (own, other) in [("more", "less"), ("less", "more")]
        where ours.has(.compare, own) && !ours.has(.compare, other)
            && theirs.has(.compare, other) && !theirs.has(.compare, own)
        {
            ask("compare", "the sentence compares the other way round than the evidence")
        }
        let isUneven = ours.has(.compare, "more") != ours.has(.compare, "less")
        guard isUneven, !theirs.has(.compare, "more"), !theirs.has(.compare, "less") else { return }
        let figures = claim.quantities.count { quantity in
            isChecked(quantity)
                && grounds.near.quantities.contains {
                    lexicon.agreement(of: quantity, with: $0) == .full
                }
        }
        let isExpected = ours.has(.noun, "estimate")
        let isTold = theirs.has(.up) || theirs.has(.down)
        if theirs.has(.compare, "same") || figures < 2 && (isExpected || !isTold) {
            ask("compare", "the sentence compares, the evidence does not, or has both alike")
        }
    }

    /// 均 and 全部 are no part: where the evidence says some, or nine of twelve, all is wrong.
    private mutating func checkReach(_ ours: Marks, _ theirs: Marks) {
        guard ours.has(.scope, "all"), !ours.has(.scope, "some"), !ours.has(.scope, "most"),
            !theirs.has(.scope, "all"), !countsAll
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
        let told = Set(things.map(\.key))
        for thing in grounds.things where told.contains(thing.key) {
            found.insert(span.statements[span.item(at: thing.range.lowerBound)])
        }
        return found.isEmpty ? Set(span.statements) : found
    }

    func marks(_ reading: Reading, in focus: Set<Int>? = nil) -> Marks {
        var kinds: [WordKind: Set<Lexicon.Key>] = [:]
        for (index, item) in reading.items.enumerated()
        where focus?.contains(reading.statements[index]) ?? true {
            // 122 万只手表: a measure word is no `only`.
            if index > 0, item.range.count == 1, reading.items[index - 1].number != nil,
                item.meaning(.scope) != nil,
                item.range.lowerBound - reading.items[index - 1].range.upperBound <= 1
            {
                continue
            }
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
    /// every two years, every other month
    var isEverySeveral: Bool {
        items.indices.dropLast().contains { index in
            guard passage.isLatin(items[index].range.lowerBound),
                text(items[index].range).lowercased() == "every"
            else { return false }
            return items[index + 1].number.map { $0.value > 1 }
                ?? (text(items[index + 1].range).lowercased() == "other")
        }
    }

    /// `Some of the` and `Some laboratories` at the beginning of a sentence; `some 5,000` is about.
    var startsWithSome: Bool {
        items.indices.contains { index in
            let isFirst = index == 0 || sentences[index - 1] != sentences[index]
            return isFirst && text(items[index].range).lowercased() == "some"
                && !(index + 1 < items.count && items[index + 1].number != nil)
        }
    }
}
