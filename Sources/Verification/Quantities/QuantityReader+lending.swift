extension QuantityReader {
    /// 148 million euros and Spain's Perfusa 138 million; 50.84 seconds, and the second in 51.20: an
    /// amount that counts nothing may be of what was measured last.
    mutating func lendMeasures() {
        var last: Quantity?
        for index in quantities.indices {
            let quantity = quantities[index]
            if quantity.isMoney || quantity.isPhysical, quantity.number.form == .digits {
                // 7.4 billion kroner ($735 million): what stands in brackets lends nothing.
                let start = quantity.range.lowerBound
                let isAside =
                    last?.isMoney == true && passage.text(max(0, start - 1)..<start) == "("
                if !isAside { last = quantity }
                continue
            }
            guard let last, quantity.sentence - last.sentence <= (last.isMoney ? 0 : 2),
                quantity.units == [.init(measure: .count, factor: 1)],
                quantity.number.hasScale || isAnother(quantity)
                    || !last.isMoney && quantity.sentence == last.sentence
                        && min(quantity.number.value, last.number.value) >= 1000
                    || !last.isMoney && quantity.number.step < 1
                        && quantity.number.step == last.number.step,
                passage.isLatin(quantity.range.upperBound - 1)
                    || passage.isDigit(quantity.range.upperBound - 1)
                    // 总奖金 250 万美元，冠军拿走 135 万
                    || last.isMoney && quantity.number.hasScale,
                countsNothing(behind: quantity.range.upperBound)
            else { continue }
            quantities[index].units += last.units
        }
    }

    /// 4, 27 and 109 billion parameters: the last of a list lends its scale to the others.
    mutating func lendScales() {
        var scale = 1.0
        for index in quantities.indices.dropLast().reversed() {
            let (first, second) = (quantities[index], quantities[index + 1])
            if second.number.hasScale { scale = second.number.scale }
            let isJoined =
                first.range.upperBound < second.range.lowerBound
                && [",", "and", "or", ", and", ", or"].contains(joint(first, second))
            guard scale > 1, isJoined, first.isCount, second.isCount, !first.number.hasScale,
                first.number.form == .digits, first.number.value < 1000, !first.number.isOrdinal
            else {
                scale = 1
                continue
            }
            quantities[index].units.append(.init(measure: .count, factor: scale))
        }
    }

    /// What stands between two figures, in lower case, parted by single spaces.
    private func joint(_ first: Quantity, _ second: Quantity) -> String {
        passage.text(between: first.range, and: second.range).lowercased().split(separator: " ")
            .joined(separator: " ")
    }

    /// 20.6 亿元新台币，每股 1.12 元: a bare 元 may be of the currency that was named before.
    mutating func lendYuan() {
        let yuan = Quantity.Unit(measure: .money(lexicon.key("CNY")), factor: 1)
        var last: Quantity.Unit?
        for index in quantities.indices where quantities[index].isMoney {
            let text = passage.text(quantities[index].range)
            guard quantities[index].units == [yuan], text.hasSuffix("元") else {
                last = quantities[index].units.first ?? last
                continue
            }
            if let last, last != yuan { quantities[index].units.append(last) }
        }
    }

    /// By 50 basis points, more than the 25 points forecast: the points are of the same kind.
    mutating func lendBasis() {
        guard
            let basis = quantities.first(where: {
                $0.units.contains { $0.measure == .point && $0.factor == 0.01 }
            })
        else { return }
        for index in quantities.indices
        where quantities[index].sentence == basis.sentence
            && quantities[index].units == [
                .init(measure: .physical(lexicon.key("points")), factor: 1)
            ]
        {
            quantities[index].units.append(.init(measure: .point, factor: 0.01))
        }
    }

    /// 1.48 亿和 1.38 亿欧元: the last of a list lends its unit to the others.
    mutating func lendListed() {
        for index in quantities.indices.dropLast().reversed() {
            let (first, second) = (quantities[index], quantities[index + 1])
            guard second.isMoney || second.isPhysical,
                first.units == [.init(measure: .count, factor: 1)],
                first.number.hasScale == second.number.hasScale, !first.number.isOrdinal,
                first.number.form == .digits, first.range.upperBound < second.range.lowerBound,
                // 1.2 billion of a 3.1 billion kronor grant
                ["和", "与", "及", "、", "或", "of", "of a", "of its", "of the"].contains(
                    joint(first, second))
            else { continue }
            quantities[index].units += second.units
        }
    }

    /// 30,000 euros and another 15,000
    private func isAnother(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let before = passage.text(max(0, start - 14)..<start).lowercased()
        return [" another ", " a further ", " an extra ", " an additional "].contains(
            where: before.hasSuffix)
    }

    /// Whether what stands behind a figure is no thing that it counts: a mark, or a small word.
    private func countsNothing(behind end: Int) -> Bool {
        // 3100 万来自政府
        let next = passage.text(end..<end + 2).filter { $0 != " " }.prefix(1)
        if ["来", "由", "已", "将", "尚", "归"].contains(next) { return true }
        guard let item = items.first(where: { $0.range.lowerBound >= end }) else { return true }
        if case .mark = item.kind { return true }
        let word = passage.text(item.range).lowercased()
        return Self.small.contains(word) || Self.joints.contains(word)
            || item.meaning(.from) != nil || item.meaning(.by) != nil || item.meaning(.to) != nil
            || item.meaning(.basis) != nil || item.meaning(.day) != nil
    }

    private static let joints: Set<String> = [
        "and", "in", "for", "after", "before", "as", "at", "on", "by", "to", "from", "while",
        "but", "or", "this", "last", "next", "when", "because", "with", "by the", "during", "than",
    ]

    /// 47 days, up from 36: a bare figure of a comparison may be of the unit before it.
    mutating func lendUnits() {
        for index in quantities.indices.dropFirst() {
            let second = quantities[index]
            // 340 litres a minute, 45 more: the minute lends nothing, nor does a third place.
            guard
                let first = quantities[max(0, index - 3)..<index].last(where: {
                    !$0.number.isOrdinal
                        && !passage.text($0.range).lowercased().hasPrefix("a ")
                })
            else { continue }
            guard second.units == [.init(measure: .count, factor: 1)], !second.number.isOrdinal,
                first.sentence == second.sentence, !first.isCount, second.range.lowerBound > 0
            else { continue }
            let start = second.range.lowerBound
            let words = passage.text(max(0, start - 28)..<start).lowercased()
                .split { !$0.isLetter }.map(String.init)
            // than an average of 24,500, instead of every 12
            let before =
                words.last { !Self.means.contains($0) } ?? ""
            // 12 million euros, of which 8 million
            let isPart =
                passage.text(first.range.upperBound..<max(start, first.range.upperBound))
                .lowercased().filter { $0.isLetter } == "ofwhich" && second.number.hasScale
            let isCompared =
                isPart
                || [
                    "from", "to", "than", "against", "versus", "expected", "instead", "auf", "von",
                ].contains(before) || words.suffix(2).contains("limit")
            // 45 more than the old one
            let behind = passage.text(
                second.range.upperBound..<second.range.upperBound + 14
            ).lowercased()
            if Self.compares.contains(where: behind.hasPrefix) {
                quantities[index].units += first.units
                continue
            }
            if isCompared, before != "to" || countsNothing(behind: second.range.upperBound) {
                quantities[index].units += first.units
            }
        }
    }

    private static let compares = [
        " more than", " less than", " fewer than", " above", " below", " higher than",
        " lower than", " ahead of", " short of", " heavier", " lighter", " longer than",
        " shorter than", " faster", " slower", " back", " behind", " adrift",
    ]
    private static let means: Set<String> = [
        "a", "an", "the", "average", "mean", "median", "of", "every", "just", "only", "about",
    ]
}
