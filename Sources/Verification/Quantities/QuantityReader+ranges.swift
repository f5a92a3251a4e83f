extension QuantityReader {
    /// 3–5 billion dollars, 10至12亿元: the first end takes scale and unit of the second.
    mutating func joinRanges() {
        for index in quantities.indices {
            let second = quantities[index]
            // 20m is told twice.
            guard
                let start = quantities[..<index].lastIndex(where: {
                    $0.range.lowerBound < second.range.lowerBound
                })
            else { continue }
            let first = quantities[start]
            // No connector is so long.
            guard (0...16).contains(second.range.lowerBound - first.range.upperBound) else {
                continue
            }
            let between = passage.text(between: first.range, and: second.range)
                .lowercased().filter { $0 != " " && $0 != "$" && $0 != "£" && $0 != "€" }
            shareChange(start, index, between)
            guard Self.connectors.contains(between), !first.number.isOrdinal else { continue }
            // 8 by 10 metres; a cap at 8,000 by 54% is no range.
            if ["by", "x", "\u{d7}"].contains(between), !second.isPhysical { continue }
            joinChange(start, index)
            // 约 200 至 300 毫米
            if Self.rangeMarks.contains(between), first.bound == .about, second.bound == .none {
                quantities[index].bound = .about
            }
            let isBare = first.units.allSatisfy { $0.measure == .count }
            if isBare, !second.units.allSatisfy({ $0.measure == .count }) || second.number.hasScale
            {
                quantities[start].units = second.units
                // minus 20 to 35 degrees
                if let item = items.firstIndex(where: {
                    $0.range.lowerBound == first.range.lowerBound
                }), first.number.value > 0, isBelowZero(item, quantities[start]) {
                    quantities[start].number.value = -first.number.value
                }
            }
            // $18 to 20 million
            let isPrice =
                first.isMoney && Self.rangeMarks.contains(between)
                && second.units.contains { $0.measure == .count }
            if isBare || isPrice, !first.number.hasScale, second.number.hasScale,
                first.number.value < 1000
            {
                let scale = second.number.scale
                quantities[start].number.value *= scale
                quantities[start].number.step *= scale
                quantities[start].number.scale = scale
            }
        }
    }

    /// 分别下调 50% 和 60%: what is told of the first of a list is told of the next.
    private mutating func shareChange(_ start: Int, _ index: Int, _ between: String) {
        let (first, second) = (quantities[start], quantities[index])
        guard ["和", "、"].contains(between), first.direction != 0, second.direction == 0,
            first.units == second.units
        else { return }
        quantities[index].direction = first.direction
        quantities[index].role = first.role
    }

    /// 2% to 6% growth: what is told of one end is told of both. Percents alone, for a rise by 300 to
    /// 2,100 is no range.
    private mutating func joinChange(_ start: Int, _ index: Int) {
        let (first, second) = (quantities[start], quantities[index])
        guard [first, second].allSatisfy({ $0.units.contains { $0.measure == .percent } }) else {
            return
        }
        if second.role == .to, first.direction != 0, first.role != .from {
            quantities[index].direction = first.direction
            quantities[index].role = nil
        } else if second.direction != 0, second.role == .by, first.direction == 0 {
            quantities[start].direction = second.direction
            quantities[start].role = .by
        }
    }

    static let rangeMarks: Set<String> = ["-", "~", "至", "到", "to", "through", "bis", "\u{2014}"]

    private static let connectors: Set<String> = [
        "-", "~", "至", "到", "\u{2014}", "and", "to", "or", "或", "bis", "by", "x", "\u{d7}",
        "\u{2014}\u{2014}",
    ]
}
