import Foundation

extension Reading {
    /// 1 where a date is a first day (no earlier than, after), -1 where it is a last one.
    func order(of date: DateMention) -> Int { order(at: date.range) }

    /// The same of a period.
    func order(at range: Range<Int>) -> Int {
        let start = range.lowerBound
        var before = text(max(0, start - 36)..<start).lowercased()
            .trimmingCharacters(in: .whitespaces)
        // by the end of September, 9 月底前
        if let part = Self.partsBefore.first(where: before.hasSuffix) {
            before = before.dropLast(part.count).trimmingCharacters(in: .whitespaces)
        }
        let behind = String(
            text(range.upperBound..<range.upperBound + 5).filter { $0 != " " }
                .drop { "底末初中旬下上".contains($0) })
        func ends(_ words: [String]) -> Bool {
            words.contains { word in
                guard before.hasSuffix(word) else { return false }
                let rest = before.dropLast(word.count)
                return rest.isEmpty || rest.last?.isLetter == false || rest.last?.isASCII == false
            }
        }
        // 最迟将在: what stands between the word and the day adds nothing.
        let han = String(before.reversed().drop { "将在于到要会即可须需应".contains($0) }.reversed())
        if ["最迟", "最晚", "不晚于", "不迟于"].contains(where: han.hasSuffix) { return -1 }
        if ["最早", "不早于"].contains(where: han.hasSuffix) { return 1 }
        if ends([
            "no earlier than", "no earlier than the", "not before", "不早于", "最早", "最早于",
            "as early as", "until at least", "till at least", "at least until", "at the earliest",
        ]) {
            return 1
        }
        if ends(["no later than", "not later than", "不晚于", "最迟", "最迟于", "最晚", "不迟于"]) { return -1 }
        if ends(["after", "since", "from", "later than", "beyond", "seit", "nach"]) { return 1 }
        // does not expect approval before 2028
        let clause =
            text(max(0, start - 70)..<start).lowercased()
            .split(whereSeparator: { ".;,".contains($0) }).last ?? ""
        if ends(["before", "until", "till"]), clause.contains(" not ") || clause.contains("n't ") {
            return 0
        }
        if ends(["before", "by", "until", "till", "prior to", "bis", "vor"]) { return -1 }
        if ["之后", "以后", "以来", "起", "后"].contains(where: behind.hasPrefix) { return 1 }
        if ["之前", "以前", "前"].contains(where: behind.hasPrefix) { return -1 }
        return 0
    }

    private static let partsBefore = [
        " the end of", " end of", " the start of", " the beginning of", " the middle of", " end-",
        " mid-", " late", " early", " the close of",
    ]

    /// The third of a month or year that is told: mid-January, 1 月底, late 2028.
    func part(of date: DateMention) -> Int? {
        guard date.written.day == nil, date.written.month != nil || date.written.year != nil
        else { return nil }
        let (start, end) = (date.range.lowerBound, date.range.upperBound)
        let before = text(max(0, start - 13)..<start).lowercased()
        let behind = text(end..<end + 2)
        for (part, words, han) in Self.parts {
            if words.contains(where: before.hasSuffix) || han.contains(where: behind.hasPrefix) {
                return part
            }
        }
        return nil
    }

    private static let parts: [(Int, [String], [String])] = [
        (1, ["early ", "early-", "early in ", "start of ", "beginning of "], ["初", "年初", "上旬"]),
        (2, ["mid-", "middle of ", "mid "], ["中旬", "年中"]),
        (3, ["late ", "late-", "late in ", "end of ", "end-"], ["底", "末", "年底", "年末", "下旬"]),
    ]

    /// The months of what is told in quarters, halves or `three months to August`.
    var periodRuns: [[Int]] {
        let (half, quarter) = (Lexicon.shared.key("h"), Lexicon.shared.key("q"))
        let month = Measure.physical(Lexicon.shared.key("duration"))
        let told = periods.compactMap { period -> [Int]? in
            let length = period.kind == half ? 6 : period.kind == quarter ? 3 : 0
            return length == 0 ? nil : [(period.number - 1) * length + 1, period.number * length]
        }
        let ended = quantities.compactMap { quantity -> [Int]? in
            guard
                quantity.units.contains(where: {
                    $0.measure == month && (2e6..<3e6).contains($0.factor)
                }),
                (2...11).contains(quantity.number.value),
                let last = dates.first(where: { $0.range.lowerBound > quantity.range.upperBound })?
                    .written.month
            else { return nil }
            let end = quantity.range.upperBound
            let behind = text(end..<end + 9).lowercased()
            let first = last - Int(quantity.number.value) + 1
            return [" to ", " ended ", " through ", " ending "].contains(where: behind.hasPrefix)
                && first > 0 ? [first, last] : nil
        }
        return told + ended
    }

    /// 1 至 4 月, January to April: the first month and the last.
    var monthRuns: [[Int]] {
        dates.compactMap { date in
            guard let last = date.written.month, date.written.day == nil else { return nil }
            let start = date.range.lowerBound
            let before = text(max(0, start - 14)..<start).filter { $0 != " " }
            guard let mark = before.last else { return nil }
            let rest = before.dropLast()
            if "至到-~—".contains(mark) {
                let digits = (rest.last == "月" ? rest.dropLast() : rest).reversed()
                    .prefix { $0.isASCII && $0.isNumber }.reversed()
                if let first = Int(String(digits)) { return [first, last] }
            }
            let earlier = dates.last {
                $0.written.month != nil && $0.written.day == nil
                    && (1...9).contains(start - $0.range.upperBound)
            }
            guard let first = earlier?.written.month, first < last,
                before.hasSuffix("to") || before.hasSuffix("through") || mark == "-"
            else { return nil }
            return [first, last]
        }
    }
}
