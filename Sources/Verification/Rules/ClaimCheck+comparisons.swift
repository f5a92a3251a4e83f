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
            checkSeveralYears(quantity, match)
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
    private mutating func checkSeveralYears(_ quantity: Quantity, _ match: Quantity) {
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

    /// 19 亿，比今年的 6.4 亿增长 66% and 由 121 秒降至 98 秒，缩短 23.5% go against themselves.
    private mutating func checkGrowth() {
        let all = claim.quantities.filter { !$0.number.isVague && !$0.number.isOrdinal }
        for index in all.indices.dropFirst(2) {
            let (first, second, growth) = (all[index - 2], all[index - 1], all[index])
            guard let unit = first.units.first, unit.measure != .percent,
                let other = second.units.first(where: { $0.measure == unit.measure }),
                first.sentence == growth.sentence,
                let percent = growth.units.first(where: { $0.measure == .percent }),
                growth.direction != 0,
                growth.role == .by, [first, second, growth].allSatisfy({ $0.bound.side == 0 }),
                isOfBoth(growth, second),
                !isRangeEnd(first)
            else { continue }
            let between = claim.text(between: first.range, and: second.range)
                .filter { $0 != " " }
            let isCompared =
                ["，比", "，较"].contains(where: between.hasPrefix) && between.hasSuffix("的")
            let isMoved = first.role == .from && second.role == .to
            guard isCompared || isMoved else { continue }
            let (left, right) = (first.amount(unit), second.amount(other))
            let (from, to) = isMoved ? (left, right) : (right, left)
            guard from > 0 else { continue }
            let change = abs(to - from) / from * 100
            guard
                abs(change - growth.amount(percent))
                    > max(growth.number.step * percent.factor, change * 0.06, 1)
            else { continue }
            find(
                "number.change", .hard,
                "\"\(claim.text(first.range.lowerBound..<growth.range.upperBound))\" goes against "
                    + "itself")
        }
    }

    /// Nothing but words of change stands between a figure and the percent behind it: 销售额下滑 6.3% tells
    /// of another.
    private func isOfBoth(_ growth: Quantity, _ figure: Quantity) -> Bool {
        guard growth.range.lowerBound >= figure.range.upperBound else { return false }
        let between = claim.text(between: figure.range, and: growth.range)
        return between.count <= 8
            && Self.changes.reduce(between) { $0.replacing($1, with: "") }
                .allSatisfy { " ，,了约近为达即".contains($0) }
    }

    private static let changes = [
        "同比", "缩短", "减少", "下降", "降低", "下滑", "下跌", "收窄", "增长", "增加", "上升", "上涨", "提高", "提升", "降幅",
        "涨幅", "增幅", "跌幅",
    ]
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
