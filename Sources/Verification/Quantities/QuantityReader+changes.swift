extension QuantityReader {
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
                if item.meaning(.from) != nil {
                    role = .from
                    // 降息的概率由 38% 升至 64%: what changes it stands behind.
                    if !passage.isLatin(item.range.lowerBound) { return (0, role) }
                }
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
            // 从乌克兰进口 2.1 万吨
            && items[index + 1..<first].allSatisfy { $0.meaning(.name) == nil }
            // 从分离到着陆用时 8 分 40 秒
            && !passage.text(between: items[index].range, and: items[first].range)
                .contains { "到至".contains($0) }
    }

    /// Nothing but up to, about and between stands before the number.
    private func onlyHedges(_ index: Int, _ first: Int) -> Bool {
        guard gap(index, index + 1) <= 3 else { return false }
        return (index + 1..<first).allSatisfy {
            items[$0].meaning(.bound) != nil || items[$0].meaning(.sign) != nil
                || items[$0].meaning(.money) != nil
                || passage.text(items[$0].range).lowercased() == "between"
        }
    }

    private func hasNumber(_ index: Int, _ first: Int) -> Bool {
        (index + 1..<first).contains { items[$0].number != nil && !used.contains($0) }
    }

    /// more in `more than`, and 高于 before the figure of a comparison, tell of no change.
    private func isStandard(_ item: Item) -> Bool { item.meaning(.bound) != nil }

    /// 增长预期, 上升空间 and a rate cut are things, not changes.
    private func isNoun(_ index: Int) -> Bool {
        let end = items[index].range.upperBound
        if index > 0,
            ["cut", "cuts", "rise", "rises", "hike", "hikes", "increase"].contains(
                passage.text(items[index].range).lowercased()),
            ["chance", "odds", "probability", "expect", "bets"].contains(
                where: passage.text(max(0, end - 60)..<end).lowercased().contains)
        {
            return true
        }
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
