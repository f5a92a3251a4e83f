import Domain
import Foundation

extension ClaimCheck {
    /// What a percent is more than, or told of, is what it is in the evidence.
    mutating func checkComparisons() {
        for quantity in claim.quantities
        where isChecked(quantity) && quantity.units.contains(where: { $0.measure == .percent }) {
            let matches = grounds.near.quantities.filter {
                lexicon.agreement(of: quantity, with: $0) == .full
            }
            guard matches.count == 1, let match = matches.first else { continue }
            checkRisk(quantity, match)
            checkSpan(quantity, match)
            checkBases(quantity, match)
        }
        checkGrowth()
    }

    /// 有 26% 发生心梗 for those who were 26% more likely to have one.
    private mutating func checkRisk(_ quantity: Quantity, _ match: Quantity) {
        let end = match.range.upperBound
        let behind = grounds.near.text(end..<end + 13).lowercased()
        guard [" more likely", " less likely", " more often"].contains(where: behind.hasPrefix),
            quantity.direction == 0,
            !claim.passage.holdsAny(
                ["更", "高", "增", "低", "降", "减", "多", "少", "可能", "风险", "几率", "概率", "倍", "易"])
        else { return }
        find(
            "number.change", .hard,
            "\"\(claim.text(quantity.range))\" compares in the evidence: \"\(context(match))\"")
    }

    /// 每年涨薪 9.5% for 9.5% over two years.
    private mutating func checkSpan(_ quantity: Quantity, _ match: Quantity) {
        let end = match.range.upperBound
        let behind = grounds.near.text(end..<end + 20).lowercased()
        let start = quantity.range.lowerBound
        guard
            [" over two years", " over three years", " over four years", " over five years"]
                .contains(where: behind.hasPrefix),
            claim.passage.holdsAny(["每年", "逐年", "年均"], in: max(0, start - 12)..<start)
        else { return }
        find(
            "number.rate", .hard,
            "\"\(claim.text(quantity.range))\" is of several years in the evidence, of each in the "
                + "sentence")
    }

    /// 较开盘价上涨 18.1% is not 较发行价上涨 18.1%, and 占毛利的 9.1% not 占营收的 9.1%.
    private mutating func checkBases(_ quantity: Quantity, _ match: Quantity) {
        guard grounds.near.isChinese, let ours = claim.comparand(of: quantity),
            let theirs = grounds.near.comparand(of: match), ours.word == theirs.word
        else { return }
        let (own, other) = (ours.name, theirs.name)
        let tail = zip(own.reversed(), other.reversed()).prefix { $0 == $1 }.count
        let (left, right) = (own.dropLast(tail), other.dropLast(tail))
        guard !left.isEmpty, !right.isEmpty, Set(left).isDisjoint(with: right) else { return }
        find(
            "number.basis", grounds.near.passage.holds(String(left)) ? .hard : .soft,
            "\"\(ours.word)\(own)\" is \"\(theirs.word)\(other)\" in the evidence")
    }

    /// 19 亿，比今年的 6.4 亿增长 66% goes against itself.
    private mutating func checkGrowth() {
        let all = claim.quantities.filter { !$0.number.isVague && !$0.number.isOrdinal }
        for index in all.indices.dropFirst(2) {
            let (value, base, growth) = (all[index - 2], all[index - 1], all[index])
            guard let unit = value.units.first, base.units.first?.measure == unit.measure,
                unit.measure != .percent, value.sentence == growth.sentence,
                growth.units.contains(where: { $0.measure == .percent }), growth.direction != 0,
                growth.role == .by, [value, base, growth].allSatisfy({ $0.bound.side == 0 }),
                !isRangeEnd(value),
                (0...6).contains(growth.range.lowerBound - base.range.upperBound),
                case let before = claim.text(between: value.range, and: base.range),
                ["，比", "，较"].contains(where: before.filter({ $0 != " " }).hasPrefix),
                before.filter({ $0 != " " }).hasSuffix("的"),
                let own = base.units.first
            else { continue }
            let (from, to) = (base.amount(own), value.amount(unit))
            guard from > 0 else { continue }
            let change = abs(to - from) / from * 100
            let reach = max(growth.number.step, change * 0.06, 1)
            guard abs(change - growth.number.value) > reach else { continue }
            find(
                "number.change", .hard,
                "\"\(claim.text(value.range.lowerBound..<growth.range.upperBound))\" goes against "
                    + "itself")
        }
    }
}

extension Reading {
    /// What a percent of a Chinese text is compared with, or a share of: 较发行价, 占营收.
    fileprivate func comparand(of quantity: Quantity) -> (word: String, name: String)? {
        let start = quantity.range.lowerBound
        let before = text(max(0, start - 16)..<start).filter { $0 != " " }
        let clause = before[
            (before.lastIndex { "，,。；;：:（(、".contains($0) } ?? before.startIndex)...]
        for (word, ends) in Self.comparing {
            guard let place = clause.lastIndex(where: { word.contains($0) }) else { continue }
            let behind = clause[clause.index(after: place)...]
            guard let end = ends.compactMap({ behind.range(of: $0)?.lowerBound }).min() else {
                continue
            }
            let name = behind[..<end].filter { !"的其总全".contains($0) }
            if name.count > 1 { return (String(clause[place]), String(name)) }
        }
        return nil
    }

    private static let comparing: [(word: String, ends: [String])] = [
        ("较比", ["上涨", "下跌", "增长", "下降", "增加", "减少", "提高", "提升", "加快", "放缓", "高", "低", "溢价", "折价"]),
        ("占", ["的", "约", "近", "超"]),
    ]
}
