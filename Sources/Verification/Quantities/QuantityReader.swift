/// Reads the quantities of a text: numbers with their units, bounds and the change they tell of.
struct QuantityReader {
    var quantities: [Quantity] = []

    let items: [Item]
    let passage: Passage
    let lexicon: Lexicon
    let used: Set<Int>
    private let clauses: [Int]
    private let sentences: [Int]

    /// `used` are the items that dates are made of.
    init(
        _ items: [Item], _ passage: Passage, used: Set<Int>, clauses: [Int], sentences: [Int],
        lexicon: Lexicon = .shared
    ) {
        self.items = items
        self.passage = passage
        self.lexicon = lexicon
        self.used = used
        self.clauses = clauses
        self.sentences = sentences
        var end = 0
        for index in items.indices
        where !used.contains(index) && items[index].range.lowerBound >= end {
            if let quantity = quantity(at: index) {
                quantities += letters(quantity, index)
                // 两个半小时 and 三成五 hold a second number.
                end = quantity.range.upperBound
            } else if let quantity = single(at: index) {
                quantities.append(quantity)
            } else if let multiple = items[index].meaning(.multiple) {
                quantities.append(worded(multiple, at: index))
            }
        }
        moveBounds()
        joinTimes()
        joinRanges()
        lendUnits()
        lendMeasures()
    }

    private func quantity(at index: Int) -> Quantity? {
        guard let number = items[index].number else { return nil }
        let start = items[index].range.lowerBound
        var quantity = Quantity(
            number: number, units: [], range: items[index].range, sentence: sentences[index],
            clause: clauses[index])
        var first = index
        if let sign = sign(before: index) {
            first = sign.index
            quantity.units = sign.units
            quantity.range = items[first].range.lowerBound..<quantity.range.upperBound
        }
        var last = index
        if number.isShare {
            quantity.units = [.init(measure: .percent, factor: 1)]
        } else if number.isOrdinal || isRank(start) {
            quantity.number.isOrdinal = true
            quantity.units = [.init(measure: .count, factor: 1)]
        } else if let half = half(behind: index) {
            quantity.number.value += 0.5
            quantity.number.step = 0.5
            quantity.units = half.units
            quantity.range = quantity.range.lowerBound..<items[half.index].range.upperBound
            last = half.index
        } else if let unit = unit(behind: index) {
            if quantity.units.isEmpty || unit.units.contains(where: { $0.measure == .point }) {
                quantity.units = unit.units
            }
            quantity.range = quantity.range.lowerBound..<items[unit.index].range.upperBound
            last = unit.index
            // downloaded 8.4 million times
            if passage.text(items[last].range).lowercased() == "times", !comparesTimes(behind: last)
            {
                quantity.units = [.init(measure: .count, factor: 1)]
                if !number.hasScale { quantity.units.append(.init(measure: .multiple, factor: 1)) }
            }
            // 节 are knots, or carriages, and 方 cubic metres, or parties.
            if ["节", "方"].contains(passage.text(items[last].range)) {
                quantity.units.append(.init(measure: .count, factor: 1))
            }
            if let more = tail(behind: last, unit.units) {
                quantity.number.value += more.value
                quantity.number.step = 0.1
                quantity.range = quantity.range.lowerBound..<more.end
                last = more.index
            }
        } else if quantity.units.isEmpty {
            quantity.units = [.init(measure: .count, factor: 1)]
        }
        let speeds = speeds(quantity.units, start)
        if !speeds.isEmpty { quantity.units = speeds }
        if isBelowZero(first, quantity) { quantity.number.value = -quantity.number.value }
        if isYear(first, quantity) { quantity.units = [.init(measure: .count, factor: 1)] }
        if quantity.number.isOver { quantity.bound = .over }
        let hedge = bound(first, last)
        if hedge.bound != .none { quantity.bound = hedge.bound }
        quantity.isBoundLoose = hedge.isLoose
        (quantity.direction, quantity.role) = change(first, last)
        return quantity
    }

    /// 每秒 42 米 is a speed.
    private func speeds(_ units: [Quantity.Unit], _ start: Int) -> [Quantity.Unit] {
        let before = passage.text(max(0, start - 5)..<start).filter { !" 约近达逾超过".contains($0) }
        let hours = before.hasSuffix("每秒") ? 3600.0 : before.hasSuffix("每小时") ? 1 : 0
        guard hours > 0 else { return [] }
        return units.filter { $0.measure == .physical(lexicon.key("length")) }.map {
            .init(measure: .physical(lexicon.key("speed")), factor: $0.factor / 1000 * hours)
        }
    }

    /// three times as fast, five times its estimate
    private func comparesTimes(behind index: Int) -> Bool {
        guard index + 1 < items.count, gap(index, index + 1) == 1 else { return false }
        let end = items[index].range.upperBound
        let word = passage.text(end + 1..<end + 12).lowercased().prefix { $0.isLetter || $0 == "'" }
        return word.hasSuffix("er")
            || [
                "as", "more", "less", "the", "its", "their", "his", "her", "that", "what", "those",
                "this", "last", "forward", "earnings", "book", "revenue", "sales", "over", "net",
            ].contains(String(word))
    }

    /// 零下 3.9 摄氏度, minus 12°C.
    func isBelowZero(_ first: Int, _ quantity: Quantity) -> Bool {
        guard
            quantity.units.contains(where: { unit in
                if case .physical(let key) = unit.measure {
                    return ["celsius", "fahrenheit", "degree"].contains(lexicon.names[key])
                }
                return false
            })
        else { return false }
        let start = items[first].range.lowerBound
        let before = passage.text(max(0, start - 7)..<start).lowercased()
            .filter { $0 != " " && $0 != "约" }
        return before.hasSuffix("零下") || before.hasSuffix("minus")
            || (before.hasSuffix("-") && before.dropLast().last?.isNumber != true)
    }

    /// 公元前 150 年 is a year, not a hundred and fifty of them.
    private func isYear(_ first: Int, _ quantity: Quantity) -> Bool {
        let start = items[first].range.lowerBound
        let before = passage.text(max(0, start - 6)..<start).filter { $0 != " " && $0 != "约" }
        return before.hasSuffix("公元前") || before.hasSuffix("公元")
    }

    /// 20m is twenty metres or twenty millions: both, where one letter stands for either.
    private func letters(_ quantity: Quantity, _ index: Int) -> [Quantity] {
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
        return items[index + 1].meaning(.unit) == nil ? [scaled] : [quantity, scaled]
    }

    /// 18m 40s, 2h 14m
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
                && ["h", "hr", "hrs"].contains(unit(index - 1))
    }

    /// a decade, an hour: one of a unit.
    private func single(at index: Int) -> Quantity? {
        let start = items[index].range.lowerBound
        guard passage.isLatin(start), start >= 2 else { return nil }
        let units = lexicon.units(of: items[index].meanings).filter { $0.measure != .percent }
        let before = passage.text(max(0, start - 4)..<start).lowercased()
        let isDecade =
            passage.text(items[index].range).lowercased() == "decade"
            && [" the ", "first ", "past ", "last ", "this ", "next ", "previous "].contains(
                where: passage.text(max(0, start - 9)..<start).lowercased().hasSuffix)
        guard !units.isEmpty,
            isDecade
                || [" a ", " an ", "\na ", "\nan ", "per "].contains(where: before.hasSuffix)
                || before == "a "
        else { return nil }
        return Quantity(
            number: Number(value: 1, step: 1, form: .words), units: units,
            range: start - 2..<items[index].range.upperBound, sentence: sentences[index],
            clause: clauses[index])
    }

    /// doubled, 翻一番, halved.
    private func worded(_ multiple: Lexicon.Meaning, at index: Int) -> Quantity {
        var quantity = Quantity(
            number: Number(value: multiple.value, step: 0.1, form: .words),
            units: [.init(measure: .multiple, factor: 1)], range: items[index].range,
            sentence: sentences[index], clause: clauses[index])
        quantity.direction = multiple.value < 1 ? -1 : 1
        quantity.isLoose = true
        quantity.bound = bound(index, index).bound
        return quantity
    }

    /// 第三, No. 3.
    private func isRank(_ start: Int) -> Bool {
        if start > 0, passage.scalars[start - 1] == 0x7b2c { return true }
        if start > 1, passage.scalars[start - 1] == 0x20, passage.scalars[start - 2] == 0x7b2c {
            return true
        }
        let before = passage.text(max(0, start - 4)..<start).lowercased()
        return before.hasSuffix("no. ") || before.hasSuffix("no ") && before.count < 4
    }

    /// A currency before the number: $, US$, RMB.
    private func sign(before index: Int) -> (index: Int, units: [Quantity.Unit])? {
        guard index > 0, gap(index - 1, index) <= 1 else { return nil }
        let signs = items[index - 1].meanings.filter { $0.kind == .sign }
        guard !signs.isEmpty else { return nil }
        let units = signs.flatMap { sign in
            sign.key == lexicon.key("YEN")
                ? [lexicon.key("JPY"), lexicon.key("CNY")] : [sign.key]
        }
        return (index - 1, units.map { .init(measure: .money($0), factor: 1) })
    }

    /// The unit behind the number: 千瓦时, percentage points, U.S. dollars, of a percentage point.
    private func unit(behind index: Int) -> (index: Int, units: [Quantity.Unit])? {
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
    private func half(behind index: Int) -> (index: Int, units: [Quantity.Unit])? {
        let end = items[index].range.upperBound
        guard index + 1 < items.count, items[index + 1].number?.value == 0.5,
            passage.text(end..<end + 2) == "个半"
        else { return nil }
        return unit(behind: index + 1)
    }

    /// 三成五, 两倍半, 两年半.
    private func tail(
        behind index: Int, _ units: [Quantity.Unit]
    ) -> (value: Double, index: Int, end: Int)? {
        let end = items[index].range.upperBound
        if passage.text(end..<end + 1) == "半", units.first?.measure != .percent {
            return (0.5, index, end + 1)
        }
        guard let unit = units.first, unit.measure == .percent, unit.factor == 10,
            index + 1 < items.count, let digit = items[index + 1].number, digit.form == .han,
            digit.value < 10, gap(index, index + 1) == 0
        else { return nil }
        return (digit.value / 10, index + 1, items[index + 1].range.upperBound)
    }

    func gap(_ first: Int, _ second: Int) -> Int {
        items[second].range.lowerBound - items[first].range.upperBound
    }

    static let small: Set<String> = [
        "of", "a", "an", "full", "whole", "more", "further", "additional", "consecutive",
        "straight",
        "other", "the", "u.s", "us", "working", "business", "trading", "calendar", "extra",
    ]
}
