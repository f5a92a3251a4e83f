import Domain

extension ClaimCheck {
    /// 周五 is a Friday of the evidence, or the day on which one of its dates falls.
    mutating func checkWeekdays() {
        let mentions = claim.dates.compactMap { date -> (day: Int, range: Range<Int>)? in
            if case .weekday(let day, _) = date.relative { (day, date.range) } else { nil }
        }
        guard !mentions.isEmpty else { return }
        let theirs = weekdays(grounds.near)
        let everywhere = grounds.cited.reduce(into: Set<Int>()) {
            $0.formUnion(weekdays($1.reading))
        }
        for mention in mentions where !theirs.contains(mention.day) {
            if mention.day == grounds.published?.weekday { continue }
            let isOpen =
                theirs.isEmpty || everywhere.contains(mention.day)
                || claim.clocks.contains { $0.zone != nil }
                || grounds.near.passage.holdsAnyLower(Self.daysBeside)
            find(
                "date.absent", isOpen ? .soft : .hard,
                "\"\(claim.text(mention.range))\" is no day of the evidence")
        }
    }

    /// 周二晚 is not Thursday evening, where no Tuesday evening is told.
    mutating func checkDayParts() {
        let (ours, theirs) = (claim.dayParts, grounds.near.dayParts)
        for (day, part, range) in ours {
            let alike = theirs.filter { $0.part == part }
            guard let other = alike.first, !alike.contains(where: { $0.day == day }),
                !ours.contains(where: { $0.day == other.day && $0.part == part })
            else { continue }
            find(
                "date.binding", .hard,
                "\"\(claim.text(range))\" is \"\(grounds.near.text(other.range))\" in the evidence")
        }
    }

    private static let daysBeside = dayAfter + dayBefore + ["days later", "days earlier"]

    private func weekdays(_ reading: Reading) -> Set<Int> {
        Set(
            reading.dates.flatMap { date -> [Int] in
                if case .weekday(let day, _) = date.relative { return [day] }
                return date.days(published: grounds.published).compactMap(\.weekday)
            })
    }

    /// Spring is not autumn.
    mutating func checkSeasons() {
        for (index, season) in Self.seasons.enumerated()
        where claim.passage.holdsAny(season.claimed) {
            let near = grounds.near.passage
            guard !near.holdsAnyLower(season.told) else { continue }
            let isOther = Self.seasons.indices.contains { other in
                other != index && near.holdsAnyLower(Self.seasons[other].certain)
                    && !claim.passage.holdsAny(Self.seasons[other].claimed)
            }
            if isOther {
                find(
                    "date.absent", .hard,
                    "\"\(season.claimed[0])\" is another season in the evidence")
            }
        }
    }

    private static let seasons: [(claimed: [String], told: [String], certain: [String])] = [
        (
            ["春季", "春天", "今春", "明春", "去春"], ["spring", "春", "march", "april", "may"],
            ["in spring", "next spring", "this spring", "last spring", "the spring", "春季", "春天"]
        ),
        (
            ["夏季", "夏天", "今夏", "明夏", "去夏"], ["summer", "夏", "june", "july", "august"],
            ["summer", "夏季", "夏天"]
        ),
        (
            ["秋季", "秋天", "今秋", "明秋", "去秋"],
            ["autumn", "fall", "秋", "september", "october", "november"], ["autumn", "秋季", "秋天"]
        ),
        (
            ["冬季", "冬天", "今冬", "明冬", "去冬"],
            ["winter", "冬", "december", "january", "february"], ["winter", "冬季", "冬天"]
        ),
    ]

    /// 公元前 340 年 is not AD 340, nor 公元 340 年 340 BC.
    mutating func checkEras() {
        guard claim.passage.holds("公元") else { return }
        let near = grounds.near.text(0..<grounds.near.passage.count)
        let words = Set(near.split { !$0.isLetter && $0 != "." }.map(String.init))
        func tells(_ eras: Set<String>, _ han: Bool) -> Bool {
            han || !words.isDisjoint(with: eras)
        }
        let isBefore = claim.passage.holds("公元前")
        let hasBefore = tells(["BC", "BCE", "B.C.", "B.C.E."], near.contains("公元前"))
        let hasAfter = tells(
            ["AD", "CE", "A.D.", "C.E."], near.replacing("公元前", with: "").contains("公元"))
        guard isBefore ? hasAfter && !hasBefore : hasBefore && !hasAfter else { return }
        find(
            "date.absent", .hard,
            "the sentence tells of years \(isBefore ? "before" : "of") our era, the evidence of others"
        )
    }

    /// 上世纪 60 年代 is not the 1980s.
    mutating func checkDecades() {
        let (ours, theirs) = (claim.decades, grounds.near.decades)
        guard let other = ours.subtracting(theirs).first, !theirs.isEmpty else { return }
        find(
            "date.absent", .hard, "the \(other)s are no decade of the evidence")
    }

    /// Nine days earlier is not nine days late.
    mutating func checkEarlier() {
        let near = grounds.near
        for quantity in claim.quantities where isTime(quantity) {
            let side = claim.side(ofTime: quantity)
            let matches = near.quantities.filter {
                lexicon.agreement(of: quantity, with: $0) == .full
            }
            guard side != 0, !matches.isEmpty,
                matches.allSatisfy({ near.side(ofTime: $0) == -side })
            else { continue }
            find(
                "number.direction", .hard,
                "\"\(claim.text(quantity.range))\" goes the other way in the evidence: "
                    + "\"\(context(matches[0]))\"")
        }
    }

    /// 2028 年初 is not late in 2028, nor 2026 年底 the end of 2027 or the June of 2026.
    func isOtherPart(_ date: DateMention) -> Bool {
        guard let part = claim.part(of: date) else { return false }
        let near = grounds.near
        let written = date.written
        func years(_ mention: DateMention) -> [Int] {
            mention.days(published: grounds.published).compactMap(\.year)
        }
        let wanted = years(date)
        // 明年底 is not the end of this year.
        if part == 3, written.month == nil, let today = grounds.published?.year,
            wanted == [today + 1],
            near.passage.holdsAnyLower([
                "end of this year", "end of the year", "year-end", "今年底", "今年年底",
            ]), !near.passage.holdsAnyLower(["next year", "明年", "\(today + 1)"])
        {
            return true
        }
        let alike = near.dates.filter {
            $0.written.month == written.month && $0.written.day == nil
                && (written.month != nil || !Set(years($0)).isDisjoint(with: wanted))
        }
        let parts = alike.compactMap(near.part)
        if !parts.isEmpty, parts.count == alike.count { return !parts.contains(part) }
        if let month = written.month, parts.isEmpty, part == 3 {
            // 6 月底 is no end of September.
            return !near.dates.contains { $0.written.month == month && ($0.written.day ?? 0) >= 28 }
                && near.dates.contains {
                    $0.written.month.map { $0 != month } ?? false && near.part(of: $0) == part
                        && !claim.dates.map(\.written.month).contains($0.written.month)
                }
        }
        guard written.month == nil, let year = written.year, parts.isEmpty, part != 2,
            !near.passage.holdsAnyLower(part == 1 ? Self.yearStarts : Self.yearEnds),
            part == 1 || !near.namesYearEnd
        else { return false }
        let months = near.dates.filter { years($0).contains(year) }.compactMap(\.written.month)
        let isOther = near.dates.contains {
            $0.written.month == nil && $0.written.year.map { $0 != year } ?? false
                && near.part(of: $0) == part
        }
        return isOther
            || alike.isEmpty && !months.isEmpty && months.allSatisfy { part == 1 ? $0 > 4 : $0 < 9 }
                && near.periods.isEmpty
    }

    private static let yearEnds = [
        "end of the year", "end of this year", "end of next year", "year-end", "year end",
        "end-year", "later this year", "december", "12月", "12 月", "late in the year",
    ]
    private static let yearStarts = [
        "start of the year", "early next year", "early this year", "beginning of", "new year",
        "january", "february", "1月", "1 月", "年初", "年头", "early in",
    ]
}

extension Reading {
    /// Weekdays with the part of the day that stands behind them: Tuesday evening, 周二晚.
    fileprivate var dayParts: [(day: Int, part: Int, range: Range<Int>)] {
        dates.compactMap { date in
            guard case .weekday(let day, _) = date.relative else { return nil }
            let end = date.range.upperBound
            let behind = text(end..<end + 11).lowercased()
            guard
                let part = Self.partsOfDay.firstIndex(where: {
                    $0.contains(where: behind.hasPrefix)
                })
            else { return nil }
            return (day, part, date.range.lowerBound..<end + 2)
        }
    }

    private static let partsOfDay = [
        ["早", "上午", "清晨", " morning"], ["下午", "午后", " afternoon"],
        ["晚", "深夜", "夜", " evening", " night"],
    ]

    /// The decades that are told of, without their century: 80 for the 1980s and for 80 年代.
    fileprivate var decades: Set<Int> {
        let written = dates.filter(\.isDecade).compactMap(\.written.year).map { $0 % 100 }
        let han = quantities.filter { text(behind: $0, 1) == "代" && text($0.range).hasSuffix("年") }
        return Set(written + han.map { Int(min($0.number.value, 1e4)) % 100 })
    }

    /// 年底 without its year.
    fileprivate var namesYearEnd: Bool {
        passage.scalars.indices.dropLast().contains { place in
            ["年底", "年末"].contains(text(place..<place + 2))
                && (place == 0 || !passage.isDigit(place - 1))
        }
    }

    /// 1 for what is so much later, -1 for earlier.
    fileprivate func side(ofTime quantity: Quantity) -> Int {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = text(max(0, start - 5)..<start).filter { !" 了约近".contains($0) }
        let behind = text(end..<end + 10).lowercased()
        let ahead = text(max(0, start - 24)..<start).lowercased()
        if ["brought forward by ", "moved forward by ", "moved up by "].contains(
            where: ahead.hasSuffix)
        {
            return -1
        }
        if ["put back by ", "pushed back by ", "delayed by ", "postponed by "].contains(
            where: ahead.hasSuffix)
        {
            return 1
        }
        if ["早", "提前", "提早"].contains(where: before.hasSuffix) { return -1 }
        if ["晚", "推迟", "延后", "迟"].contains(where: before.hasSuffix) { return 1 }
        if [" earlier", " ahead", " early"].contains(where: behind.hasPrefix) { return -1 }
        return [" later", " late", " behind"].contains(where: behind.hasPrefix) ? 1 : 0
    }
}
