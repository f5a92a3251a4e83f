extension Arithmetic {
    /// Whether the sentence, or the evidence that tells of a rest, says of a figure that it was worked
    /// out in this way.
    func isMeant(_ kind: Working.Kind, _ quantity: Quantity) -> Bool {
        isSaid(kind, quantity) || [.difference, .complement].contains(kind) && tellsOfRest
    }

    /// Whether the sentence says so.
    func isSaid(_ kind: Working.Kind, _ quantity: Quantity) -> Bool {
        switch kind {
        case .sum:
            // 加上北美，全球约 2.15 亿, 转为盈利 2 亿，改善 3 亿: the clause before may say it.
            isBefore(quantity) || has(Self.adding, by: quantity)
                || claim.passage.holdsAny(["加上", "算上", "连同", "计入", "扭亏", "转为盈利", "转为亏损"])
        case .difference:
            isBefore(quantity) || quantity.direction != 0 || has(Self.leaving, by: quantity)
                || isCompared(quantity) || isOfOtherPeriod
                || claim.passage.holdsAny(["扣除", "剔除", "减去"])
        case .share:
            isTenths(quantity) || isOf(quantity) || has(Self.sharing, by: quantity)
                || quantity.direction == 0 && quantity.bound == .about
                    && quantity.units.contains { $0.measure == .percent }
        case .change: quantity.direction != 0 || has(Self.changing, by: quantity)
        case .multiple: true
        case .part: isReckoned || has(Self.sharing + Self.reckoned + ["即约", "折后"], by: quantity)
        case .rest: has(Self.rest, by: quantity)
        case .complement: has(Self.rest, by: quantity)
        case .whole: isReckoned || has(Self.reckoned, by: quantity)
        case .base: isBefore(quantity) || isReckoned
        case .mean: has(["均", "每", "各", "单"], by: quantity)
        case .middle: has(Self.middle, by: quantity)
        case .product: isReckoned || has(Self.adding + Self.reckoned + ["约合"], by: quantity)
        }
    }

    /// 上半年, where the evidence tells of nine months and of a quarter.
    private var isOfOtherPeriod: Bool {
        !source.periods.isEmpty
            && claim.periods.contains { period in
                !source.periods.contains { $0.kind == period.kind && $0.number == period.number }
            }
    }

    /// 比上届多 14 场, but neither 高达 14 场 nor 减少 14 场.
    func isCompared(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 6)..<start).filter { !" 出了约近逾超过大概".contains($0) }
        return before.last.map(Self.comparatives.contains) ?? false
            && !(before.dropLast().last.map { "最减提增扩延缩加放降变".contains($0) } ?? false)
    }

    private static let comparatives = Set("高低多少快慢早晚长短轻重薄厚贵大小")

    /// 索赔额的 36%
    private func isOf(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        return claim.text(max(0, start - 2)..<start).filter { $0 != " " }.hasSuffix("的")
    }

    func isAdded(_ quantity: Quantity) -> Bool {
        has(["合计", "总计", "共", "加上", "外加", "再加", "之和", "连同", "一并"], by: quantity)
    }

    /// The sentence speaks of what was before.
    func isBefore(_ quantity: Quantity) -> Bool {
        quantity.role == .from || has(Self.before, by: quantity) || isAgo(quantity)
            || namesYearBefore(quantity) || claim.passage.holdsAny(Self.former) || beginsBefore
    }

    /// 降息前，… and 调整之前，…: the first clause says that the rest was before.
    private var beginsBefore: Bool {
        claim.passage.holdsAny(["前，", "前,"])
            && !claim.passage.holdsAny([
                "日前，", "目前，", "近前，", "提前，", "当前，", "年前，", "月前，", "底前，", "末前，",
            ])
    }

    /// 三年前 and 两个月前, where 2026 年前 and 3 月前 are days to come.
    private func isAgo(_ quantity: Quantity) -> Bool {
        has(["个月前"], by: quantity)
            || has(["年前"], by: quantity)
                && !claim.dates.contains {
                    claim.text($0.range.upperBound..<$0.range.upperBound + 2).hasPrefix("年前")
                        || claim.text($0.range.upperBound - 1..<$0.range.upperBound + 1) == "年前"
                }
    }

    /// 2024 年, where the evidence tells of 2025.
    private func namesYearBefore(_ quantity: Quantity) -> Bool {
        claim.dates.contains { date in
            claim.clauses[claim.item(at: date.range.lowerBound)] == quantity.clause
                && source.dates.contains { other in
                    guard let year = date.written.year else {
                        // 9 月末, where the evidence tells of October.
                        return date.written.day == nil && other.written.day == nil
                            && date.written.month.map { $0 + 1 == other.written.month } ?? false
                    }
                    return other.written.year == year + 1
                }
        }
    }

    /// The remainder is held by a fund: the evidence itself leaves a rest.
    var tellsOfRest: Bool {
        source.passage.holdsAnyLower(["remainder", "the rest", "remaining", "其余", "余下", "剩余"])
    }

    /// A half, a third, four tenths.
    func isRough(_ quantity: Quantity) -> Bool {
        isTenths(quantity) || quantity.units.contains { $0.measure == .multiple }
    }

    private func isTenths(_ quantity: Quantity) -> Bool {
        quantity.number.isShare
            || quantity.units.contains { $0.measure == .percent && $0.factor == 10 }
    }

    static let middle = ["中值", "中点", "中间值", "中位"]

    private static let adding = [
        "合计", "总", "共", "累计", "加上", "外加", "再加", "之和", "全部", "含", "包括", "连同", "一并", "净", "两者", "三者",
        "两地", "三地", "两期", "两项", "三项", "两笔", "两家", "两国", "两座", "两类", "两种", "两厂", "两日", "两天",
        "双方", "联手", "加起来", "相加", "叠加",
    ]
    private static let rest = [
        "其余", "其他", "另外", "余下", "剩", "则", "另", "未", "除了", "除去", "除外", "扣除", "还有", "还需", "尚有", "仍有",
        "待", "以外", "之外",
    ]
    private static let leaving =
        rest + [
            "差", "减", "增", "便宜", "省", "毛利", "价差", "顺差", "逆差", "盈余", "结余", "净", "领先", "落后", "超出",
            "余", "还",
            "仍", "尚", "再", "缺", "季度", "半年", "最后", "优势",
            "之差", "中有",
        ]
    private static let former = [
        "上一", "上代", "前年", "前代", "前一", "前身", "先前", "早先", "起初", "最初", "当时", "原有", "原先", "此前",
    ]
    private static let sharing = [
        "占", "比例", "其中", "分之", "一半", "过半", "半数", "率", "相当于", "完成", "进度", "中有", "当中", "里有", "被",
    ]
    private static let changing = [
        "增", "升", "涨", "降", "跌", "减", "幅", "高", "低", "多", "少", "缩", "扩", "超出", "超支",
    ]
    private static let before = [
        "此前", "之前", "原", "前值", "去年", "上年", "同期", "年末", "年底", "周前", "基准", "上月", "上季",
        "纪录", "后者", "前者", "对手", "亚军",
    ]

    /// The sentence says that it reckons.
    var isReckoned: Bool {
        claim.passage.holdsAny(Self.reckoned)
            || claim.passage.holdsAny(["按", "以"]) && claim.passage.holdsAny(["计,", "计算", "计，"])
    }

    static let reckoned = ["推算", "计算", "折算", "估算", "意味着", "据此", "换算", "相当于", "折合"]
}
