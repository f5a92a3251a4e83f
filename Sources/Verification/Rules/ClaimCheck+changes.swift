import Domain

extension ClaimCheck {
    /// 从 1.4% 上调至 1.1% goes against itself.
    mutating func checkEnds() {
        // What rises from 14 kilometres under the ground is a depth.
        // A range that narrows rises at one end.
        if claim.passage.holdsAny(["地下", "深处", "海底", "水下", "收窄", "收紧"]) { return }
        for (index, from) in claim.quantities.enumerated() where from.role == .from {
            // 自 3.8 版起
            if claim.text(behind: from, 1) == "版" { continue }
            // A range may stand at either end: 从 25 亿至 30 亿上调至 32 亿.
            guard
                let to = claim.quantities.dropFirst(index + 1).prefix(2).first(where: {
                    $0.role == .to && $0.direction != 0 && $0.sentence == from.sentence
                        // Who rises in a ranking goes to a smaller number, and 三级 is under 二级.
                        && !$0.number.isOrdinal
                        // From 26.1 to 24.4 兑 1 美元 a currency rises.
                        && !["级", "兑"].contains(claim.text(behind: $0, 1))
                })
            else { continue }
            guard let unit = from.units.first,
                let other = to.units.first(where: { $0.measure == unit.measure })
            else { continue }
            let change = to.amount(other) - from.amount(unit)
            if change * Double(to.direction) < 0 {
                find(
                    "number.direction", .hard,
                    "\"\(claim.text(from.range.lowerBound..<to.range.upperBound))\" goes the other way"
                )
            }
        }
    }

    /// 2.8%，高于上年的 4% and 6.2 亿，约合 9.2 亿 go against themselves, as does 10 亿，比预期的 14 亿少 1 亿.
    mutating func checkSelf() {
        let all = claim.quantities.filter { !$0.number.isVague && !$0.number.isOrdinal }
        for (first, second) in zip(all, all.dropFirst()) {
            guard first.sentence == second.sentence, let unit = first.units.first,
                let other = second.units.first(where: { $0.measure == unit.measure }),
                first.range.upperBound <= second.range.lowerBound
            else { continue }
            let between = claim.text(between: first.range, and: second.range)
                .filter { $0 != " " }
            let (left, right) = (first.amount(unit), second.amount(other))
            let isBare = first.bound == .none && first.role != .by && first.direction >= 0
            let isTurned =
                isBare && second.direction >= 0
                && (second.bound == .below && left > right
                    || second.bound == .above && left < right)
                && between.hasSuffix("的")
                // 区间中值略低于: something else is compared.
                && Self.comparing.contains(
                    where: between.drop { "，,".contains($0) }.hasPrefix)
                && !isRangeEnd(first)
            let isUnequal =
                between.filter({ !"，,(约".contains($0) }) == "合" && first.bound == .none
                && abs(left - right) > max(left, right) * 0.06
            // 每股 1.12 元，高于上年的 17.4 亿元: the first is told by the way.
            let start = first.range.lowerBound
            guard isTurned || isUnequal,
                !claim.text(max(0, start - 4)..<start).contains("每")
            else { continue }
            find(
                isTurned ? "number.direction" : "number.unit", .hard,
                "\"\(claim.text(first.range.lowerBound..<second.range.upperBound))\" goes against itself"
            )
        }
        for index in all.indices.dropFirst(2) {
            let (value, base, change) = (all[index - 2], all[index - 1], all[index])
            guard let unit = value.units.first,
                [base, change].allSatisfy({ $0.units == value.units }),
                unit.measure != .percent, value.sentence == change.sentence,
                [value, base, change].allSatisfy({ $0.bound == .none }),
                (0...4).contains(change.range.lowerBound - base.range.upperBound)
            else { continue }
            let before = claim.text(between: value.range, and: base.range)
                .filter { $0 != " " }
            let word = claim.text(between: base.range, and: change.range)
            guard before.contains("比"), before.hasSuffix("的"),
                let side = Self.apart[word.filter { $0 != " " && $0 != "了" }]
            else { continue }
            let step = max(value.number.step, max(base.number.step, change.number.step))
            let difference = base.number.value + side * change.number.value - value.number.value
            guard abs(difference) > step * 1.5 else { continue }
            find(
                "number.change", .hard,
                "\"\(claim.text(value.range.lowerBound..<change.range.upperBound))\" goes against itself"
            )
        }
    }

    private static let comparing = ["低于", "高于", "超过", "少于", "多于", "略低于", "略高于", "不及", "远低于", "远高于"]
    private static let apart: [String: Double] = [
        "少": -1, "低": -1, "减少": -1, "多": 1, "高": 1, "增加": 1, "高出": 1, "多出": 1,
    ]

    /// 从 A 调至 B begins where the evidence begins: A is no other of its figures.
    mutating func checkStarts() {
        let near = grounds.near.quantities
        func matches(_ quantity: Quantity) -> [Quantity] {
            near.filter { lexicon.agreement(of: quantity, with: $0) == .full }
        }
        for (from, to) in zip(claim.quantities, claim.quantities.dropFirst())
        where from.role == .from && to.role == .to && from.sentence == to.sentence
            && !isRangeEnd(from)
        {
            let (starts, ends) = (matches(from), matches(to))
            guard !starts.isEmpty, let end = ends.first, ends.count == 1,
                let place = near.firstIndex(where: { $0.range == end.range }),
                let start = [place + 1, place - 1].filter(near.indices.contains).map({ near[$0] })
                    .first(where: { other in
                        other.role == .from && other.sentence == end.sentence
                            && (other.range.lowerBound > end.range.lowerBound || end.role == .to)
                            && isAlike(other, end)
                    }), !starts.contains(where: { $0.range == start.range })
            else { continue }
            find(
                "number.binding", .hard,
                "\"\(claim.text(from.range))\" is not where the change began: "
                    + "\"\(context(start))\"")
        }
    }

    /// The figure of a year ago is not that of today, unless the sentence speaks of then.
    func prior(
        _ quantity: Quantity, _ matches: [Quantity], _ words: String
    ) -> Problem? {
        guard matches.allSatisfy(isPrior), let first = matches.first, quantity.role != .from,
            !quantity.units.contains(where: { $0.measure == .percent || $0.measure == .point })
        else { return nil }
        guard !claim.passage.holdsAny(Self.then, in: 0..<quantity.range.upperBound + 30) else {
            return nil
        }
        return Problem(
            rule: "number.binding", severity: .hard,
            message: "\"\(words)\" is the figure of before: \"\(context(first))\"")
    }

    private func isPrior(_ quantity: Quantity) -> Bool {
        let near = grounds.near
        let start = quantity.range.lowerBound
        let end = quantity.range.upperBound
        guard
            near.passage.holdsAnyLower(
                ["year earlier", "year ago", "year before", "last year", "earlier"],
                in: end..<end + 32)
        else { return false }
        let before = near.text(max(0, start - 20)..<start).lowercased()
        return [
            "compared with ", "compared to ", "versus ", "up from ", "down from ", "against ",
        ]
        .contains { before.hasSuffix($0) || before.hasSuffix($0 + "about ") }
    }

    private static let then = [
        "去年", "上年", "此前", "之前", "同期", "从", "由", "较", "比", "原", "曾", "前", "预期", "以往", "当时", "早先",
        "上一",
        "上月", "上季", "昨", "年初",
    ]

    func direction(
        _ quantity: Quantity, _ matches: [Quantity], _ words: String
    ) -> Problem? {
        // 还会降息两次 counts what goes down.
        if ["次", "度", "回"].contains(claim.text(behind: quantity, 1)) { return nil }
        // 推迟到 3.2 版 counts nothing.
        let end = quantity.range.upperBound
        if claim.text(end..<end + 2).contains("版") { return nil }
        // 新增 410 例 is a number of new ones.
        let ahead = claim.text(max(0, quantity.range.lowerBound - 9)..<quantity.range.lowerBound)
        // Growth that slows goes on.
        if ["新增", "放缓"].contains(where: ahead.contains) { return nil }
        // Who lost 41 million did not fall by it; 较此前的 3.8% is where a change began.
        let near = grounds.near
        if quantity.isMoney,
            matches.contains(where: { match in
                let before = near.text(max(0, match.range.lowerBound - 12)..<match.range.lowerBound)
                return [" lost ", "loss of ", "losing "].contains(
                    where: before.lowercased().contains)
            })
        {
            return nil
        }
        let start = quantity.range.lowerBound
        if ["较", "比"].contains(where: claim.text(max(0, start - 10)..<start).contains),
            matches.contains(where: { $0.role == .from })
        {
            return nil
        }
        // 降幅扩大至 8.2%: a fall that grows is one.
        if ["降幅", "跌幅", "减幅", "缺口", "亏损", "逆差"].contains(
            where: claim.text(max(0, start - 10)..<start).contains)
        {
            return nil
        }
        // 涨幅预期由 4% 下调至 3%: what falls is what is expected to rise.
        if quantity.role == .to,
            claim.passage.holdsAny(["预期", "预测", "预估", "目标", "指引", "涨幅", "增速"]),
            matches.allSatisfy({ $0.role != .to })
        {
            return nil
        }
        let known = matches.filter { $0.direction != 0 }
        if quantity.direction != 0, known.count == matches.count,
            known.allSatisfy({ $0.direction == -quantity.direction }), let first = known.first
        {
            return Problem(
                rule: "number.direction", severity: .hard,
                message: "\"\(words)\" goes the other way in the evidence: \"\(context(first))\"")
        }
        let roles = matches.compactMap(\.role)
        guard !quantity.number.isOrdinal, let role = quantity.role, roles.count == matches.count,
            let first = matches.first, !first.number.isOrdinal, !isRangeEnd(quantity),
            // adding 10.8 million tonnes to the 16.5 million already running, a record low of 15.8
            ![" to the ", " low of ", "high of "].contains(
                grounds.near.text(max(0, first.range.lowerBound - 8)..<first.range.lowerBound)
                    .lowercased()),
            !roles.contains(role), roles.allSatisfy({ areApart(role, $0, quantity, first) })
        else { return nil }
        return Problem(
            rule: "number.change", severity: .hard,
            message: "\"\(words)\" is \(Self.words(of: first.role)) in the evidence: "
                + "\"\(context(first))\"")
    }

    /// From and to are told apart by their words; by and to where both sides tell of the change.
    private func areApart(
        _ ours: ChangeRole, _ theirs: ChangeRole, _ quantity: Quantity, _ match: Quantity
    ) -> Bool {
        // Winds that gusted to 85 may fall from there.
        if Set([ours, theirs]) == [.from, .to] { return theirs == .from || match.direction != 0 }
        return quantity.direction != 0 && match.direction != 0
            && Set([ours, theirs]) == [.by, .to]
    }

    static func words(of role: ChangeRole?) -> String {
        switch role {
        case .by: "how much it changed"
        case .to: "where the change led"
        case .from: "where the change began"
        case nil: "no change"
        }
    }

    /// 同比 needs a year-ago figure, 环比 one of the period before.
    func basis(
        _ quantity: Quantity, _ matches: [Quantity], _ words: String
    ) -> Problem? {
        let word = claim.items.indices.first {
            claim.clauses[$0] == quantity.clause
                && claim.items[$0].meaning(.basis) != nil
                && ["同比", "环比", "较", "比"].contains(
                    where: claim.text(claim.items[$0].range).hasPrefix)
        }
        guard let word, let basis = claim.items[word].meaning(.basis) else { return nil }
        let (sentences, clauses) = (Set(matches.map(\.sentence)), Set(matches.map(\.clause)))
        let near = grounds.near
        func keys(_ isIn: (Int) -> Bool) -> [Lexicon.Key] {
            near.items.indices.filter(isIn).flatMap { index in
                near.items[index].meanings.filter { $0.kind == .basis }.map(\.key)
            }
        }
        // What the figure's own clause says goes before what its sentence says.
        let own = keys { clauses.contains(near.clauses[$0]) }
        let keys = own.isEmpty ? keys { sentences.contains(near.sentences[$0]) } : own
        guard !keys.contains(basis.key) else { return nil }
        // 比上年 may be what the evidence leaves out; another comparison is another.
        // 较 7 月下降 3.4%, where the sentence has 环比
        if claim.text(claim.items[word].range) == "环比",
            matches.contains(where: { match in
                near.text(max(0, match.range.lowerBound - 20)..<match.range.lowerBound)
                    .contains(#/[较比]\d{1,2}月/#)
            })
        {
            return nil
        }
        let isTerm = ["同比", "环比"].contains(claim.text(claim.items[word].range))
        guard isTerm || !keys.isEmpty && quantity.direction != 0 else { return nil }
        let message =
            "\"\(claim.text(claim.items[word].range))\" needs that comparison in the evidence"
        return Problem(
            rule: "number.basis", severity: keys.isEmpty || matches.count > 1 ? .soft : .hard,
            message: message)
    }
}
