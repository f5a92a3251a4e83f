import Domain

extension ClaimCheck {
    /// 连续第二年 is no third year in a row.
    mutating func checkStreaks() {
        let near = grounds.near
        let (ours, theirs) = (claim.streaks, near.streaks)
        guard !theirs.isEmpty else { return }
        for streak in ours
        where !theirs.contains(where: { $0.number.value == streak.number.value })
            // for a sixth year
            && !near.quantities.contains(where: {
                ($0.number.isOrdinal || $0.number.isShare)
                    && lexicon.agreement(of: streak, with: $0) == .full
            })
        {
            find(
                "number.rank", .hard,
                "\"\(claim.text(streak.range))\" in a row are \"\(near.text(theirs[0].range))\" "
                    + "in the evidence")
        }
    }

    /// 由三级提升至一级, where the evidence has 由三级提升至二级.
    mutating func checkGrades() {
        let theirs = grounds.near.grades
        for grade in claim.grades {
            let alike = theirs.filter { $0.from == grade.from }
            guard let other = alike.first, !alike.contains(where: { $0.to == grade.to }) else {
                continue
            }
            find(
                "number.change", .hard,
                "from \(grade.from)级 to \(grade.to)级 is to \(other.to)级 in the evidence")
        }
    }

    /// Nine days earlier is not nine days late.
    mutating func checkEarlier() {
        let near = grounds.near
        for quantity in claim.quantities where isTime(quantity) {
            let side = claim.side(ofTime: quantity)
            let matches = near.quantities.filter {
                lexicon.agreement(of: quantity, with: $0) == .full
            }
            guard side != 0, !matches.isEmpty,
                matches.allSatisfy({ near.side(ofTime: $0) == -side })
            else { continue }
            find(
                "number.direction", .hard,
                "\"\(claim.text(quantity.range))\" goes the other way in the evidence: "
                    + "\"\(context(matches[0]))\"")
        }
    }
}

extension Reading {
    /// Figures that count what follows upon each other: 连续三个季度, third straight, five in a row.
    fileprivate var streaks: [Quantity] {
        quantities.filter { quantity in
            let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
            guard quantity.number.step == 1, quantity.number.value > 1 else { return false }
            let before = text(max(0, start - 4)..<start).filter { $0 != " " }
            if before.hasSuffix("连续") || before.hasSuffix("连续第") { return true }
            let behind = text(end..<end + 24).lowercased()
            return [" straight", " consecutive", "-straight"].contains(where: behind.hasPrefix)
                || behind.contains(" in a row") || behind.contains(" running")
        }
    }

    /// Grades that change: 由三级提升至二级.
    fileprivate var grades: [(from: String, to: String)] {
        let scalars = passage.scalars
        let places = scalars.indices.filter { scalars[$0] == 0x7ea7 && $0 > 0 }
        return zip(places, places.dropFirst()).compactMap { first, second in
            guard second - first <= 10 else { return nil }
            let between = text(first + 1..<second - 1).filter { $0 != " " }
            guard let mark = between.last, "至到为".contains(mark),
                !between.contains(where: { "，,。、；;".contains($0) })
            else { return nil }
            func grade(_ place: Int) -> String {
                let name = text(place - 1..<place)
                return ["Ⅰ": "一", "Ⅱ": "二", "Ⅲ": "三", "Ⅳ": "四"][name] ?? name
            }
            return (grade(first), grade(second))
        }
    }

    /// 1 for what is so much later, -1 for earlier.
    fileprivate func side(ofTime quantity: Quantity) -> Int {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = text(max(0, start - 5)..<start).filter { !" 了约近".contains($0) }
        let behind = text(end..<end + 10).lowercased()
        if ["早", "提前", "提早"].contains(where: before.hasSuffix) { return -1 }
        if ["晚", "推迟", "延后", "迟"].contains(where: before.hasSuffix) { return 1 }
        if [" earlier", " ahead", " early"].contains(where: behind.hasPrefix) { return -1 }
        return [" later", " late", " behind"].contains(where: behind.hasPrefix) ? 1 : 0
    }
}
