import Domain

extension ClaimCheck {
    /// 较二季度有所回升 tells of a rise without a figure: the evidence tells of one too.
    mutating func checkTrends(_ sides: [Side]) {
        guard claim.passage.holdsAny(["较", "比", "环比"]) else { return }
        for side in sides where !side.matched.isEmpty {
            let told = Set(side.matched.map(\.sentence))
            for (kind, words) in [(WordKind.up, Self.rising), (.down, Self.falling)] {
                // 下降 9 升 is told with its figure.
                let isOpen = side.own.items.contains { index in
                    let end = claim.items[index].range.upperBound
                    return words.contains(claim.text(claim.items[index].range))
                        && !claim.quantities.contains {
                            (0...6).contains($0.range.lowerBound - end)
                                || $0.direction != 0
                                    && side.own.items.contains(claim.item(at: $0.range.lowerBound))
                        }
                }
                let isTold = grounds.stretches.all.contains {
                    told.contains($0.sentence) && $0.has(kind)
                }
                guard isOpen, !isTold else { continue }
                ask(
                    "compare",
                    "the sentence tells of a \(kind == .up ? "rise" : "fall"), the evidence does not"
                )
            }
        }
    }

    private static let rising: Set<String> = [
        "回升", "上升", "增长", "增加", "上涨", "提高", "提升", "扩大", "反弹", "攀升", "走高", "好转", "加快",
    ]
    private static let falling: Set<String> = [
        "回落", "下降", "减少", "下跌", "降低", "缩减", "缩小", "下滑", "走低", "萎缩", "放缓", "收窄",
    ]

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

    /// What stands between marks denies, plans or guesses as its original does.
    mutating func checkQuoted() {
        let span = grounds.span
        guard !span.isChinese else { return }
        let theirs = quotes(in: span.passage)
        let ours = quotes(in: claim.passage).filter { $0.count >= 4 }
        guard ours.count == 1, let quote = ours.first, !theirs.isEmpty else { return }
        func has(_ kind: WordKind, _ reading: Reading, _ range: Range<Int>) -> Bool {
            reading.items.contains {
                range.contains($0.range.lowerBound) && $0.meaning(kind) != nil
            }
        }
        // The quote of the sentence that says what this one says, or any.
        let anchors = Set(things.map(\.key)).union(names.map(\.anchor)).union(claim.keys(.name))
        let homes = grounds.stretches.sentences(for: anchors)
        let near = theirs.filter { homes.contains(span.sentence(at: $0.lowerBound)) }
        let candidates = near.isEmpty ? theirs : near
        if candidates.allSatisfy({ has(.negation, span, $0) != has(.negation, claim, quote) }) {
            ask("negation", "the quote denies where its original does not, or the other way round")
        } else if !has(.modal, claim, quote),
            candidates.allSatisfy({ has(.modal, span, $0) })
                || has(.modal, claim, quote) && candidates.allSatisfy({ !has(.modal, span, $0) })
        {
            ask("modality", "the quote is more certain than its original, or less")
        }
    }
}
