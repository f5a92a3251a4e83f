import Domain

extension ClaimCheck {
    /// What the evidence says was not done was not done: where each side speaks of an act only with
    /// or only without denial, both agree.
    mutating func checkActs(_ focus: Set<Int>) {
        let ours = acts(claim, in: nil)
        let theirs = acts(grounds.span, in: focus)
        // `The northern one was not` denies an act that another clause names.
        let denies = grounds.span.items.contains { $0.meaning(.negation) != nil }
        // 仍有 3.4 万户未恢复 is what is left of 21.3.
        if tellsOfRest, !denies { return }
        for (act, told) in ours.sorted(by: { $0.key < $1.key }) {
            guard let other = theirs[act], told.polarity.count == 1, other.polarity.count == 1,
                told.polarity != other.polarity
            else { continue }
            find(
                "negation.flipped",
                told.polarity.contains(false) && denies || isLong ? .soft : .hard,
                told.polarity.contains(true)
                    ? "the evidence denies what the sentence says (\(lexicon.names[act]))"
                    : "the sentence denies what the evidence says (\(lexicon.names[act]))")
        }
    }

    private struct Act {
        /// Told as done (true), or denied (false).
        var polarity: Set<Bool> = []
        /// By a word for its opposite.
        var isOpposite = false
    }

    /// What is told of each act.
    private func acts(_ reading: Reading, in focus: Set<Int>?) -> [Lexicon.Key: Act] {
        var acts: [Lexicon.Key: Act] = [:]
        for (index, item) in reading.items.enumerated()
        where focus?.contains(reading.statements[index]) ?? true {
            guard item.meaning(.act) != nil || item.meaning(.deny) != nil else { continue }
            if isConditional(index, reading) { continue }
            let isDenied = isDenied(index, reading)
            for meaning in item.meanings where meaning.kind == .act || meaning.kind == .deny {
                // A denied denial is too much for a rule.
                if meaning.kind == .deny, isDenied {
                    acts[meaning.key, default: Act()].polarity.formUnion([true, false])
                } else {
                    acts[meaning.key, default: Act()].polarity.insert(
                        meaning.kind == .act && !isDenied)
                }
                if meaning.kind == .deny { acts[meaning.key]?.isOpposite = true }
            }
        }
        return acts
    }

    /// `unless talks resume` and 若谈判不恢复 say the same of a resumption that nobody asserts.
    private func isConditional(_ index: Int, _ reading: Reading) -> Bool {
        // 尚待议会通过, which parliament has yet to pass
        let (start, end) = (
            reading.items[index].range.lowerBound, reading.items[index].range.upperBound
        )
        if ["尚待", "有待", "尚需", "还需", "仍需", "还须", "仍须", "尚须"].contains(
            where: reading.text(max(0, start - 9)..<start).contains)
            || reading.text(max(0, start - 8)..<end).lowercased().contains("yet to ")
        {
            return true
        }
        let key = lexicon.key("if")
        let clause = reading.clauses[index]
        var other = index
        while other >= 0, reading.clauses[other] == clause {
            if reading.items[other].meanings.contains(where: { $0.kind == .modal && $0.key == key })
            {
                return true
            }
            other -= 1
        }
        return false
    }

    /// A word of denial shortly before, in the same clause.
    private func isDenied(_ index: Int, _ reading: Reading) -> Bool {
        let item = reading.items[index]
        let (start, end) = (item.range.lowerBound, item.range.upperBound)
        if ["停止", "终止", "放弃", "拒绝", "禁止", "取消"].contains(reading.text(max(0, start - 2)..<start)) {
            return true
        }
        // Support for 4.8 will end, 支持将于 3 月终止.
        let isSupport = item.meanings.contains { $0.key == lexicon.key("support") }
        if isSupport {
            let behind = reading.text(end..<end + 48).lowercased()
                .prefix { !"，,。；;".contains($0) }
            let ends = [" will end", " ends ", " ended ", " expire", "终止", "停止"]
            if ends.contains(where: behind.contains) { return true }
        }
        // Not before 2029 is in 2029 at the earliest.
        let isPutOff = reading.items.indices.dropFirst(index + 1).contains { other in
            reading.clauses[other] == reading.clauses[index]
                && ["before", "until", "till"].contains(
                    reading.text(reading.items[other].range).lowercased())
        }
        if isPutOff { return false }
        let reach = reading.passage.isLatin(item.range.lowerBound) ? 32 : 10
        var before = index - 1
        while before >= 0, reading.clauses[before] == reading.clauses[index] {
            let other = reading.items[before]
            guard item.range.lowerBound - other.range.upperBound <= reach else { break }
            if ["but", "and", "while"].contains(reading.text(other.range).lowercased()) { break }
            // 电子烟禁令 and a bill to ban vapes are things.
            let isBan = ["禁令", "ban"].contains(reading.text(other.range).lowercased())
            // 未采纳上诉 denies another act.
            let next = reading.items[before + 1]
            let isOfOther =
                before + 1 < index && (next.meaning(.act) != nil || next.meaning(.deny) != nil)
                && next.range.lowerBound - other.range.upperBound <= 1
            if other.meaning(.negation) != nil, !isBan, !isOfOther { return true }
            before -= 1
        }
        return false
    }

    /// 以较高者为准 is not `whichever is lower`.
    mutating func checkChoice() {
        func side(_ passage: Passage, _ high: [String], _ low: [String]) -> Int {
            (passage.holdsAnyLower(high) ? 1 : 0) - (passage.holdsAnyLower(low) ? 1 : 0)
        }
        let ours = side(
            claim.passage, ["较高者", "孰高", "取高", "较大者"], ["较低者", "孰低", "取低", "较小者"])
        guard ours != 0 else { return }
        let theirs = side(
            grounds.near.passage,
            ["whichever is greater", "whichever is higher", "whichever is larger", "较高者", "较大者"],
            ["whichever is lower", "whichever is less", "whichever is smaller", "较低者", "较小者"])
        if theirs == -ours {
            find("compare.flipped", .hard, "the evidence takes the other of the two")
        }
    }
}
