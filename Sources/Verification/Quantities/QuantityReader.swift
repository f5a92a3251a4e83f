/// Reads the quantities of a text: numbers with their units, bounds and the change they tell of.
struct QuantityReader {
    var quantities: [Quantity] = []

    let items: [Item]
    let passage: Passage
    let lexicon: Lexicon
    let used: Set<Int>
    private let clauses: [Int]
    private let sentences: [Int]

    /// What a bare $ may mean besides the dollar of the US.
    let dollar: Lexicon.Key?

    /// `used` are the items that dates are made of.
    init(
        _ items: [Item], _ passage: Passage, used: Set<Int>, clauses: [Int], sentences: [Int],
        dollar: Lexicon.Key? = nil, lexicon: Lexicon = .shared
    ) {
        self.dollar = dollar
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
        joinGroups()
        joinRanges()
        lendScales()
        lendListed()
        lendYuan()
        lendBasis()
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
            // 40 多小时
            let isOver = items[index + 1].meanings.contains {
                $0.kind == .bound && lexicon.names[$0.key] == Bound.over.rawValue
            }
            if unit.index > index + 1, isOver { quantity.number.isOver = true }
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
        if hedge.bound != .none, !isDuring(first, last) { quantity.bound = hedge.bound }
        quantity.isBoundLoose = hedge.isLoose
        (quantity.direction, quantity.role) = change(first, last)
        return quantity
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

    func gap(_ first: Int, _ second: Int) -> Int {
        items[second].range.lowerBound - items[first].range.upperBound
    }
}
