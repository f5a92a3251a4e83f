extension QuantityReader {
    /// What hedges the number between two items: before it, behind its unit, or an adverb further
    /// before it (至少收治了 17 名).
    func bound(_ first: Int, _ last: Int) -> (bound: Bound, isLoose: Bool) {
        var found = Bound.none
        var isLoose = false
        var index = first
        // At most three words stand between: 最高可达, 至少约, 超过了.
        for _ in 0..<3 where index > 0 && found.side == 0 {
            guard isNear(index - 1, index) else { break }
            index -= 1
            let item = items[index]
            if let bound = item.meanings.first(where: {
                $0.kind == .bound && $0.value != 2 && $0.value != 4
            }) {
                found = Bound(rawValue: lexicon.names[bound.key]) ?? found
                // its annual minimum of 4.5 million bounds nothing
                let start = item.range.lowerBound
                let before = passage.text(max(0, start - 9)..<start).lowercased()
                isLoose =
                    bound.value == 3
                    || ["annual ", "yearly ", "record ", "seasonal ", "winter ", "summer "]
                        .contains(where: before.hasSuffix)
            } else if !Self.passed.contains(where: { item.meaning($0) != nil }),
                !passage.text(item.range).hasPrefix("每")
            {
                break
            }
        }
        // 可达 18 吨以上 is no less; in 多达 130 起 the last word counts.
        if let post = postBound(last), found.side == 0 || isLoose && !post.isLoose { return post }
        if found.side == 0, let adverb = adverb(before: first) { return adverb }
        return (found, isLoose)
    }

    /// over 40,000 runs: in the course of them.
    func isDuring(_ first: Int, _ last: Int) -> Bool {
        guard first > 0, last + 1 < items.count, gap(first - 1, first) == 1 else { return false }
        return passage.text(items[first - 1].range).lowercased() == "over"
            && ["runs", "matches", "games", "trials", "rounds", "laps", "holes", "tests", "stages"]
                .contains(passage.text(items[last + 1].range).lowercased())
    }

    private func adverb(before first: Int) -> (bound: Bound, isLoose: Bool)? {
        let start = items[first].range.lowerBound
        var index = first - 1
        // 不到索赔额 1.9 亿美元的一半
        let isPart =
            items[first].number?.isShare == true
            && passage.text(max(0, start - 1)..<start) == "的"
        while index >= 0, !items[index].endsClause,
            items[index].number == nil || isPart || used.contains(index),
            start - items[index].range.upperBound <= 32,
            !passage.isLatin(items[index].range.lowerBound) || isPart
        {
            let text = passage.text(items[index].range)
            // 最大的珊瑚礁 names what is largest.
            let end = items[index].range.upperBound
            // 最高估价 is a thing.
            // 至少在 2021 年 3 月 9 日塌方前五个月
            let isFar = start - end > (isPart ? 32 : 16)
            if let bound = Self.adverbs[text], !isFar,
                !["的", "估", "限", "额", "价"].contains(passage.text(end..<end + 1))
            {
                return (bound, true)
            }
            if let bound = Self.strictAdverbs[text] { return (bound, false) }
            // 低于全球供应量的 1%
            if let bound = Self.sides[text], !isFar,
                passage.text(max(0, start - 2)..<start).contains("的")
            {
                return (bound, false)
            }
            index -= 1
        }
        return nil
    }

    private static let passed: [WordKind] = [.bound, .to, .by, .from, .money, .sign]
    private static let strictAdverbs: [String: Bound] = [
        "至少": .atLeast, "最多": .atMost, "至多": .atMost, "起码": .atLeast,
        "最高可达": .atMost, "最多可达": .atMost, "不低于": .atLeast, "不少于": .atLeast,
        "不高于": .atMost, "不超过": .atMost, "不得低于": .atLeast, "不得少于": .atLeast,
        "不得高于": .atMost, "不得超过": .atMost,
    ]
    private static let sides: [String: Bound] = [
        "低于": .below, "高于": .above, "超过": .over, "不到": .under, "不足": .under, "少于": .below,
        "多于": .above, "接近": .nearly, "不及": .under,
    ]
    private static let adverbs: [String: Bound] = [
        "最高": .atMost, "最大": .atMost, "最长": .atMost, "最低": .atLeast, "最少": .atLeast,
        "最深": .atMost, "最远": .atMost, "最快": .atMost, "最重": .atMost, "最厚": .atMost, "最宽": .atMost,
    ]

    /// 超过 85 万欧元底价的五倍, 8 吉瓦还不到需求的一半: the bound is of the multiple or the share.
    mutating func moveBounds() {
        for index in quantities.indices.dropLast() {
            let (first, second) = (quantities[index], quantities[index + 1])
            guard first.bound != .none,
                second.bound == .none || second.isBoundLoose || second.bound == first.bound,
                first.clause == second.clause,
                second.number.isShare
                    || second.units.contains(where: {
                        $0.measure == .multiple || $0.measure == .percent
                    }),
                (1...24).contains(second.range.lowerBound - first.range.upperBound),
                // 3000 瑞郎以上的手表占出口额的八成
                !passage.text(between: first.range, and: second.range).contains("占"),
                passage.text(second.range.lowerBound - 2..<second.range.lowerBound)
                    .filter({ $0 != " " }).hasSuffix("的")
            else { continue }
            quantities[index + 1].bound = first.bound
            quantities[index + 1].isBoundLoose = false
            quantities[index].bound = .none
        }
    }

    private func postBound(_ last: Int) -> (bound: Bound, isLoose: Bool)? {
        var index = last
        // 1000 人以上: a noun may stand between, no mark and no number.
        for _ in 0..<3 where index + 1 < items.count {
            let next = items[index + 1]
            guard gap(index, index + 1) <= 4, next.number == nil, !next.endsClause,
                next.meaning(.multiple) == nil
            else {
                return nil
            }
            if let bound = next.meanings.first(where: {
                $0.kind == .bound && ($0.value == 2 || $0.value == 4)
            }) {
                // 4.6 or older is no age.
                if ["or older", "and older"].contains(passage.text(next.range).lowercased()),
                    passage.text(items[last].range).contains(".")
                {
                    return (.atMost, false)
                }
                // 453 万平方公里的年度最低值
                if passage.text(between: items[last].range, and: next.range).contains("的") {
                    return nil
                }
                // up 36% from a year earlier and above the estimate
                if index != last, passage.text(next.range).lowercased().hasPrefix("and ") {
                    return nil
                }
                // 12 GB+256 GB
                if passage.text(next.range) == "+", passage.isDigit(next.range.upperBound) {
                    return nil
                }
                // 40,000 euros plus a bonus, plus up to 6 million
                if passage.text(next.range).lowercased() == "plus", index + 2 < items.count,
                    items[index + 2].number != nil || items[index + 2].meaning(.bound) != nil
                        || ["a", "an", "the", "its", "their"].contains(
                            passage.text(items[index + 2].range).lowercased())
                {
                    return nil
                }
                // 缩短至不到 5 小时: it is of the next number.
                if !passage.isLatin(next.range.lowerBound), index + 2 < items.count,
                    items[index + 2].number != nil, gap(index + 1, index + 2) <= 1,
                    next.range.count > 1
                {
                    return nil
                }
                // 3 的上下文
                if passage.text(next.range) == "上下",
                    passage.text(next.range.upperBound..<next.range.upperBound + 1) == "文"
                {
                    return nil
                }
                // 多 is more only right behind a number or its unit.
                let isSpaced =
                    gap(index, index + 1) == 1 && passage.isDigit(next.range.lowerBound - 2)
                let isAdverb =
                    next.range.count == 1
                    && (index != last || gap(index, index + 1) > 0 && !isSpaced)
                return isAdverb
                    ? nil : Bound(rawValue: lexicon.names[bound.key]).map { ($0, bound.value == 4) }
            }
            index += 1
        }
        return nil
    }

    /// Whether nothing but small words stands between two items.
    func isNear(_ first: Int, _ second: Int) -> Bool {
        if items[first].endsClause { return false }
        let between = passage.text(between: items[first].range, and: items[second].range)
            .lowercased()
        let words = between.filter { $0 != " " }
        // 不超过每股 28 元
        if words.hasPrefix("每"), words.count <= 3 { return true }
        return Self.fillers.contains(words)
    }

    private static let fillers: Set<String> = [
        "", "了", "其", "的", "有", "为", "达", "到", "a", "an", "the", "its", "of", "than", "每年", "每",
        "人民币", "零下", "了约", "-", "其中", "到了", "是", "过", "于",
    ]
}
