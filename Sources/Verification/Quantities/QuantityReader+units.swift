extension QuantityReader {
    /// 每秒 42 米 is a speed.
    func speeds(_ units: [Quantity.Unit], _ start: Int) -> [Quantity.Unit] {
        let before = passage.text(max(0, start - 5)..<start).filter { !" 约近达逾超过".contains($0) }
        let hours = before.hasSuffix("每秒") ? 3600.0 : before.hasSuffix("每小时") ? 1 : 0
        guard hours > 0 else { return [] }
        return units.filter { $0.measure == .physical(lexicon.key("length")) }.map {
            .init(measure: .physical(lexicon.key("speed")), factor: $0.factor / 1000 * hours)
        }
    }

    /// 20m is twenty metres or twenty millions: both, where one letter stands for either.
    func letters(_ quantity: Quantity, _ index: Int) -> [Quantity] {
        guard index + 1 < items.count, !quantity.number.hasScale, quantity.number.form == .digits,
            let scale = items[index + 1].meaning(.scale), items[index + 1].range.count == 1,
            items[index + 1].range.lowerBound == items[index].range.upperBound
        else { return [quantity] }
        if isMinutes(index) {
            var minutes = quantity
            minutes.units = [.init(measure: .physical(lexicon.key("duration")), factor: 60)]
            return [minutes]
        }
        var scaled = quantity
        scaled.number.value *= scale.value
        scaled.number.step *= scale.value
        scaled.number.scale = scale.value
        scaled.units = [.init(measure: .count, factor: 1)]
        // 17.3m francs
        if index + 2 < items.count, gap(index + 1, index + 2) == 1,
            let money = items[index + 2].meaning(.money)
        {
            scaled.units = [.init(measure: .money(money.key), factor: money.value)]
            return [scaled]
        }
        return items[index + 1].meaning(.unit) == nil ? [scaled] : [quantity, scaled]
    }

    /// 18m 40s, 1hr 5m
    private func isMinutes(_ index: Int) -> Bool {
        func unit(_ place: Int) -> String {
            items.indices.contains(place) ? passage.text(items[place].range).lowercased() : ""
        }
        guard unit(index + 1) == "m" else { return false }
        let isBeforeSeconds =
            index + 3 < items.count && gap(index + 1, index + 2) <= 1
            && items[index + 2].number != nil && gap(index + 2, index + 3) <= 1
            && ["s", "sec"].contains(unit(index + 3))
        return isBeforeSeconds
            || index > 0 && gap(index - 1, index) <= 1
                && ["hr", "hrs"].contains(unit(index - 1))
    }

    /// A currency before the number: $, US$, RMB.
    func sign(before index: Int) -> (index: Int, units: [Quantity.Unit])? {
        guard index > 0, gap(index - 1, index) <= 1 else { return nil }
        let signs = items[index - 1].meanings.filter { $0.kind == .sign }
        guard !signs.isEmpty else { return nil }
        let units = signs.flatMap { sign -> [Lexicon.Key] in
            if sign.key == lexicon.key("YEN") { return [lexicon.key("JPY"), lexicon.key("CNY")] }
            let isBare = passage.text(items[index - 1].range) == "$"
            return [sign.key] + (isBare ? [dollar].compactMap { $0 } : [])
        }
        return (index - 1, units.map { .init(measure: .money($0), factor: 1) })
    }

    /// The unit behind the number: 千瓦时, percentage points, U.S. dollars, of a percentage point.
    func unit(behind index: Int) -> (index: Int, units: [Quantity.Unit])? {
        var next = index + 1
        // 20多万元, 三年多: a word of approximation may stand between.
        if next < items.count, let bound = items[next].meaning(.bound), bound.value == 2,
            gap(next - 1, next) <= 1, items[next].range.count == 1
        {
            next += 1
        }
        // a quarter of a percentage point, ten full days
        let end = items[next - 1].range.upperBound
        while next < items.count, next < index + 4, case .latin = items[next].kind,
            Self.small.contains(passage.text(items[next].range).lowercased()),
            // 41 a week ago: the article belongs to the week.
            next > index + 1 || passage.text(items[next].range).count > 2
                || passage.text(items[next].range).lowercased() == "of"
        {
            next += 1
        }
        guard next < items.count else { return nil }
        let between = passage.text(end..<items[next].range.lowerBound)
        let units = lexicon.units(of: items[next].meanings)
        // 9200 万月活用户
        if passage.text(items[next].range) == "月",
            case let end = items[next].range.upperBound, end < passage.count,
            "活均度租薪供销产费".contains(passage.text(end..<end + 1))
        {
            return nil
        }
        // 三折平板 is folded twice, and no price.
        if passage.text(items[next].range) == "折",
            case let end = items[next].range.upperBound, end < passage.count,
            !"优，。；;,的起后左及、出销惠 ".contains(passage.text(end..<end + 1))
        {
            return nil
        }
        // TW-88 周围
        let unitEnd = items[next].range.upperBound
        if passage.text(items[next].range) == "周",
            "围边年期末日岁".contains(passage.text(unitEnd..<unitEnd + 1)), unitEnd < passage.count
        {
            return nil
        }
        guard !units.isEmpty, between.count <= 16,
            between.isEmpty || between == " " || passage.isLatin(items[next].range.lowerBound),
            between.unicodeScalars.allSatisfy({ $0.isASCII && !",.;()".unicodeScalars.contains($0) }
            )
        else { return nil }
        return (next, units)
    }

    /// 两个半小时
    func half(behind index: Int) -> (index: Int, units: [Quantity.Unit])? {
        let end = items[index].range.upperBound
        guard index + 1 < items.count, items[index + 1].number?.value == 0.5,
            passage.text(end..<end + 3).filter({ $0 != " " }).hasPrefix("个半")
        else { return nil }
        return unit(behind: index + 1)
    }

    /// 三成五, 两倍半, 两年半.
    func tail(
        behind index: Int, _ units: [Quantity.Unit]
    ) -> (value: Double, index: Int, end: Int)? {
        let end = items[index].range.upperBound
        // 2000 千牛半低温发动机 is no half of anything.
        let next = passage.text(end + 1..<end + 2)
        let isWord = ["低", "导", "自", "挂", "决", "径", "价", "球", "岛", "固", "潜", "封", "成"].contains(
            next)
        if passage.text(end..<end + 1) == "半", !isWord, units.first?.measure != .percent {
            return (0.5, index, end + 1)
        }
        guard let unit = units.first, unit.measure == .percent, unit.factor == 10,
            index + 1 < items.count, let digit = items[index + 1].number, digit.form == .han,
            digit.value < 10, gap(index, index + 1) == 0
        else { return nil }
        return (digit.value / 10, index + 1, items[index + 1].range.upperBound)
    }

    static let small: Set<String> = [
        "of", "a", "an", "full", "whole", "more", "further", "additional", "consecutive",
        "straight",
        "other", "the", "u.s", "us", "working", "business", "trading", "calendar", "extra",
    ]
}
