extension DateReader {
    /// 2025年6月9日 and its parts.
    mutating func hanDate(_ number: Number, at index: Int) -> Int? {
        guard number.step == 1, !number.isVague else { return nil }
        var written = CalendarDay()
        var last = index
        let value = whole(number)
        if let end = unitItem(behind: index, "年") ?? fiscalItem(behind: index),
            (1000...2999).contains(value), number.digits == 4
        {
            let behind = items[end].range.upperBound
            if passage.text(behind..<behind + 1) == "代"
                || passage.text(items[end].range).hasSuffix("年代")
            {
                add(nil, CalendarDay(year: value), at: index, through: end)
                dates[dates.count - 1].isDecade = true
                return end + 1
            }
            written.year = value
            last = end
            if let month = han(after: end, "月", 1...12) {
                written.month = month.value
                last = month.last
                if let day = han(after: last, "日", 1...31) ?? han(after: last, "号", 1...31) {
                    written.day = day.value
                    last = day.last
                }
            }
        } else if let end = unitItem(behind: index, "月"), (1...12).contains(value),
            !number.hasScale || value >= 10
        {
            written.month = value
            last = end
            if let day = han(after: end, "日", 1...31) ?? han(after: end, "号", 1...31) {
                written.day = day.value
                last = day.last
            }
        } else if let end = unitItem(behind: index, "日"), (1...31).contains(value),
            isDay(index, end)
        {
            written.day = value
            last = end
            // 5 月 18 日至 20 日
            if let before = dates.last, let day = before.written.day, day < value,
                before.range.upperBound <= items[index].range.lowerBound,
                // 7 月 5 日 18 时至 7 日
                Self.joints.contains(
                    passage.text(between: before.range, and: items[index].range)
                        .filter { $0 != " " && !$0.isNumber && !"时分点:".contains($0) })
            {
                written.year = before.written.year
                written.month = before.written.month
            }
        } else {
            return nil
        }
        add(nil, written, at: index, through: last)
        return last + 1
    }

    /// 2024 财年
    private mutating func fiscalItem(behind index: Int) -> Int? {
        let next = index + 1
        guard next < items.count, gap(index, next) <= 1,
            passage.text(items[next].range).hasPrefix("财年")
        else { return nil }
        isFiscal = true
        return next
    }

    private static let joints: Set<String> = ["至", "到", "-", "—", "~", "、", "和", "及", "与"]

    /// 6日 is a day; 30日内, 第3日 and 5日元 are not.
    private func isDay(_ index: Int, _ end: Int) -> Bool {
        let behind = passage.text(items[end].range.upperBound..<items[end].range.upperBound + 1)
        let start = items[index].range.lowerBound
        let before = passage.text(max(0, start - 1)..<start)
        return items[index].number?.form == .digits && !["内", "间", "元", "游", "均"].contains(behind)
            && !["第", "近", "约", "超"].contains(before)
    }
}
