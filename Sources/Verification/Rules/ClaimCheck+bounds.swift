extension ClaimCheck {
    /// 最低 37.9% for duties of 18.4% to 37.9%.
    func isOtherEnd(_ quantity: Quantity, _ matches: [Quantity]) -> Bool {
        guard quantity.bound.side != 0, let match = matches.first, matches.count == 1,
            let unit = match.units.first
        else { return false }
        let near = grounds.near
        return near.quantities.contains { other in
            let isBelow = other.range.upperBound <= match.range.lowerBound
            let between =
                isBelow
                ? other.range.upperBound..<match.range.lowerBound
                : match.range.upperBound..<max(match.range.upperBound, other.range.lowerBound)
            return other.units.first?.measure == unit.measure
                && isBelow == (quantity.bound.side > 0)
                && QuantityReader.rangeMarks.contains(near.text(between).filter { $0 != " " })
                && (other.amount(other.units[0]) < match.amount(unit)) == isBelow
        }
    }

    /// 限制在 8000 人以内 for a cap at 8,000.
    func isCapped(_ quantity: Quantity, _ matches: [Quantity]) -> Bool {
        let (side, near) = (quantity.bound.side, grounds.near)
        guard side != 0 else { return false }
        let words =
            side < 0
            ? [
                " cap ", " cap on", " held to", " kept to", " hold to", "limit", "ceiling",
                "maximum", "上限", "封顶", "限制",
            ]
            : [" floor", "minimum", "threshold", "下限", "门槛", "起点"]
        return matches.contains { match in
            let start = match.range.lowerBound
            return near.passage.holdsAnyLower(
                words, in: max(0, start - 90)..<match.range.upperBound + 20)
        }
    }

    /// 200 元至 500 元: the ends of a range are bounds by themselves.
    func isRangeEnd(_ quantity: Quantity) -> Bool {
        let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
        let before = claim.text(max(0, start - 2)..<start).filter { $0 != " " }
        let behind = claim.text(end..<end + 2).filter { $0 != " " }
        func rises(_ low: Quantity, _ high: Quantity) -> Bool {
            low.number.value < high.number.value
                || low.units.first?.measure != high.units.first?.measure
        }
        return ["至", "到", "—", "-", "~"].contains { mark in
            before.hasSuffix(mark)
                && claim.quantities.contains {
                    (0...3).contains(start - $0.range.upperBound) && rises($0, quantity)
                }
                || behind.hasPrefix(mark)
                    && claim.quantities.contains {
                        (0...3).contains($0.range.lowerBound - end) && rises(quantity, $0)
                    }
        }
    }

    /// 不到 20 磅（约 9.1 公斤）: the bound stands with the first figure.
    func isConversion(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 4)..<start).filter { $0 != " " }
        return ["(约", "(", "(合", "(约合"].contains(where: before.hasSuffix)
    }

    /// 超过 1.4 亿美元的制作成本: more than what cost just that.
    func isStandard(_ quantity: Quantity) -> Bool {
        let end = quantity.range.upperBound
        return quantity.bound == .over && claim.text(end..<end + 1) == "的"
    }
}
