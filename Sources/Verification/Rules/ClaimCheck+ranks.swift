import Domain

extension ClaimCheck {
    /// 第三大 and 名列第三: a place in an order, where 第三次 and 第三期 count on.
    func isRank(_ quantity: Quantity) -> Bool {
        guard quantity.number.isOrdinal, quantity.number.value > 1 else { return false }
        let start = quantity.range.lowerBound
        let behind = claim.text(behind: quantity, 2)
        if let next = behind.first, Reading.degrees.contains(next) { return true }
        // 第二位的 Orvane
        if behind == "位的" { return true }
        // 获得第三名, but not 第三名患者
        if behind.hasPrefix("名"), behind.count < 2 || "，,。、；并和的后".contains(behind.last ?? " ") {
            return true
        }
        let before = claim.text(max(0, start - 9)..<start).filter { $0 != " " }
        guard before.hasSuffix("第") else { return false }
        return Self.ranking.contains(where: before.contains) && !claim.countsOn(quantity)
    }

    private static let ranking = [
        "列", "居", "排", "升至", "升到", "跌至", "降至", "滑落至", "退居", "位于", "跃居",
    ]

    /// 以 14 分 19 秒 50 获得亚军, where the evidence has `third in 14:19.50`.
    mutating func checkPlaced() {
        guard let place = claim.place else { return }
        let near = grounds.near
        for figure in claim.quantities
        where isChecked(figure) && !figure.number.isOrdinal && figure.number.digits > 2 {
            let matches = near.quantities.filter {
                lexicon.agreement(of: figure, with: $0) == .full
            }
            guard matches.count == 1, let other = near.place(beside: matches[0]), other != place
            else { continue }
            find(
                "number.rank", .hard,
                "the sentence has \"\(claim.text(figure.range))\" come in as number \(place), "
                    + "the evidence as number \(other)")
        }
    }

    /// 第十一批集采, which another passage of the source calls so: the number is a part of its name.
    func isNumbered(_ quantity: Quantity) -> Bool {
        let unit = claim.text(behind: quantity, 1)
        guard quantity.number.isOrdinal, quantity.number.value > 3, "批届轮期号周".contains(unit) else {
            return false
        }
        return grounds.cited.contains { source in
            source.reading.quantities.contains {
                $0.number.isOrdinal && $0.number.value == quantity.number.value
                    && (!source.reading.isChinese || source.reading.text(behind: $0, 1) == unit)
            }
        }
    }

    /// The evidence has the rank.
    func hasRank(_ quantity: Quantity) -> Bool {
        claim.passage.holds("分列")
            || grounds.near.ranks.contains { $0.number.value == quantity.number.value }
    }

    /// Another rank of the evidence, which the sentence does not tell.
    func rivalRank() -> String? {
        let near = grounds.near
        let own = claim.quantities.filter(isRank).map(\.number.value)
        return near.ranks.first { near.isPlace($0) && !own.contains($0.number.value) }
            .map { near.text($0.range) }
            ?? ["首位", "榜首", "居首"].first { near.passage.holds($0) }
    }
}

extension Reading {
    /// The one place in an order that a Chinese text gives, by a word or a number.
    fileprivate var place: Int? {
        var places = Set(
            quantities.filter { $0.number.isOrdinal }.filter { rank in
                let before = text(max(0, rank.range.lowerBound - 4)..<rank.range.lowerBound)
                    .filter { $0 != " " }
                return before.hasSuffix("第") && !countsOn(rank)
            }.map { Int(min($0.number.value, 1e6)) })
        for (index, words) in Self.places.enumerated() where passage.holdsAny(words) {
            places.insert(index + 1)
        }
        return places.count == 1 ? places.first : nil
    }

    private static let places = [
        ["冠军", "夺冠", "摘金", "榜首", "居首"], ["亚军", "摘银", "次席", "居次"], ["季军", "摘铜"],
    ]

    /// The rank that stands right beside a figure: second in 2:05:13, 22.8 万辆居第二.
    fileprivate func place(beside figure: Quantity) -> Int? {
        quantities.first { rank in
            guard rank.number.isOrdinal else { return false }
            if rank.range.upperBound <= figure.range.lowerBound {
                return [" in ", " with ", " in a time of "].contains(
                    text(between: rank.range, and: figure.range))
            }
            let between = text(between: figure.range, and: rank.range)
            return between.count <= 8 && between.hasSuffix("第")
                && between.contains { "列居排".contains($0) }
                && !between.contains { "。；;".contains($0) }
        }.map { Int(min($0.number.value, 1e6)) }
    }

    /// What stands behind a rank: 第二大, 第四近.
    static let degrees = Set("大高长快多近远贵早低强热深重小")

    /// Ordinals that may be ranks, and numbers that a word makes one.
    var ranks: [Quantity] {
        quantities.filter { quantity in
            if quantity.number.isOrdinal { return !countsOn(quantity) }
            guard quantity.isCount, quantity.number.step == 1 else { return false }
            let start = quantity.range.lowerBound
            let before = text(max(0, start - 9)..<start).lowercased()
            return ["no. ", "no ", "no.", "number ", "ranked ", "rank ", "#", "ranking ", "第"]
                .contains(
                    where: before.hasSuffix)
        }
    }

    /// 第二次, 第三季度, third quarter, fourth straight: one of several that follow upon each other.
    func countsOn(_ quantity: Quantity) -> Bool {
        let end = quantity.range.upperBound
        if passage.scalars[quantity.range].contains(where: Passage.isHan)
            || text(end..<end + 1).unicodeScalars.contains(where: { Passage.isHan($0.value) })
        {
            return text(end..<end + 2).filter { $0 != " " }.first.map(Self.counted.contains)
                ?? false
        }
        let word = text(end..<end + 16).lowercased().drop { $0 == " " || $0 == "-" }
            .prefix { $0.isLetter }
        return Self.countedWords.contains(String(word))
    }

    /// second-largest, third place, was fourth: nothing but a rank.
    func isPlace(_ quantity: Quantity) -> Bool {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let behind = text(end..<end + 16)
        if behind.first.map(Self.degrees.contains) ?? false { return true }
        if !passage.isLatin(end - 1) {
            let before = text(max(0, start - 4)..<start)
            return before.hasSuffix("第") && before.contains { "列居排名".contains($0) }
        }
        let word = behind.lowercased().drop { $0 == " " || $0 == "-" }.prefix { $0.isLetter }
        if word.hasSuffix("est") || ["place", "spot", "position", "most", "highest"].contains(word)
        {
            return true
        }
        let before = text(max(0, start - 10)..<start).lowercased()
        return ["was ", "were ", "is ", "finished ", "came ", "ranked ", "placed ", "ranks "]
            .contains(
                where: before.hasSuffix)
    }

    /// Words that are a place by themselves: the runner-up, 亚军, bronze.
    func namesPlace(_ place: Int) -> Bool {
        switch place {
        case 2:
            passage.holdsAnyLower([
                "runner-up", "runners-up", "silver", "second only", "behind", "仅次于", "亚军", "银牌",
                "trail",
            ])
        case 3: passage.holdsAnyLower(["bronze", "季军", "铜牌", "behind", "仅次于", "trail"])
        default: passage.holdsAnyLower(["behind", "仅次于", "、"])
        }
    }

    private static let counted = Set("段赛站季周期届次代批轮财阶场局盘节天年月日条款章号部间者任个回期度起例种")
    private static let countedWords: Set<String> = [
        "quarter", "quarters", "half", "time", "times", "generation", "phase", "stage", "week",
        "day", "month", "year", "straight", "consecutive", "successive", "round", "set", "party",
        "edition", "season", "term", "grade", "century", "anniversary", "person", "floor", "decade",
        "child", "hour", "minute", "attempt", "case", "death", "game", "match", "period",
        "instance",
    ]
}
