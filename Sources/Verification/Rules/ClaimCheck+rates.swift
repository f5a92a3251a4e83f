import Domain
import Foundation

extension ClaimCheck {
    /// So much a month is not so much a year, and a price a pound none a kilogram.
    mutating func checkRates() {
        let speed = Measure.physical(lexicon.key("speed"))
        for quantity in claim.quantities
        where isChecked(quantity) && !isTime(quantity)
            // 每小时 151 公里 converts as a whole.
            && !quantity.units.contains(where: { $0.measure == speed })
        {
            let each = eachUnits(quantity, in: claim)
            guard each.count == 1, let ours = each.first else { continue }
            let matches = grounds.near.quantities.filter {
                lexicon.agreement(of: quantity, with: $0) == .full
            }
            guard matches.count == 1, let match = matches.first,
                isOtherRate(ours, rates(behind: match))
            else { continue }
            find(
                "number.rate", .hard,
                "\"\(claim.text(quantity.range))\" is told for another unit than in the evidence: "
                    + "\"\(context(match))\"")
        }
    }

    /// 每股 1.26 元 for 12.6 for each ten shares
    func isPerShare(_ quantity: Quantity, _ matches: [Quantity]) -> Bool {
        let start = quantity.range.lowerBound
        guard claim.passage.holdsAny(["每股"], in: max(0, start - 12)..<start) else { return false }
        return matches.contains { match in
            let before = grounds.near.text(
                max(0, match.range.lowerBound - 16)..<match.range.lowerBound
            )
            .filter { $0 != " " }
            return before.contains("每10股")
                && abs(match.number.value - quantity.number.value * 10) < match.number.step
        }
    }

    /// 每吨 for each cubic metre, and so much a month for so much a year. A pound is money or a mass.
    private func isOtherRate(_ ours: Quantity.Unit, _ theirs: [Quantity.Unit]) -> Bool {
        if let same = theirs.first(where: { $0.measure == ours.measure }) {
            return abs(same.factor / ours.factor - 1) > 0.02
        }
        let measures = [ours] + theirs
        return !theirs.isEmpty
            && measures.allSatisfy { if case .physical = $0.measure { true } else { false } }
    }

    /// What stands behind the last 每 before a figure of its clause: 每年约 110 亿, 每公斤 3.95 美元.
    private func eachUnits(_ quantity: Quantity, in text: Reading) -> [Quantity.Unit] {
        let start = quantity.range.lowerBound
        let before = text.passage.scalars[max(0, start - 40)..<start]
        guard let each = before.lastIndex(of: 0x6bcf),
            text.clauses[text.item(at: each)] == quantity.clause
        else { return [] }
        return measured(at: each + 1, in: text)
    }

    /// The unit at a place, times the number before it: 每 20 英尺, per 60-kg bag; so many of what is
    /// no unit: 每 10 股.
    private func measured(at place: Int, in text: Reading) -> [Quantity.Unit] {
        var (start, count) = (place, 1.0)
        if start < text.passage.count, text.passage.scalars[start] == 0x20 { start += 1 }
        if let item = text.items.first(where: { $0.range.lowerBound == start }),
            let number = item.number, number.value > 0, !number.isOrdinal
        {
            start = item.range.upperBound
            count = number.value
        } else if let (end, scale) = scale(at: start, in: text) {
            (start, count) = (end, scale)
        }
        while start < text.passage.count, [0x20, 0x2d].contains(text.passage.scalars[start]) {
            start += 1
        }
        guard start < text.passage.count else { return [] }
        let units =
            lexicon.longest(in: text.passage, at: start)
            .map { lexicon.units(of: $0.meanings) } ?? []
        return units.isEmpty
            ? [.init(measure: .count, factor: count)]
            : units.map { .init(measure: $0.measure, factor: $0.factor * count) }
    }

    /// 每百万 token, per million tokens: a scale without a number.
    private func scale(at start: Int, in text: Reading) -> (Int, Double)? {
        if let (end, meanings) = lexicon.longest(in: text.passage, at: start),
            let scale = meanings.first(where: { $0.kind == .scale && $0.value >= 1000 })
        {
            return (end, scale.value)
        }
        let words = text.text(start..<start + 2)
        return Self.scales.first { words.hasPrefix($0.word) }
            .map { (start + $0.word.count, $0.value) }
    }

    private static let scales: [(word: String, value: Double)] = [
        ("百万", 1e6), ("千万", 1e7), ("十万", 1e5), ("万", 1e4), ("千", 1e3), ("亿", 1e8), ("百", 100),
    ]

    /// What a figure of the evidence is for each of: a month, per pound, 每公斤.
    private func rates(behind quantity: Quantity) -> [Quantity.Unit] {
        let near = grounds.near
        if near.isChinese { return eachUnits(quantity, in: near) }
        var end = quantity.range.upperBound
        // 51,660 cedis ($5,040) a tonne
        if near.text(end..<end + 2) == " (",
            let close = near.passage.scalars[end..<min(end + 24, near.passage.count)]
                .firstIndex(of: 0x29)
        {
            end = close + 1
        }
        // 131 reais per 60-kg bag, 850 litres of water per second
        let behind = near.text(end..<end + 24).lowercased().prefix { !",.;".contains($0) }
        // 12 cents per gigabyte-hour is of both.
        if behind.contains("-hour") { return [] }
        if let per = behind.range(of: " per ") {
            let units = measured(
                at: end + behind.distance(from: behind.startIndex, to: per.upperBound), in: near)
            return units
        }
        return near.quantities.first {
            $0.number.value == 1 && $0.number.form == .words && $0.sentence == quantity.sentence
                && (0...24).contains($0.range.lowerBound - end)
                && (end > quantity.range.upperBound && $0.range.lowerBound - end < 3
                    || near.clauses[near.item(at: $0.range.lowerBound)]
                        == near.clauses[near.item(at: quantity.range.lowerBound)])
        }?.units ?? []
    }
}
