import Domain

extension ClaimCheck {
    /// 共 12 家 for one and eleven others, 五个州 for two that are named and three others.
    func isOneMore(_ quantity: Quantity) -> Bool {
        let near = grounds.near
        return quantity.isCount
            && near.quantities.contains {
                let behind = near.text($0.range.upperBound..<$0.range.upperBound + 7).lowercased()
                return [1, 2].contains(quantity.number.value - $0.number.value)
                    && (behind.hasPrefix(" other") || behind.hasPrefix(" more"))
            }
    }

    /// 五家公司 for a list of five names.
    func isListed(_ quantity: Quantity) -> Bool {
        guard quantity.isCount, !quantity.number.isOrdinal, quantity.bound == .none,
            (2...12).contains(quantity.number.value)
        else { return false }
        // Any two things that `and` joins are two.
        if quantity.number.value == 2, quantity.number.form == .han, grounds.near.joinsTwo {
            return true
        }
        // 5 颗 is no list where the evidence says 8 颗.
        let near = grounds.near
        let what = claim.text(quantity.range.upperBound..<quantity.range.upperBound + 2)
            .filter { $0 != " " }.prefix(1)
        let isCounted =
            near.isChinese
            && near.quantities.contains {
                $0.isCount
                    && near.text($0.range.upperBound..<$0.range.upperBound + 1) == what
            }
        return !isCounted && lists(in: near).contains(Int(quantity.number.value))
    }

    /// How many things each list of the evidence names: A, B and C are three.
    func lists(in reading: Reading) -> Set<Int> {
        var lengths: Set<Int> = []
        // What is listed is named in a few words.
        var (commas, words) = (0, 0)
        for item in reading.items {
            words += 1
            switch item.kind {
            case .mark(0x2c), .mark(0x3001):
                commas = words > 7 ? 1 : commas + 1
                words = 0
            case .mark: commas = 0
            case .latin where ["and", "or"].contains(reading.text(item.range).lowercased()):
                if commas > 0 { lengths.formUnion([commas + 1, commas + 2]) }
            default: break
            }
            if commas > 0, reading.text(item.range.upperBound..<item.range.upperBound + 1) == "和" {
                lengths.insert(commas + 2)
            }
        }
        return lengths
    }

    /// Whether a number says how much: Han numerals do before a unit or a measure word only.
    func isChecked(_ quantity: Quantity) -> Bool {
        let number = quantity.number
        if quantity.isLoose || number.isShare { return true }
        // 每卖出 100 辆
        if [10, 100, 1000, 10_000].contains(number.value),
            claim.text(max(0, quantity.range.lowerBound - 5)..<quantity.range.lowerBound)
                .contains("每")
        {
            return false
        }
        if isSeason(quantity) || isCohort(quantity) { return false }
        // 20% 以上（含 20%）
        let before = claim.text(max(0, quantity.range.lowerBound - 2)..<quantity.range.lowerBound)
        if ["(含", "含 "].contains(where: before.hasSuffix) { return false }
        // 2025 款, 2025 届
        if ["款", "届"].contains(claim.text(behind: quantity, 1)),
            (1990...2100).contains(number.value)
        {
            return false
        }
        // 零时 1 分
        if claim.text(quantity.range).hasSuffix("分"),
            ["零时", "零点"].contains(
                where: claim.text(max(0, quantity.range.lowerBound - 3)..<quantity.range.lowerBound)
                    .filter({ $0 != " " }).hasSuffix)
        {
            return false
        }
        // 报 1 英镑兑 1.329 美元
        if quantity.isMoney, number.value == 1, claim.text(behind: quantity, 1) == "兑" {
            return false
        }
        if isInTitle(quantity.range.lowerBound) || beginsMonths(quantity) { return false }
        guard number.form == .han else { return number.form == .digits }
        if number.isOrdinal {
            return isRanking(quantity) || (number.value > 1 && followed(quantity, by: Self.ranked))
        }
        // 两度失利, 梅开二度
        if claim.text(quantity.range).hasSuffix("度"), number.value < 10 { return false }
        if quantity.units.contains(where: { $0.measure != .count }) {
            return number.value != 1 || number.hasScale
                || claim.text(quantity.range).hasSuffix("番")
        }
        if number.hasScale, number.value >= 1000 { return true }
        return number.value != 1 && followed(quantity, by: Self.measureWords)
    }

    /// 2025/26 年度, 2024—25 产季: the years of a season, of which the dates are checked.
    private func isSeason(_ quantity: Quantity) -> Bool {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = claim.text(max(0, start - 7)..<start).filter { $0 != " " }
        let behind = claim.text(end..<end + 8).filter { $0 != " " }
        if before.last == "/", before.dropLast().last?.isNumber == true { return true }
        if behind.first == "/", behind.dropFirst().first?.isNumber == true { return true }
        guard quantity.number.step == 1, quantity.number.form == .digits else { return false }
        let value = Int(min(quantity.number.value, 1e6))
        if let mark = before.last, Self.dashes.contains(mark),
            let first = Int(before.dropLast().suffix(4)), (1900...2100).contains(first)
        {
            return value == (first + 1) % 100
        }
        guard (1900...2100).contains(value), let mark = behind.first, Self.dashes.contains(mark)
        else { return false }
        return Int(behind.dropFirst().prefix { $0.isNumber }) == (value + 1) % 100
    }

    /// 90后, 上世纪 60 年代
    private func isCohort(_ quantity: Quantity) -> Bool {
        let behind = claim.text(behind: quantity, 2)
        return (10..<100).contains(quantity.number.value)
            && quantity.number.value.truncatingRemainder(dividingBy: 5) == 0
            && (behind.hasPrefix("后") && quantity.units == [.init(measure: .count, factor: 1)]
                && quantity.number.form == .digits
                || behind.hasPrefix("代") && claim.text(quantity.range).hasSuffix("年"))
    }

    private static let dashes: Set<Character> = ["-", "—", "–", "~", "至"]

    /// 位列第一 ranks; 第一作者 and 第一次 do not.
    private func isRanking(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 8)..<start).filter { $0 != " " }
        return ["列第", "居第", "名第", "居世界第", "居全球第", "居全国第", "排第", "获第", "得第"].contains(
            where: before.hasSuffix)
    }

    private func followed(_ quantity: Quantity, by words: Set<Character>) -> Bool {
        let end = quantity.range.upperBound
        return claim.text(end..<end + 3).first { $0 != " " && $0 != "多" && $0 != "余" }
            .map(words.contains) ?? false
    }

    /// 1 至 4 月: the first number is a month as well.
    private func beginsMonths(_ quantity: Quantity) -> Bool {
        let end = quantity.range.upperBound
        guard claim.passage.holds("月", in: end..<end + 8) else { return false }
        let behind = claim.text(end..<end + 8).filter { $0 != " " }
        guard let mark = behind.first, "至到-~—".contains(mark) else { return false }
        return behind.dropFirst().drop(while: \.isNumber).first == "月"
    }

    /// Inside 《》 stands a name.
    private func isInTitle(_ index: Int) -> Bool {
        var depth = 0
        for place in 0..<index {
            if claim.passage.scalars[place] == 0x300a { depth += 1 }
            if claim.passage.scalars[place] == 0x300b { depth -= 1 }
        }
        return depth > 0
    }

    static let measureWords = Set(
        "个家名人台辆架艘座栋套件项份张次例条只头匹棵株户种款部支枚位所间处场届层代轮批组队票席颗块片段盏根幅本册篇集章枪回遍趟番剂床省市县区州国艇门村镇校店站起强"
    )
    private static let ranked = Set("位名大个次届代批轮期家座款任位高起例度")
}
