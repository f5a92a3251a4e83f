import Domain

extension ClaimCheck {
    /// 明年年底 for `by the end of June`: the end of a year is a date like another.
    mutating func checkYearEnds() {
        guard let word = ["年底", "年末", "岁末"].first(where: { claim.passage.holds($0) }) else {
            return
        }
        let near = grounds.near
        let isTold =
            near.passage.holdsAnyLower(Self.yearEnds)
            || near.dates.contains { $0.written.month == 12 }
            || near.periods.contains { $0.number == 4 }
        guard !isTold else { return }
        let isOther =
            grounds.span.dates.contains { $0.written.month != nil } || !grounds.span.periods.isEmpty
        find(
            "date.absent", isOther ? .hard : .soft,
            "the evidence tells of no end of a year, the sentence of \"\(word)\"")
    }

    private static let yearEnds = [
        "year-end", "year end", "end of ", "end-", "late ", "december", "christmas", "new year",
        "fourth quarter", "final quarter", "last quarter", "second half", "this year", "next year",
        "within the year", "before the year", "full-year", "full year",
        // `by 2026` may be by its end.
        "in 20", "by 20", "at 20",
        "年底", "年末", "岁末", "年终", "年内", "四季度", "下半年", "年初", "全年", "以来",
    ]

    /// 2019 年以来 is not since 2015.
    mutating func checkSince() {
        func years(_ reading: Reading) -> Set<Int> {
            Set(
                reading.dates.filter { date in
                    guard date.written.year != nil else { return false }
                    let (start, end) = (date.range.lowerBound, date.range.upperBound)
                    return reading.text(max(0, start - 6)..<start).lowercased() == "since "
                        || reading.text(end..<end + 4).filter { $0 != " " && $0 != "年" }
                            .hasPrefix("以来")
                }.flatMap { $0.days(published: grounds.published) }.compactMap(\.year))
        }
        let (ours, theirs) = (years(claim), years(grounds.near))
        guard !ours.isEmpty, !theirs.isEmpty, ours.isDisjoint(with: theirs) else { return }
        find("date.absent", .hard, "the evidence counts from another year than the sentence")
    }

    /// 公元前 4700 年 is not 4,700 years ago.
    mutating func checkReckoning() {
        guard claim.passage.holdsAny(["公元前"]),
            grounds.near.passage.holdsAnyLower([
                "距今", "years ago", "before present", " bp", "years old",
            ]),
            !grounds.near.passage.holdsAnyLower(["公元前", " bc", " b.c"])
        else { return }
        find("date.absent", .hard, "the evidence counts back from today, the sentence from our era")
    }
}
