import Domain

extension ClaimCheck {
    /// A bare year or month that the span does not name, while it names another that the sentence
    /// leaves out: what the day of publication would allow is not what the span says.
    func isUntold(_ date: DateMention) -> Bool {
        let written = date.written
        if written.day != nil { return isOtherDay(date) }
        guard date.relative == nil, !date.isDecade else { return false }
        func part(_ day: CalendarDay) -> Int? { written.month == nil ? day.year : day.month }
        // 12 月还需交付 4.2 万辆: what is left falls in the month in which the evidence was written.
        if written.month != nil, written.month == grounds.published?.month,
            claim.passage.holdsAny(["还需", "还要", "尚需"])
        {
            return false
        }
        // 7 月起 for 7 月 1 日起
        if claim.text(date.range.upperBound..<date.range.upperBound + 2).contains("起"),
            grounds.near.dates.contains(where: {
                $0.written.day == 1 && $0.written.month == written.month
            })
        {
            return false
        }
        guard let wanted = part(written) else { return false }
        func parts(_ reading: Reading) -> Set<Int> {
            Set(
                reading.dates.compactMap { mention -> Int? in
                    if case .years(let offset) = mention.relative, written.month == nil {
                        return grounds.published?.year.map { $0 + offset }
                    }
                    return mention.relative == nil ? part(mention.written) : nil
                })
        }
        let span = parts(grounds.span)
        let own = Set(claim.dates.compactMap { $0 == date ? nil : part($0.written) })
        // 6 月 is not meant by 6 月 11 日 where the span also says 5 月.
        let months = Set(
            grounds.span.dates.compactMap { mention -> Int? in
                mention.relative == nil && mention.written.day == nil ? mention.written.month : nil
            })
        if written.month != nil, written.year == nil, claim.part(of: date) == nil, !months.isEmpty,
            !months.contains(wanted),
            !months.isSubset(of: own), span.contains(wanted)
        {
            return true
        }
        let near = parts(grounds.near)
            .union(grounds.near.dates.compactMap { part($0.written) })
        guard !span.contains(wanted), !near.contains(wanted), !span.isSubset(of: own) else {
            return false
        }
        if written.month == nil { return !isWorkedOut(wanted) && !isYearBefore(wanted) }
        if isEndOfMonth(date) { return false }
        // 3 月 for `last month`, or for the quarter that ends in it.
        let isRelative = grounds.near.dates.contains {
            if case .months = $0.relative { true } else { false }
        }
        return !isRelative && grounds.near.periods.isEmpty
    }

    func mentionsRelative(_ date: DateMention) -> Bool {
        grounds.near.dates.contains {
            $0.relative != nil && $0.written.month == date.written.month
        }
    }

    /// 2024 年末 is when a figure was what it was before the growth of 2025.
    func isYearOfWorking(_ date: DateMention) -> Bool {
        guard date.relative == nil, date.written.day == nil,
            grounds.near.dates.contains(where: { other in
                if let month = date.written.month {
                    return date.written.year == nil && other.written.month == month + 1
                }
                return date.written.year.map { other.written.year == $0 + 1 } ?? false
            })
        else { return false }
        return claim.quantities.contains { quantity in
            workings[quantity.range.lowerBound].map {
                $0.isMeant && [.sum, .difference, .base, .change].contains($0.kind)
            } ?? false
        }
    }

    /// 2023 年 for the year before one that the evidence names.
    func isYearBefore(_ year: Int) -> Bool {
        if let published = grounds.published?.year, year >= published { return false }
        // Without a day of publication a text is taken to be of its earliest year.
        if grounds.published == nil,
            let first = grounds.near.dates.compactMap(\.written.year).min(), year >= first
        {
            return false
        }
        let isRelative =
            grounds.near.dates.contains { $0.relative == .years(-1) }
            || grounds.near.passage.holdsAnyLower(["上年", "year earlier", "year before", "year ago"])
        return isRelative && grounds.near.dates.contains { $0.written.year == year + 1 }
    }

    /// The span tells of another day than the sentence, which tells of one.
    func isSpanOfOtherDay(_ date: DateMention) -> Bool {
        let days = grounds.span.dates.filter { $0.written.day != nil && $0.relative == nil }
        return date.written.day != nil && !days.isEmpty
            && claim.dates.count { $0.written.day != nil } == 1
            && !days.contains { $0.written.day == date.written.day }
    }

    /// 6 月底 for June 30.
    private func isEndOfMonth(_ date: DateMention) -> Bool {
        let behind = claim.text(date.range.upperBound..<date.range.upperBound + 2)
            .filter { $0 != " " }
        guard behind.hasPrefix("底") || behind.hasPrefix("末") else { return false }
        return grounds.near.dates.contains {
            $0.written.month == date.written.month && ($0.written.day ?? 0) >= 28
        }
    }

    /// The one day of the span is another, which the sentence leaves out: that of a neighbour is not
    /// meant, unless it says when somebody spoke.
    private func isOtherDay(_ date: DateMention) -> Bool {
        let own = claim.dates.filter { $0.written.day != nil }
        let days = grounds.span.dates.filter { $0.written.day != nil && $0.relative == nil }
        guard date.relative == nil, own.count == 1, days.count == 1, let day = days.first?.written,
            !claim.has(.speech, lexicon: lexicon),
            !grounds.span.dates.contains(where: { $0.relative != nil })
        else { return false }
        return day.day != date.written.day
            || day.month.map { month in date.written.month.map { $0 != month } ?? false } ?? false
    }
}
