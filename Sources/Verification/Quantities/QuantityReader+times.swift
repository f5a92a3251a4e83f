extension QuantityReader {
    /// 2小时02分16秒, 14:12.48 and 5 hours 3 minutes are one figure each: a span of time, counted in
    /// the smallest unit that it names.
    mutating func joinTimes() {
        readColons()
        joinColons()
        var joined: [Quantity] = []
        for quantity in quantities {
            guard let last = joined.last, let whole = whole(last, quantity) else {
                joined.append(quantity)
                continue
            }
            joined[joined.count - 1] = whole
        }
        quantities = joined
    }

    /// 3 500 jobs are 3,500 as likely as three and 500.
    mutating func joinGroups() {
        for index in quantities.indices.dropLast().reversed() {
            let (first, second) = (quantities[index], quantities[index + 1])
            guard [first, second].allSatisfy({ $0.number.form == .digits && $0.number.step == 1 }),
                first.units == [.init(measure: .count, factor: 1)], !first.number.hasScale,
                first.range.count <= 3, first.number.value > 0,
                second.range.lowerBound == first.range.upperBound + 1,
                passage.scalars[first.range.upperBound] == 0x20,
                passage.text(second.range).prefix(4).filter(\.isNumber).count == 3
            else { continue }
            var whole = second
            whole.number.value = first.number.value * 1000 + second.number.value
            whole.number.digits = first.number.digits + 3
            whole.bound = first.bound
            whole.isBoundLoose = first.isBoundLoose
            whole.range = first.range.lowerBound..<second.range.upperBound
            quantities.insert(whole, at: index)
        }
    }

    private func whole(_ first: Quantity, _ second: Quantity) -> Quantity? {
        let between = passage.text(between: first.range, and: second.range)
            .lowercased().filter { $0 != " " }
        var whole = first
        whole.range = first.range.lowerBound..<second.range.upperBound
        // 6 米 05
        if isHan(first.range.upperBound - 1), between.isEmpty, second.range.count == 2,
            first.units == [.init(measure: .physical(lexicon.key("length")), factor: 1)],
            second.number.form == .digits, second.units == [.init(measure: .count, factor: 1)]
        {
            whole.number.value += second.number.value / 100
            whole.number.step = 0.01
            whole.number.digits += 2
            return whole
        }
        // Seven years and six months are a figure as well.
        guard let unit = duration(first), unit.factor <= 86_400 || unit.factor > 3e7,
            first.number.step == 1,
            second.range.lowerBound >= first.range.upperBound,
            second.range.lowerBound - first.range.upperBound <= 5
        else { return nil }
        if unit.factor == 1, between.isEmpty,
            second.range.lowerBound <= first.range.upperBound + 1,
            isHan(first.range.upperBound - 1),
            second.number.form == .digits, second.number.step == 1, !second.number.hasScale,
            second.units == [.init(measure: .count, factor: 1)], second.range.count <= 3
        {
            // 16秒09
            let step = Self.tenths[second.range.count]
            whole.number.value += second.number.value * step
            whole.number.step = step
            whole.number.digits += second.range.count
            return whole
        }
        guard ["", "and", ",", "零", "又"].contains(between), unit.factor > 1,
            let part = duration(second), part.factor < unit.factor,
            unit.factor < 3e7 || part.factor > 2e6,
            second.number.value * part.factor < unit.factor
        else { return nil }
        let ratio = (unit.factor / part.factor).rounded()
        whole.number.value = first.number.value * ratio + second.number.value
        whole.number.step = second.number.step
        whole.number.digits += 2
        whole.units = [part]
        return whole
    }

    private func isHan(_ index: Int) -> Bool { Passage.isHan(passage.scalars[index]) }

    private func duration(_ quantity: Quantity) -> Quantity.Unit? {
        quantity.units.first { $0.measure == .physical(lexicon.key("duration")) }
    }

    /// 2:02:16 and 4:25.78: what stands behind the colon of a clock makes it a span of time.
    private mutating func readColons() {
        let second = Quantity.Unit(measure: .physical(lexicon.key("duration")), factor: 1)
        for index in quantities.indices {
            let quantity = quantities[index]
            let start = quantity.range.lowerBound
            guard quantity.units == [.init(measure: .count, factor: 1)], start > 1,
                quantity.number.form == .digits, quantity.number.step == 1,
                [0x2e, 0x3a].contains(passage.scalars[start - 1]),
                let item = items.first(where: { $0.range.upperBound == start - 1 }),
                case .clock(let hour, let minute) = item.kind
            else { continue }
            let minutes = Double(hour * 60 + minute)
            switch passage.scalars[start - 1] {
            case 0x3a where quantity.range.count == 2:
                quantities[index].number.value = minutes * 60 + quantity.number.value
            case 0x2e where quantity.range.count <= 3:
                let step = Self.tenths[quantity.range.count]
                quantities[index].number.value = minutes + quantity.number.value * step
                quantities[index].number.step = step
            default: continue
            }
            quantities[index].number.digits += 3
            quantities[index].units = [second]
            quantities[index].range = item.range.lowerBound..<quantity.range.upperBound
        }
    }

    /// 65:23, which is no time of day, where the text tells of times that something took.
    private mutating func joinColons() {
        let duration = Measure.physical(lexicon.key("duration"))
        guard
            quantities.contains(where: {
                $0.units.contains { $0.measure == duration && $0.factor <= 3600 }
            })
        else { return }
        for index in quantities.indices.dropFirst().reversed() {
            let (first, second) = (quantities[index - 1], quantities[index])
            guard [first, second].allSatisfy({ $0.isCount && $0.number.form == .digits }),
                second.range.lowerBound == first.range.upperBound + 1,
                passage.scalars[first.range.upperBound] == 0x3a, second.range.count == 2,
                first.number.value >= 24, first.number.value < 600, second.number.value < 60
            else { continue }
            quantities[index - 1].number.value = first.number.value * 60 + second.number.value
            quantities[index - 1].number.digits += 2
            quantities[index - 1].units = [.init(measure: duration, factor: 1)]
            quantities[index - 1].range = first.range.lowerBound..<second.range.upperBound
            quantities.remove(at: index)
        }
    }

    private static let tenths = [1, 0.1, 0.01, 0.001]
}
