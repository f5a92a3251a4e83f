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
                isLoose = bound.value == 3
            } else if !Self.passed.contains(where: { item.meaning($0) != nil }) {
                break
            }
        }
        if found.side == 0, let post = postBound(last) { return post }
        if found.side == 0, let adverb = adverb(before: first) { return adverb }
        return (found, isLoose)
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
            start - items[index].range.upperBound <= (isPart ? 32 : 16),
            !passage.isLatin(items[index].range.lowerBound) || isPart
        {
            let text = passage.text(items[index].range)
            // 最大的珊瑚礁 names what is largest.
            let end = items[index].range.upperBound
            if let bound = Self.adverbs[text], passage.text(end..<end + 1) != "的" {
                return (bound, true)
            }
            if let bound = Self.strictAdverbs[text] { return (bound, false) }
            // 低于全球供应量的 1%
            if let bound = Self.sides[text], passage.text(max(0, start - 2)..<start).contains("的") {
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
                // up 36% from a year earlier and above the estimate
                if index != last, passage.text(next.range).lowercased().hasPrefix("and ") {
                    return nil
                }
                // 12 GB+256 GB
                if passage.text(next.range) == "+", passage.isDigit(next.range.upperBound) {
                    return nil
                }
                // 40,000 euros plus a bonus
                if passage.text(next.range).lowercased() == "plus", index + 2 < items.count,
                    items[index + 2].number != nil
                        || ["a", "an", "the", "its", "their"].contains(
                            passage.text(items[index + 2].range).lowercased())
                {
                    return nil
                }
                // 多 is more only right behind a number or its unit.
                let isAdverb = next.range.count == 1 && (index != last || gap(index, index + 1) > 0)
                return isAdverb
                    ? nil : Bound(rawValue: lexicon.names[bound.key]).map { ($0, bound.value == 4) }
            }
            index += 1
        }
        return nil
    }

    /// Whether nothing but small words stands between two items.
    private func isNear(_ first: Int, _ second: Int) -> Bool {
        if items[first].endsClause { return false }
        let between = passage.text(between: items[first].range, and: items[second].range)
            .lowercased()
        let words = between.filter { $0 != " " }
        return Self.fillers.contains(words)
    }

    /// The direction that is told of the number, and its part in the change.
    func change(_ first: Int, _ last: Int) -> (direction: Int, role: ChangeRole?) {
        if let behind = directionBehind(last) { return (behind, .by) }
        var role: ChangeRole?
        var index = first - 1
        var steps = 0
        while index >= 0, steps < 9 {
            let item = items[index]
            if isBarrier(item) { break }
            if isSeason(index) {
                index -= 1
                continue
            }
            let isUp = item.meaning(.up)
            let start = item.range.lowerBound
            // start-up time goes nowhere
            let isCompound =
                start > 1 && passage.scalars[start - 1] == 0x2d && passage.isLatin(start - 2)
            if let word = isUp ?? item.meaning(.down), !isStandard(item), !isNoun(index),
                !isCompound
            {
                let key = lexicon.names[word.key]
                if key == "rate" {
                    // 增速达到 26.1%: the figure is the change.
                    if passage.isLatin(item.range.lowerBound) {
                        // its growth forecast: a thing, not a change
                        index -= 1
                        continue
                    }
                    if hasNumber(index, first) { break }
                    return (isUp != nil ? 1 : -1, .by)
                }
                if role == nil {
                    guard !hasNumber(index, first) else { return (0, nil) }
                    let isJoined =
                        passage.text(item.range.upperBound..<item.range.upperBound + 1) == "の"
                    role = key == "to" || isJoined ? .to : .by
                    // fall below 80: where it leads, not by how much.
                    if items[index + 1..<first].contains(where: { isSide($0) }) { role = .to }
                }
                return (isUp != nil ? 1 : -1, role)
            }
            if role == nil, index == first - 1 || isNear(index, first) || onlyHedges(index, first) {
                if item.meaning(.to) != nil {
                    // The decline amounted to 74,700.
                    let start = item.range.lowerBound
                    let isSum = passage.text(max(0, start - 9)..<start).lowercased() == "amounted "
                    role = isSum ? .by : .to
                }
                if item.meaning(.by) != nil { role = .by }
                if item.meaning(.from) != nil { role = .from }
            } else if role == nil, item.meaning(.from) != nil, isFarFrom(index, first) {
                role = .from
            } else if item.number != nil, role == nil, !used.contains(index) {
                break
            }
            index -= 1
            steps += 1
        }
        return (0, role)
    }

    /// 5.62 million this fall
    private func isSeason(_ index: Int) -> Bool {
        guard index > 0, passage.text(items[index].range).lowercased() == "fall" else {
            return false
        }
        return ["this", "last", "next", "every", "each"].contains(
            passage.text(items[index - 1].range).lowercased())
    }

    private func isSide(_ item: Item) -> Bool {
        item.meaning(.bound).map { ["above", "below"].contains(lexicon.names[$0.key]) } ?? false
    }

    /// 从 2024 年的 36 天: only a date stands between.
    private func isFarFrom(_ index: Int, _ first: Int) -> Bool {
        !passage.isLatin(items[index].range.lowerBound)
            && items[first].range.lowerBound - items[index].range.upperBound <= 16
            && !hasNumber(index, first)
    }

    private func onlyHedges(_ index: Int, _ first: Int) -> Bool {
        guard gap(index, index + 1) <= 3 else { return false }
        return (index + 1..<first).allSatisfy {
            items[$0].meaning(.bound) != nil || items[$0].meaning(.sign) != nil
        }
    }

    private func hasNumber(_ index: Int, _ first: Int) -> Bool {
        (index + 1..<first).contains { items[$0].number != nil && !used.contains($0) }
    }

    /// more in `more than`, and 高于 before the figure of a comparison, tell of no change.
    private func isStandard(_ item: Item) -> Bool { item.meaning(.bound) != nil }

    /// 增长预期 and 上升空间 are things, not changes.
    private func isNoun(_ index: Int) -> Bool {
        let end = items[index].range.upperBound
        return Self.nouns.contains(where: passage.text(end..<end + 2).hasPrefix)
    }

    private static let nouns = [
        "资金", "工程", "行动", "预期", "预测", "目标", "动能", "点", "引擎", "空间", "速度", "放缓", "势头", "计划",
    ]

    private func isBarrier(_ item: Item) -> Bool {
        if case .latin = item.kind {
            return ["while", "but", "and", "whereas", "although"].contains(
                passage.text(item.range).lowercased())
        }
        return item.endsClause
    }

    /// 5% higher, a 5% increase, 5% 的降幅.
    private func directionBehind(_ last: Int) -> Int? {
        guard last + 1 < items.count, !items[last + 1].endsClause else { return nil }
        let between = passage.text(between: items[last].range, and: items[last + 1].range)
            .filter { $0 != " " }.lowercased()
        guard ["", "的", "的年", "annual", "-", "ほど", "程度", "前後に", "近く"].contains(between) else {
            return nil
        }
        var item = items[last + 1]
        // 2% to 6% profit growth: what grows may stand between.
        if item.meaning(.noun) != nil, last + 2 < items.count, gap(last + 1, last + 2) == 1,
            ["growth", "increase", "decline", "rise", "drop", "fall"].contains(
                passage.text(items[last + 2].range).lowercased())
        {
            item = items[last + 2]
        }
        if lexicon.names[(item.meaning(.up) ?? item.meaning(.down))?.key ?? 0] == "to" {
            return nil
        }
        if let compared = Self.compared[passage.text(item.range).lowercased()] {
            // 0.68% more than 90 days overdue bounds the days.
            let isBound =
                last + 2 < items.count && items[last + 2].number != nil && !used.contains(last + 2)
            return isBound ? nil : compared
        }
        guard item.meaning(.bound) == nil else { return nil }
        // 'to', 'down' behind a figure begin what comes next; 增至 leads to the next figure.
        let word = passage.text(item.range).lowercased()
        guard Self.behind.contains(word) || (between.hasPrefix("的")) else { return nil }
        return item.meaning(.up) != nil ? 1 : item.meaning(.down) != nil ? -1 : nil
    }

    /// 5% less than a year ago
    private static let compared: [String: Int] = [
        "less than": -1, "fewer than": -1, "lower than": -1, "below": -1, "weniger als": -1,
        "smaller than": -1, "larger than": 1, "bigger than": 1, "more than": 1, "higher than": 1,
        "above": 1, "mehr als": 1, "greater than": 1,
    ]
    private static let fillers: Set<String> = [
        "", "了", "其", "的", "有", "为", "达", "到", "a", "an", "the", "its", "of", "than", "每年", "每",
        "人民币", "零下", "了约", "-", "其中", "到了", "是", "过", "于",
    ]
    private static let behind: Set<String> = [
        "increase", "increases", "rise", "gain", "growth", "jump", "surge", "decline", "drop",
        "decrease", "fall", "cut", "reduction", "higher", "lower", "more", "less", "fewer", "up",
        "down", "weniger", "mehr", "boost", "hike", "improvement", "rally", "slump", "plunge",
        "dip",
        "contraction", "expansion", "growth", "増", "増加", "減", "減少", "上昇", "低下", "引き上げ", "引き下げ",
        "larger",
        "増え", "減る", "減ら", "smaller",
    ]
}
