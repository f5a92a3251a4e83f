/// What the rules read in a text, a line each: for who writes rules, and for the laboratory.
package func readingLines(_ text: String) -> [String] {
    let lexicon = Lexicon.shared
    let reading = Reading(text)
    var lines = reading.quantities.map { quantity in
        let units = quantity.units.map { unit in
            switch unit.measure {
            case .money(let key): "\(lexicon.names[key])*\(unit.factor)"
            case .physical(let key): "\(lexicon.names[key])*\(unit.factor)"
            case .percent: "percent*\(unit.factor)"
            case .point: "point*\(unit.factor)"
            case .multiple: "multiple"
            case .count: "count"
            }
        }
        return
            "quantity \"\(reading.text(quantity.range))\" \(quantity.number.value) ±\(quantity.number.step / 2)"
            + " \(units.joined(separator: "|")) \(quantity.bound.rawValue)"
            + " direction \(quantity.direction) \(quantity.role.map { "\($0)" } ?? "")"
            + (quantity.number.isOrdinal ? " ordinal" : "")
            + (quantity.number.isVague ? " vague" : "")
    }
    lines += reading.dates.map {
        "date \"\(reading.text($0.range))\" \($0.written) \($0.relative.map { "\($0)" } ?? "")"
    }
    lines += reading.periods.map { "period \"\(reading.text($0.range))\" \($0.number)" }
    lines += reading.clocks.map {
        "time \"\(reading.text($0.range))\" \($0.minutes) \($0.zone ?? 99)"
    }
    return lines
}
