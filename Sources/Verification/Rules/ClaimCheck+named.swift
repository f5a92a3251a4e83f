import Domain

extension ClaimCheck {
    /// Whether a number is a part of a name, which the source writes so: no figure to be proven.
    func isNamed(_ quantity: Quantity) -> Bool {
        guard quantity.number.form == .digits, quantity.isCount, quantity.bound == .none else {
            return false
        }
        return isYear(quantity) || isLine(quantity) || isCode(quantity) || isTitle(quantity)
            || isVersion(quantity)
    }

    /// 2006 至 2024 年, 2025—26 赛季, 2025 江城马拉松: a year that stands without its word.
    private func isYear(_ quantity: Quantity) -> Bool {
        let value = quantity.number.value
        guard (1000...2999).contains(value), quantity.number.step == 1 else { return false }
        let year = Int(value)
        let end = quantity.range.upperBound
        let behind = claim.text(end..<end + 10).filter { $0 != " " }
        guard let next = behind.first else { return false }
        let begins = "至到-~—".contains(next) && Self.seasons.contains(where: behind.contains)
        let isOfSeason = Self.seasons.dropFirst().contains(where: behind.hasPrefix)
        let isOfEvent =
            (1900...2100).contains(value)
            && claim.passage.scalars[end...].prefix(2)
                .contains(where: Passage.isHan)
            && !Self.counted.contains(next)
        guard begins || isOfSeason || isOfEvent else { return false }
        let season = "\(year - 1)-\(year % 100)"
        return grounds.cited.contains { source in
            source.reading.dates.contains { $0.written.year == year }
                || isOfSeason && source.holdsWhole(season)
        }
    }

    private static let seasons = ["年", "赛季", "财年", "学年", "季"]
    private static let counted = Set("人名家个万亿元辆台件次吨米公年")

    /// 9 号线, 索纳尔冈 7 号 for the Sonargaon-7, 3 号机组 for Flamanville 3.
    private func isLine(_ quantity: Quantity) -> Bool {
        guard claim.text(behind: quantity, 1) == "号" else { return false }
        let number = claim.text(quantity.range)
        return grounds.cited.contains { source in
            source.holdsWhole(number + "号") || endsName(with: "-" + number, source.reading)
                || endsName(with: " " + number, source.reading)
        }
    }

    /// 哨兵-7B, NOR-3.
    private func isCode(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        guard start > 1, claim.passage.scalars[start - 1] == 0x2d else { return false }
        let number = "-" + claim.text(quantity.range)
        let name = latin(before: start - 1)
        return grounds.cited.contains { source in
            if let name { return source.holdsWhole(name + number) }
            return Passage.isHan(claim.passage.scalars[start - 2])
                && endsName(with: number, source.reading)
        }
    }

    /// 知行 4 for “知行4”.
    private func isTitle(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 3)..<start).filter { $0 != " " }.suffix(2)
        guard grounds.near.isChinese, !before.isEmpty else { return false }
        let name = before + claim.text(quantity.range)
        return grounds.cited.contains { $0.holds(name + "”") || $0.holds(name + "》") }
    }

    /// PowerPress 6, and Fernway 6.0 for version 6.0 of it.
    private func isVersion(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        var end = start
        while end > 0, claim.passage.scalars[end - 1] == 0x20 { end -= 1 }
        guard let name = latin(before: end) else { return false }
        let number = claim.text(quantity.range)
        let names = [name + claim.text(end..<start) + number, "version " + number]
        return grounds.cited.contains { source in names.contains(where: source.holdsWhole) }
    }

    /// The Latin letters that end at a place.
    private func latin(before end: Int) -> String? {
        var start = end
        while claim.passage.isLatin(start - 1) { start -= 1 }
        return start < end ? claim.text(start..<end) : nil
    }

    /// Sonargaon-7, Flamanville 3: a name with a capital that a number ends.
    private func endsName(with number: String, _ reading: Reading) -> Bool {
        reading.items.contains { item in
            guard reading.passage.isUpper(item.range.lowerBound) else { return false }
            switch item.kind {
            case .code: return reading.text(item.range).hasSuffix(number)
            case .latin:
                let end = item.range.upperBound
                let behind = reading.text(end..<end + number.count + 1)
                return behind.hasPrefix(number)
                    && behind.dropFirst(number.count).first?.isNumber != true
            default: return false
            }
        }
    }
}
