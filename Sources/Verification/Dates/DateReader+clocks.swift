extension DateReader {
    /// 16时47分, 下午3时许, 3点半.
    mutating func hanClock(_ number: Number, at index: Int) -> Int? {
        guard (0...24).contains(whole(number)), number.step == 1 else { return nil }
        let place = items[index].range.upperBound
        let text = passage.text(place..<place + 4).filter { $0 != " " }
        // 码距为 9 时的错误率 tells of a case, not of an hour.
        let start = items[index].range.lowerBound
        let isCase =
            text.hasPrefix("时的") && passage.text(max(0, start - 2)..<start).contains("为")
        let isHour = text.hasPrefix("时") && !text.hasPrefix("时间") && !isCase
        let half = halfDay(before: index) != nil
        // 8 点至 10 点: both are of the same half of the day.
        let first = clocks.last.flatMap { clock in
            clock.range.upperBound <= items[index].range.lowerBound
                && ["点至", "点到", "时至", "时到"].contains(
                    passage.text(between: clock.range, and: items[index].range)
                        .filter { $0 != " " })
                ? clock : nil
        }
        let quarter = Self.quarters[String(text.dropFirst().prefix(2))]
        guard isHour || ((half || first != nil || quarter != nil) && text.hasPrefix("点")) else {
            return nil
        }
        var minutes = 0
        var end = index + 1
        if let quarter {
            // The numeral of the quarter is none.
            while end < items.count, items[end].range.lowerBound <= place + 3 { end += 1 }
            return clock(whole(number), quarter, at: index, end: end)
        }
        if end < items.count, items[end].number == nil, items[end].range.lowerBound <= place + 1 {
            end += 1
        }
        if text.dropFirst().hasPrefix("半") {
            minutes = 30
        } else if end < items.count, let minute = items[end].number,
            (0..<60).contains(whole(minute)),
            items[end].range.lowerBound - place <= 3,
            unitItem(behind: end, "分") != nil
        {
            minutes = whole(minute)
            end = (unitItem(behind: end, "分") ?? end) + 1
        }
        // 4时20分 is told in 24 hours.
        let next = clock(
            whole(number), minutes, at: index, end: end, isKnown: isHour && !half && minutes > 0)
        if let first, first.minutes >= 720, clocks[clocks.count - 1].minutes < 720 {
            clocks[clocks.count - 1].minutes += 720
            clocks[clocks.count - 1].isHalfDay = false
        }
        return next
    }

    private static let quarters = ["一刻": 15, "三刻": 45]

    /// The half of the day right before an hour, past 将近 and its like.
    private func halfDay(before index: Int) -> Lexicon.Meaning? {
        guard index > 0, gap(index - 1, index) <= 1 else { return nil }
        if let half = items[index - 1].meaning(.hour) { return half }
        guard index > 1, items[index - 1].meaning(.bound) != nil, gap(index - 2, index - 1) <= 1,
            !passage.isLatin(items[index - 1].range.lowerBound)
        else { return nil }
        return items[index - 2].meaning(.hour)
    }

    /// 16h00
    mutating func clockCode(at index: Int) -> Int? {
        let parts = passage.text(items[index].range).lowercased().split(separator: "h")
        guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return clock(hour, minute, at: index, end: index + 1, isKnown: true)
    }

    /// 14.30 BST, and 19.20 after a word of time in a text that tells times.
    mutating func latinDotted(_ number: Number, at index: Int) -> Int? {
        let range = items[index].range
        let parts = passage.text(range).split(separator: ".")
        guard parts.count == 2, parts[1].count == 2, (1...2).contains(parts[0].count),
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        let next = index + 1 < items.count && gap(index, index + 1) == 1 ? items[index + 1] : nil
        if next?.meaning(.zone) == nil {
            guard !clocks.isEmpty, next?.meaning(.hour) == nil, next?.meaning(.unit) == nil,
                next?.meaning(.money) == nil, next?.meaning(.scale) == nil,
                next?.number == nil
            else { return nil }
            let before = passage.text(max(0, range.lowerBound - 7)..<range.lowerBound).lowercased()
            guard
                ["until ", "from ", " to ", " at ", " by ", "after "].contains(
                    where: before.hasSuffix)
            else { return nil }
        }
        return clock(hour, minute, at: index, end: index + 1, isKnown: true)
    }

    /// 0942 GMT
    mutating func latinDigits(_ number: Number, at index: Int) -> Int? {
        let range = items[index].range
        guard range.count == 4, number.form == .digits, number.step == 1, number.value < 2400,
            whole(number) % 100 < 60, index + 1 < items.count, gap(index, index + 1) == 1
        else { return nil }
        let word = passage.text(items[index + 1].range).lowercased()
        let isAt = passage.text(max(0, range.lowerBound - 3)..<range.lowerBound) == "at "
        guard ["gmt", "utc"].contains(word) || isAt && ["hours", "hrs", "local"].contains(word)
        else { return nil }
        return clock(
            whole(number) / 100, whole(number) % 100, at: index, end: index + 1, isKnown: true)
    }

    /// 3 p.m., 11 am, 2.40 am.
    mutating func latinHour(_ number: Number, at index: Int) -> Int? {
        guard (1...12).contains(whole(number)), index + 1 < items.count, gap(index, index + 1) <= 1,
            let hour = items[index + 1].meaning(.hour),
            passage.isLatin(items[index + 1].range.lowerBound)
        else { return nil }
        let parts = passage.text(items[index].range).split(separator: ".")
        if number.step < 1, let minutes = parts.last.flatMap({ Int($0) }) {
            guard parts.count == 2, parts[1].count == 2, minutes < 60 else { return nil }
            return clock(
                whole(number) % 12 + Int(hour.value), minutes, at: index, end: index + 2,
                isKnown: true)
        }
        // between 8 and 10 p.m.
        if let first = joined(before: index), let earlier = items[first].number,
            (1...12).contains(whole(earlier)), !used.contains(first)
        {
            _ = clock(
                whole(earlier) % 12 + Int(hour.value), 0, at: first, end: first + 1, isKnown: true)
        }
        let value = whole(number) % 12 + Int(hour.value)
        return clock(value, 0, at: index, end: index + 2, isKnown: true)
    }

    mutating func clock(
        _ hour: Int, _ minute: Int, at index: Int, end: Int, isKnown: Bool = false
    ) -> Int {
        var hour = hour
        var end = min(end, items.count)
        var isHalfDay = hour <= 12 && !isKnown
        if hour <= 12, let half = halfDay(before: index) {
            hour = hour % 12 + Int(half.value)
            isHalfDay = false
        }
        if end < items.count, gap(end - 1, end) <= 1, let half = items[end].meaning(.hour),
            passage.isLatin(items[end].range.lowerBound), hour <= 12
        {
            hour = hour % 12 + Int(half.value)
            isHalfDay = false
            end += 1
        }
        if case .clock = items[index].kind, !isKnown, isHalfDay,
            hour == 0 || passage.scalars[items[index].range.lowerBound] == 0x30
        {
            isHalfDay = false
        }
        // 10:07 a.m. IST (0437 GMT), 印度时间 10 时 07 分（北京时间 12 时 37 分）
        let ahead = Array(items[max(0, index - 6)..<index].reversed())
        let behind = Array(items[min(end, items.count)..<min(items.count, end + 3)])
        let place = items[index].range.upperBound
        let isHan = passage.text(place..<place + 2).unicodeScalars.contains {
            Passage.isHan($0.value)
        }
        let zone = (isHan ? ahead + behind : behind + ahead).lazy
            .compactMap { $0.meaning(.zone)?.value }.first
        clocks.append(
            ClockMention(
                minutes: hour * 60 + minute, isHalfDay: isHalfDay && zone == nil, zone: zone,
                hasMinutes: minute > 0, range: items[index].range))
        used.formUnion(index..<max(end, index + 1))
        return max(end, index + 1)
    }
}
