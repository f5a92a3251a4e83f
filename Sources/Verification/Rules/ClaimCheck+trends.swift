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
}
