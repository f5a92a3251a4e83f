import Domain

extension ClaimCheck {
    /// A Chinese sentence laid beside its Chinese evidence, by the runs of characters that both have.
    mutating func checkRuns() {
        guard grounds.span.isChinese else { return }
        checkSaying(sharedRuns())
    }

    /// A run of at least two Han characters that stands in the evidence as well.
    private struct Run {
        var range: Range<Int>
        /// The sentences of the evidence that hold it.
        var sentences: Set<Int>
    }

    /// The longest runs, from left to right.
    private func sharedRuns() -> [Run] {
        let (ours, theirs) = (claim.passage.lower, grounds.span.passage.lower)
        var starts: [UInt64: [Int]] = [:]
        for index in theirs.indices.dropLast() {
            starts[UInt64(theirs[index]) << 32 | UInt64(theirs[index + 1]), default: []].append(
                index)
        }
        var runs: [Run] = []
        var index = 0
        while index + 1 < ours.count {
            guard Passage.isHan(ours[index]), Passage.isHan(ours[index + 1]),
                let places = starts[UInt64(ours[index]) << 32 | UInt64(ours[index + 1])]
            else {
                index += 1
                continue
            }
            var best = 0
            var found: [Int] = []
            for place in places.prefix(64) {
                var length = 2
                while index + length < ours.count, place + length < theirs.count,
                    ours[index + length] == theirs[place + length],
                    Passage.isHan(ours[index + length])
                {
                    length += 1
                }
                if length > best { (best, found) = (length, []) }
                if length == best { found.append(place) }
            }
            runs.append(
                Run(
                    range: index..<index + best,
                    sentences: Set(found.map(grounds.span.sentence(at:)))))
            index += best
        }
        return runs
    }

    /// Who says it in the sentence says it in that sentence of the evidence which says most of it.
    private mutating func checkSaying(_ runs: [Run]) {
        let verbs = ["表示", "介绍", "指出", "认为", "透露", "预计", "估计", "强调", "称"]
        guard
            let verb = runs.first(where: { verbs.contains(claim.text($0.range)) })?.range
                ?? claim.items.first(where: { verbs.contains(claim.text($0.range)) })?.range
        else { return }
        let clause = claim.clauses[claim.item(at: verb.lowerBound)]
        let speakers = runs.filter {
            $0.range.upperBound <= verb.lowerBound
                && claim.clauses[claim.item(at: $0.range.lowerBound)] == clause
        }
        guard let speaker = speakers.last else { return }
        var shares: [Int: Int] = [:]
        for run in runs where run.range.lowerBound >= verb.upperBound {
            for sentence in run.sentences { shares[sentence, default: 0] += run.range.count }
        }
        guard let best = shares.max(by: { $0.value < $1.value }), best.value >= 6 else { return }
        let span = grounds.span
        func says(_ sentence: Int) -> Bool {
            span.items.indices.contains {
                span.sentences[$0] == sentence && verbs.contains(span.text(span.items[$0].range))
            }
        }
        // Who spoke before goes on speaking.
        let isTheirs =
            speaker.sentences.contains(best.key)
            || speaker.sentences.contains(best.key - 1) && says(best.key - 1)
        if !isTheirs, says(best.key) { ask("attribution", "the evidence has somebody else say it") }
    }
}
