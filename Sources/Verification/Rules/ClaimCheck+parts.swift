import Domain

extension ClaimCheck {
    /// 五项专利中的三项 is not two of five patents.
    mutating func checkParts() {
        let near = grounds.near
        let theirs = near.parts
        for ours in claim.parts where workings[ours.place] == nil {
            let alike = theirs.filter { $0.whole == ours.whole }
            // 14 of 25 expected one thing, six another.
            let sentences = Set(alike.map { near.sentence(at: $0.place) })
            guard let other = alike.first,
                // 三条中一条通 for two of three that do not
                other.part + ours.part != ours.whole || !isDenied,
                !near.quantities.contains(where: {
                    $0.number.value == ours.part && ours.part != ours.whole
                        && sentences.contains($0.sentence)
                })
            else { continue }
            find(
                "number.binding", .hard,
                "\"\(claim.text(ours.range))\" is \"\(near.text(other.range))\" in the evidence"
            )
        }
    }

    private var isDenied: Bool { claim.passage.holdsAny(["没", "未", "不", "无", "反对", "仅", "只"]) }
}

extension Reading {
    /// So many of so many: two of the five, 五名成员中有三人, 六名成员一致.
    fileprivate var parts: [(part: Double, whole: Double, place: Int, range: Range<Int>)] {
        let all = quantities.compactMap { quantity -> (Double, Double, Int, Range<Int>)? in
            // 六名成员一致支持
            let end = quantity.range.upperBound
            let behind = text(end..<end + 12).prefix { !"，,。；;".contains($0) }
            guard quantity.isCount, !quantity.number.isOrdinal, quantity.number.value > 2,
                ["一致", "全票", "全体", "全都"].contains(where: behind.contains)
            else { return nil }
            let value = quantity.number.value
            return (value, value, quantity.range.lowerBound, quantity.range)
        }
        return all.map { (part: $0.0, whole: $0.1, place: $0.2, range: $0.3) }
            + zip(quantities, quantities.dropFirst()).compactMap { first, second in
                guard first.isCount, second.isCount, first.sentence == second.sentence,
                    !first.number.isOrdinal, !second.number.isOrdinal
                else { return nil }
                let between = text(between: first.range, and: second.range)
                let range = first.range.lowerBound..<second.range.upperBound
                if [" of ", " of the ", " of its ", " of their ", " of his ", " of her "].contains(
                    between),
                    first.number.value < second.number.value
                {
                    return (first.number.value, second.number.value, first.range.lowerBound, range)
                }
                let tail = between.filter { !" ，,".contains($0) }
                guard between.count <= 24, first.number.value > second.number.value,
                    ["中的", "中有", "中只有", "中仅有", "里有", "当中有"].contains(where: tail.hasSuffix)
                else { return nil }
                return (second.number.value, first.number.value, second.range.lowerBound, range)
            }
    }
}
