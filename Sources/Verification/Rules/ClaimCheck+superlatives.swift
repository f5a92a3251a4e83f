import Domain

extension ClaimCheck {
    /// Highest for lowest is no matter of words.
    mutating func checkExtremes(_ ours: Marks, _ theirs: Marks, _ sides: [Side]) {
        if claim.passage.holdsAny(["最", "首位", "榜首", "居首", "第一", "新高", "新低"]),
            ours.has(.superlative, "most"),
            !["首位", "榜首", "居首", "第一"].contains(where: {
                claim.passage.holds($0) && grounds.near.passage.holds($0)
            }),
            !claim.quantities.contains(where: { $0.number.isOrdinal })
        {
            let homes = homes(of: .superlative, sides)
            if homes.contains(where: grounds.span.ranksAll) {
                find(
                    "superlative.ranked", .hard,
                    "the sentence names the first, the evidence the second or a later one")
            }
        }
        checkEver()
        for (own, other) in [("high", "low"), ("low", "high")]
        where !isAllBounds && !isPace && ours.has(.superlative, own)
            && !ours.has(.superlative, other)
            && theirs.has(.superlative, other) && !theirs.has(.superlative, own)
        {
            let homes = homes(of: .superlative, sides)
            let key = lexicon.key(other)
            let isThere = homes.contains { home in
                grounds.stretches.all.contains { $0.sentence == home && $0.has(.superlative, key) }
            }
            find(
                "superlative.flipped", isThere ? .hard : .soft,
                "the sentence names the \(own == "high" ? "most" : "least"), the evidence the other"
            )
        }
    }

    /// 有史以来最大 is not the largest since 2023.
    private mutating func checkEver() {
        let near = grounds.near.passage
        guard claim.passage.holdsAny(["有史以来", "史上最", "历史上最", "历来最", "创历史"]),
            near.holdsAnyLower([" since ", "以来"]),
            !near.holdsAnyLower([
                "ever", "histor", "on record", "record", "all-time", "all time", "first", "史", "纪录",
                "记录", "首", "unprecedented", "never", "since its", "since the", "since they",
                "since it", "开始统计", "began",
            ])
        else { return }
        find(
            "superlative.flipped", .hard,
            "the sentence speaks of all times, the evidence of those since a year")
    }

    /// The sentences of the evidence that say what the stretches with a kind of word say.
    private func homes(of kind: WordKind, _ sides: [Side]) -> Set<Int> {
        let all = Set(grounds.span.sentences)
        return all.count == 1
            ? all : Set(sides.filter { $0.own.has(kind) }.flatMap(\.matched).map(\.sentence))
    }

    /// A figure that is the highest of its kind is not less than another that stands beside it.
    mutating func checkTop() {
        let span = grounds.span
        guard claim.passage.holdsAny(["最高", "最大", "最多", "居首", "首位"]) else { return }
        let told = claim.quantities.filter { isChecked($0) && $0.bound == .none }.compactMap {
            figure in span.quantities.first { lexicon.agreement(of: figure, with: $0) == .full }
        }
        guard told.count == 1, let figure = told.first, let unit = figure.units.first else {
            return
        }
        let isRanked = span.items.indices.contains {
            span.sentences[$0] == figure.sentence && span.items[$0].meaning(.superlative) != nil
        }
        let isLess =
            !isRanked
            && span.quantities.contains { other in
                other.sentence == figure.sentence && other.range != figure.range
                    && other.units.contains {
                        $0.measure == unit.measure && other.amount($0) > figure.amount(unit)
                    }
            }
        if isLess {
            ask(
                "superlative",
                "the sentence calls a figure the highest, the evidence has a higher one")
        }
    }

    /// 最短 1 小时 8 分 for the fastest.
    private var isPace: Bool {
        claim.passage.holdsAny(["最短", "最快"])
            && grounds.span.passage.holdsAnyLower(["最短", "最快", "fastest", "quickest", "shortest"])
    }

    /// 最低 37.9% and 最迟 2 月 18 日 bound what stands behind them, and name no most.
    var isAllBounds: Bool {
        let starts = claim.quantities.map(\.range.lowerBound) + claim.dates.map(\.range.lowerBound)
        return claim.items.filter { $0.meaning(.superlative) != nil }.allSatisfy { item in
            let end = item.range.upperBound
            return
                (starts.contains { (0...3).contains($0 - end) }
                || claim.text(end..<end + 1) == "还")
                && ["最低", "最高", "最早", "最迟", "最晚", "最快", "最多", "最少", "最长", "最大", "最小"]
                    .contains(claim.text(item.range))
        }
    }
}

extension Reading {
    /// second-fastest, 第二高: every word for a most in a sentence stands behind a rank.
    func ranksAll(in sentence: Int) -> Bool {
        let superlatives = items.indices.filter { index in
            sentences[index] == sentence && items[index].meaning(.superlative) != nil
                && !Self.beyond.contains(text(items[index].range).lowercased())
        }
        let ranked = quantities.filter {
            $0.sentence == sentence && $0.number.isOrdinal && $0.number.value > 1 && isPlace($0)
        }
        return !ranked.isEmpty
            && superlatives.allSatisfy { index in
                let start = items[index].range.lowerBound
                return ranked.contains { (0...1).contains(start - $0.range.upperBound) }
            }
    }

    /// Words that widen a rank: second-largest ever, a record and the third since 1980.
    private static let beyond: Set<String> = ["ever", "since", "record", "records", "纪录", "记录"]
}
