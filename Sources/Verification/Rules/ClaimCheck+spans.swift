import Domain

extension ClaimCheck {
    /// 5.0.0 至 5.1.1 where the evidence has 5.0.0 through 5.1.0, and 由三级提升至一级 where it has
    /// 由三级提升至二级: what begins as something of the evidence's ends as it.
    mutating func checkSpans() {
        checkSpans("number.bound", claim.spans, grounds.near.spans)
        checkSpans("number.change", claim.grades, grounds.near.grades)
    }

    private mutating func checkSpans(
        _ rule: String, _ ours: [(first: String, last: String)],
        _ theirs: [(first: String, last: String)]
    ) {
        for span in ours {
            let alike = theirs.filter { $0.first == span.first }
            guard let other = alike.first, !alike.contains(where: { $0.last == span.last }) else {
                continue
            }
            find(
                rule, .hard,
                "\"\(span.first)\" to \"\(span.last)\" ends with \"\(other.last)\" in the evidence")
        }
    }
}

extension Reading {
    /// The ranges that are written as two numbers or versions, without what marks or measures them.
    fileprivate var spans: [(first: String, last: String)] {
        let ends = items.filter { item in
            switch item.kind {
            case .number(let number): number.form == .digits && !number.isOrdinal
            case .code: passage.isDigit(item.range.lowerBound)
            case .clock, .numericDate, .word, .latin, .mark: false
            }
        }
        return zip(ends, ends.dropFirst()).compactMap { first, last in
            let gap = text(between: first.range, and: last.range)
            guard gap.count <= 12 else { return nil }
            let between = gap.lowercased().filter { !" %版本年款".contains($0) }
            // Up 12% to 268 million is no range.
            let isMixed =
                gap.contains("%")
                && !text(last.range.upperBound..<last.range.upperBound + 2).contains("%")
            guard QuantityReader.rangeMarks.contains(between), !isMixed else { return nil }
            let (start, end) = (text(first.range), text(last.range))
            guard (start + end).allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
                return nil
            }
            // 1621-22
            return (start, start.count == 4 && end.count == 2 ? start.prefix(2) + end : end)
        }
    }

    /// Grades that change: 由三级提升至二级.
    fileprivate var grades: [(first: String, last: String)] {
        // Where each 级 stands, and the numeral before it.
        let grades = passage.scalars.indices.filter { passage.scalars[$0] == 0x7ea7 }.map { place in
            (place: place, numeral: text(max(0, place - 2)..<place).last { $0 != " " })
        }
        return zip(grades, grades.dropFirst()).compactMap { first, second in
            guard (3...12).contains(second.place - first.place), let from = first.numeral,
                let to = second.numeral
            else { return nil }
            let between = text(first.place + 1..<second.place).filter { $0 != " " }.dropLast()
            guard let mark = between.last, "至到为".contains(mark),
                !between.contains(where: { "，,。、；;".contains($0) })
            else { return nil }
            func grade(_ numeral: Character) -> String {
                (["Ⅰ": "一", "Ⅱ": "二", "Ⅲ": "三", "Ⅳ": "四"][numeral] ?? String(numeral)) + "级"
            }
            return (grade(from), grade(to))
        }
    }
}
