import Domain

extension ClaimCheck {
    /// 5.0.0 至 5.1.1 where the evidence has 5.0.0 through 5.1.0: a range that begins as one of the
    /// evidence's ends as it.
    mutating func checkSpans() {
        let theirs = grounds.near.spans
        for span in claim.spans {
            let alike = theirs.filter { $0.first == span.first }
            guard let other = alike.first, !alike.contains(where: { $0.last == span.last }) else {
                continue
            }
            find(
                "number.bound", .hard,
                "\"\(span.first)\" to \"\(span.last)\" ends with \"\(other.last)\" in the evidence")
        }
    }

    /// 占 24.6% where 24.6% is how much the evidence has it grow, and the other way round.
    mutating func checkParts() {
        let near = grounds.near
        for quantity in claim.quantities
        where isChecked(quantity) && quantity.units.contains(where: { $0.measure == .percent }) {
            let matches = near.quantities.filter {
                lexicon.agreement(of: quantity, with: $0) == .full
            }
            guard !matches.isEmpty, workings[quantity.range.lowerBound] == nil else { continue }
            let isPart = claim.isPart(quantity)
            let isGrowth = quantity.direction != 0 && quantity.role == .by
            if isPart, quantity.direction == 0,
                matches.allSatisfy({ $0.direction != 0 && $0.role == .by && !near.isPart($0) })
                    || isGrowth && !isPart
                        && matches.allSatisfy({ $0.direction == 0 && near.isPart($0) })
            {
                find(
                    "number.change", .hard,
                    "\"\(claim.text(quantity.range))\" is \(isPart ? "a growth" : "a share") in the "
                        + "evidence: \"\(context(matches[0]))\"")
            }
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
            let gap = first.range.upperBound..<max(first.range.upperBound, last.range.lowerBound)
            guard gap.count <= 12 else { return nil }
            let between = text(gap).lowercased().filter { !" %版本年款".contains($0) }
            // Up 12% to 268 million is no range.
            let isMixed =
                text(gap).contains("%")
                && !text(last.range.upperBound..<last.range.upperBound + 2).contains("%")
            guard Self.joints.contains(between), !isMixed else { return nil }
            let (start, end) = (text(first.range), text(last.range))
            guard (start + end).allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
                return nil
            }
            // 1621-22
            return (start, start.count == 4 && end.count == 2 ? start.prefix(2) + end : end)
        }
    }

    private static let joints: Set<String> = [
        "至", "到", "-", "–", "~", "to", "through", "bis", "thru",
    ]

    /// 占总量的 24.6%, 18% of them, made up 44%
    fileprivate func isPart(_ quantity: Quantity) -> Bool {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = text(max(0, start - 18)..<start).lowercased()
        if passage.scalars[..<start].suffix(14).contains(0x5360) {
            // 占比 and 占有率 may grow as well.
            let tail = before.split(separator: "占").last ?? ""
            return !tail.contains { "，,。；;增升提降".contains($0) }
        }
        return text(end..<end + 4).lowercased().hasPrefix(" of ")
            || ["accounted for ", "made up ", "makes up ", "accounting for ", "represents "]
                .contains {
                    before.contains($0)
                }
    }
}
