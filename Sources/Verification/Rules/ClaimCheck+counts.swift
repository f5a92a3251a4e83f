import Domain

extension ClaimCheck {
    /// 历时 2 小时 35 分钟 between two times, 21 天 between two days, 前四个月 up to April.
    func isElapsed(_ quantity: Quantity) -> Bool {
        let key = lexicon.key("duration")
        guard let unit = quantity.units.first(where: { $0.measure == .physical(key) }) else {
            return false
        }
        let near = grounds.near
        let clocks = near.clocks.map(\.minutes)
        let value = Int(max(-1, min(quantity.number.value, 1e6)))
        if isBetweenYears(quantity, unit) || isRestOfYear(quantity, unit) { return true }
        if isBetweenTimes(value, unit.factor) { return true }
        // 4:26 behind the leader is four minutes and 26 seconds.
        if unit.factor == 1, quantity.number.step == 1, value >= 60, clocks.contains(value) {
            return true
        }
        // 4:45 behind and 3:31 behind are 74 seconds apart.
        if unit.factor == 1, quantity.number.step == 1,
            clocks.contains(where: { one in clocks.contains { one - $0 == value && value > 0 } })
        {
            return true
        }
        if unit.factor == 3600 || unit.factor == 60 {
            return clocks.contains { start in
                clocks.contains { end in
                    // From 23:15 to 6:20
                    let minutes = (end - start + 1440) % 1440
                    return minutes > 0
                        && (unit.factor == 60
                            ? minutes % 60 == value || minutes == value : minutes / 60 == value)
                }
            }
        }
        let start = quantity.range.lowerBound
        if claim.text(max(0, start - 2)..<start).contains("前"), unit.factor > 2e6, unit.factor < 3e6
        {
            return near.dates.contains { $0.written.month == value }
                || evidenceRuns()?.contains([1, value]) == true
                || near.periods.contains { $0.kind == lexicon.key("n") && $0.number == value }
        }
        if unit.factor > 2e6, unit.factor < 3e6, isBetweenMonths(value, quantity) { return true }
        guard unit.factor == 86_400 || unit.factor == 604_800,
            claim.passage.holdsAny(Self.spans)
        else { return false }
        let days = near.dates.flatMap { $0.days(published: grounds.published) }.compactMap { day in
            // Days of one text that names no year are of one year.
            CalendarDay(year: day.year ?? 2001, month: day.month, day: day.day).number
        }
        return days.contains { first in
            days.contains { $0 - first == value * Int(unit.factor / 86_400) }
        }
    }

    /// 四个月后, from May to September 2024.
    private func isBetweenMonths(_ value: Int, _ quantity: Quantity) -> Bool {
        let behind = claim.text(quantity.range.upperBound..<quantity.range.upperBound + 3)
        let isUnder =
            (quantity.bound.side < 0 || quantity.bound == .nearly)
            && claim.passage.holdsAny(["其间", "期间", "间隔", "相隔", "时隔", "历时", "前后", "距"])
        guard isUnder || ["后", "前", "内", "间", "之"].contains(where: behind.contains) else {
            return false
        }
        let months = grounds.near.dates.flatMap { $0.days(published: grounds.published) }
            .compactMap { day in day.month.flatMap { month in day.year.map { $0 * 12 + month } } }
        return months.contains { first in
            months.contains { $0 - first == value || isUnder && $0 - first == value - 1 }
        }
    }

    /// 36 hours from 6 p.m. on July 5 to 6 a.m. on July 7.
    private func isBetweenTimes(_ value: Int, _ factor: Double) -> Bool {
        guard factor == 3600 || factor == 86_400 else { return false }
        let near = grounds.near
        let times = near.clocks.compactMap { clock -> Int? in
            let day = near.day(beside: clock)?.days(published: grounds.published).first?.number
            return day.map { $0 * 1440 + clock.minutes }
        }
        return times.contains { start in
            times.contains { end in
                end > start
                    && abs(Double(end - start) * 60 / factor - Double(value)) < 0.51
            }
        }
    }

    /// 980 年 for the year 980.
    func isEarlyYear(_ quantity: Quantity) -> Bool {
        let end = quantity.range.upperBound
        return (100..<1000).contains(quantity.number.value) && quantity.number.step == 1
            && isTime(quantity) && claim.text(end - 1..<end) == "年"
            && grounds.near.quantities.contains {
                $0.isCount && $0.number.value == quantity.number.value
            }
    }

    private static let spans = [
        "推迟", "提前", "延长", "为期", "相隔", "延后", "延期", "间隔", "期间", "历时", "历经", "耗时", "前后", "天后", "日后",
        "天才", "用了", "持续", "相距",
    ]

    /// 五年间 from 2019 to 2024.
    private func isBetweenYears(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard unit.factor > 3e7, unit.factor < 3.2e7, quantity.number.value < 1000 else {
            return false
        }
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = claim.text(max(0, start - 4)..<start).filter { $0 != " " }
        let behind = claim.text(end..<end + 3).filter { $0 != " " }
        guard
            ["间", "内", "来", "后", "之", "中"].contains(where: behind.hasPrefix)
                || ["时隔", "历时", "相隔", "宽限", "推迟", "延后", "提前", "延长", "放宽", "提早"].contains(
                    where: before.contains)
        else { return false }
        let early = grounds.near.quantities.filter {
            (100..<1500).contains($0.number.value) && $0.number.step == 1 && isTime($0)
                && grounds.near.text($0.range).hasSuffix("年")
        }.map { Int($0.number.value) }
        let told = early + (grounds.near.dates + claim.dates).compactMap(\.written.year)
        // Where it is not known when a text was written, it may be the year before its last.
        let today = grounds.published?.year ?? told.max().map { $0 - 1 }
        let years = told + [today].compactMap { $0 }
        return years.contains { first in
            years.contains { $0 - first == Int(quantity.number.value) }
        }
    }

    /// 最后两个月, where the evidence counts to October.
    private func isRestOfYear(_ quantity: Quantity, _ unit: Quantity.Unit) -> Bool {
        guard unit.factor > 2e6, unit.factor < 3e6, quantity.number.value < 12 else { return false }
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 4)..<start)
        guard ["最后", "余下", "剩"].contains(where: before.contains) else { return false }
        let rest = 12 - quantity.number.value
        return grounds.near.quantities.contains { other in
            other.units.contains { $0 == unit } && other.number.value == rest
        } || grounds.near.dates.contains { $0.written.month == Int(rest) }
    }

    /// 2006 at the head of 2006 至 2024 年, and the 6 of PowerPress 6.
    func isNamed(_ quantity: Quantity) -> Bool {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        guard quantity.number.form == .digits, quantity.isCount, quantity.bound == .none else {
            return false
        }
        let behind = claim.text(end..<end + 8).filter { $0 != " " }
        if (1000...2999).contains(quantity.number.value), quantity.number.step == 1,
            let mark = behind.first, "至到-~—".contains(mark), behind.contains("年")
        {
            let year = Int(quantity.number.value)
            return (grounds.near.dates + grounds.cited.flatMap(\.reading.dates)).contains {
                $0.written.year == year
            }
        }
        var word = start
        while word > 0, claim.passage.scalars[word - 1] == 0x20 { word -= 1 }
        guard claim.passage.isLatin(word - 1) else { return false }
        while claim.passage.isLatin(word - 1) { word -= 1 }
        let name = claim.text(word..<end)
        return grounds.cited.contains { $0.holds(name) }
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
        // 2025 款
        if claim.text(behind: quantity, 1) == "款", (1990...2100).contains(number.value) {
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
