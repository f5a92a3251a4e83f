extension ClaimCheck {
    /// The evidence has the same number with another unit. A number that counts, or none of whose
    /// unit is told, may be a name (787) or measured by what stands before it.
    func isExchanged(_ quantity: Quantity) -> Bool {
        guard !quantity.isCount || quantity.number.hasScale else { return false }
        return grounds.near.quantities.contains { other in
            lexicon.agreement(of: quantity, with: other) == .unit
                && (isTime(quantity) || !other.isCount || isPerThousand(quantity, other)
                    || countsThings(other))
                && (quantity.number.value >= 10
                    || quantity.number.digits > 1 && isAlike(quantity, other)
                    || isTime(quantity) && isTime(other)
                    || quantity.units.contains { $0.measure == .percent } && !other.isCount
                    || isPerThousand(quantity, other))
        }
    }

    /// 22.1 million bags
    func countsThings(_ quantity: Quantity) -> Bool {
        let end = quantity.range.upperBound
        let word = grounds.near.text(end..<end + 20).lowercased().drop { $0 == " " }
            .prefix { $0.isLetter }
        return quantity.number.hasScale
            && ["bags", "barrels", "bales", "people", "units", "doses", "cases", "boxes"]
                .contains(String(word))
    }

    /// 6.4% for 6.4 of every 1,000
    private func isPerThousand(_ quantity: Quantity, _ other: Quantity) -> Bool {
        let behind = grounds.near.text(behind: other, 16).lowercased()
        return quantity.units.contains { $0.measure == .percent }
            && ["of every 1,000", "in every 1,000", "per 1,000", "per 100,000", "in 1,000"]
                .contains(
                    where: behind.trimmingPrefix(" ").hasPrefix)
    }

    /// A house in Toronto writes $ for what the sentence calls 加元.
    func isLocal(_ quantity: Quantity, _ other: Quantity) -> Bool {
        let near = grounds.near
        let words = near.text(other.range).lowercased()
        guard words.hasPrefix("$") || words.contains("cent") else { return false }
        return quantity.units.contains { unit in
            guard case .money(let key) = unit.measure, let places = Self.dollars[lexicon.names[key]]
            else { return false }
            return grounds.cited.contains { $0.reading.passage.holdsAnyLower(places) }
        }
    }

    /// Where each dollar is written with a bare sign.
    private static let dollars: [String: [String]] = [
        "CAD": ["canad", "ottawa", "toronto", "loonie", "加拿大"],
        "AUD": ["australia", "sydney", "melbourne", "canberra", "澳大利亚", "澳洲"],
        "NZD": ["new zealand", "wellington", "auckland", "新西兰"],
        "SGD": ["singapore", "新加坡"],
        "HKD": ["hong kong", "香港"],
        "TWD": ["taiwan", "taipei", "台湾"],
    ]
}
