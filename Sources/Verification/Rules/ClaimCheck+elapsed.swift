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
        let words = claim.text(max(0, quantity.range.lowerBound - 2)..<quantity.range.lowerBound)
        if value == 2, ["今明", "明后", "去今", "昨今"].contains(words) { return true }
        if isBetweenYears(quantity, unit) || isRestOfYear(quantity, unit) { return true }
        if isBetweenTimes(value, unit.factor) { return true }
        // 4:26 behind the leader is four minutes and 26 seconds.
        if unit.factor == 1, quantity.number.step == 1, value >= 60, clocks.contains(value) {
            return true
        }
        // 4:45 behind and 3:31 behind are 74 seconds apart.
        let spans =
            clocks
            + near.quantities.filter { $0.units == [unit] && $0.number.value < 1e6 }
            .map { Int($0.number.value) }
        if unit.factor == 1, quantity.number.step == 1, value > 0, !clocks.isEmpty,
            spans.contains(where: { one in spans.contains { one - $0 == value } })
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

    /// 七周 from 18 February to 8 April, without a word for it: so long lies between two days or times,
    /// and no span of the evidence can stand for it. A judge is asked.
    func mayBeElapsed(_ quantity: Quantity) -> Bool {
        let key = lexicon.key("duration")
        let near = grounds.near
        guard let unit = quantity.units.first(where: { $0.measure == .physical(key) }),
            // Where a word says that a span is counted, it has been.
            !claim.passage.holdsAny(Self.spans),
            !near.quantities.contains(where: { $0.units.contains(unit) && !isTold($0) })
        else { return false }
        let amount = quantity.amount(unit)
        // Days may be counted with their first; months and years are told in round numbers.
        let slack =
            switch unit.factor {
            case 3e7...: 0.5 * unit.factor
            case 2e6...: 0.6 * unit.factor
            case 86_400...: 86_400.0
            default: 0.0
            }
        let range =
            switch quantity.bound.side {
            case 1: amount - slack...amount + unit.factor
            case -1: amount - unit.factor...amount + slack
            default:
                quantity.bound == .nearly
                    ? amount - unit.factor...amount : amount - slack...amount + slack
            }
        let days =
            (near.dates + claim.dates).flatMap { $0.days(published: grounds.published) }
            + [grounds.published].compactMap { $0 }
        let numbers = Set(days.compactMap(\.number)).map { Double($0) * 86_400 }
        let years = Set(days.compactMap(\.year)).map { Double($0) * 31_556_952 }
        let clocks = near.clocks.map { Double($0.minutes) * 60 }
        func lie(_ points: [Double]) -> Bool {
            points.contains { first in points.contains { $0 > first && range.contains($0 - first) }
            }
        }
        return lie(numbers) || unit.factor > 3e7 && lie(years)
            || lie(clocks + clocks.map { $0 + 86_400 })
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
        // 五个月前 is counted from the day on which it was written.
        let today = behind.hasPrefix("前") ? [grounds.published].compactMap { $0 } : []
        let days = grounds.near.dates.flatMap { $0.days(published: grounds.published) } + today
        let months = days.compactMap { day in
            day.month.flatMap { month in day.year.map { $0 * 12 + month } }
        }
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
}
