import Foundation

extension Lexicon {
    /// The figures that a slip of the pen can make this one of: another digit, two that changed places,
    /// another power of ten, another unit or currency, the other direction.
    func slips(of quantity: Quantity, currencies: Set<Key>) -> [Quantity] {
        let number = quantity.number
        guard !number.isVague, number.digits <= 9, number.step > 0 else { return [] }
        func changed(_ body: (inout Quantity) -> Void) -> Quantity {
            var slip = quantity
            body(&slip)
            return slip
        }
        var slips = quantity.misread
        for power in [-4.0, -3, -2, -1, 1, 2, 3, 4] {
            slips.append(
                changed {
                    $0.number.value *= pow(10, power)
                    $0.number.step *= pow(10, power)
                })
        }
        for (index, unit) in quantity.units.enumerated() {
            slips += confused(unit, currencies).map { other in
                changed { $0.units[index] = other }
            }
        }
        // 三分之二 for a third
        if number.isShare { slips.append(changed { $0.number.value = 100 - $0.number.value }) }
        if quantity.direction != 0 { slips.append(changed { $0.direction = -$0.direction }) }
        return slips
    }

    /// The units that one is mistaken for.
    private func confused(_ unit: Quantity.Unit, _ currencies: Set<Key>) -> [Quantity.Unit] {
        switch unit.measure {
        case .physical(let key) where names[key] == "celsius":
            [.init(measure: .physical(self.key("fahrenheit")), factor: 1)]
        case .physical(let key) where names[key] == "fahrenheit":
            [.init(measure: .physical(self.key("celsius")), factor: 1)]
        case .physical(let key):
            (factors[key] ?? []).filter { $0 != unit.factor }.map {
                .init(measure: unit.measure, factor: $0)
            }
        case .money(let key):
            currencies.filter { $0 != key }.map { .init(measure: .money($0), factor: unit.factor) }
        // 25% for a quarter of a point
        case .percent: [1, 0.01].map { .init(measure: .point, factor: $0) }
        case .point: [.init(measure: .percent, factor: 1)]
        case .multiple, .count: []
        }
    }
}

extension Quantity {
    /// The same with one digit changed, or two that changed places.
    var misread: [Quantity] {
        number.misread.map { value in
            var slip = self
            slip.number.value = value
            return slip
        }
    }
}

extension Number {
    /// The values that it has with one digit changed, or two that changed places.
    fileprivate var misread: [Double] {
        let digits = shownDigits
        var values: [Double] = []
        for (place, digit) in digits.enumerated() {
            let size = step * pow(10, Double(digits.count - 1 - place))
            for other in 0...9 where other != digit && (place > 0 || other > 0) {
                values.append(abs(value) + Double(other - digit) * size)
            }
            for second in digits.indices.dropFirst(place + 1) where digits[second] != digit {
                var swapped = digits
                swapped.swapAt(place, second)
                values.append(swapped.reduce(0) { $0 * 10 + Double($1) } * step)
            }
        }
        // 9 for 19
        if digits.count == 1 { values.append(abs(value) + step * 10) }
        // 19 for 9
        if digits.count > 1, digits[0] == 1 {
            values.append(abs(value) - step * pow(10, Double(digits.count - 1)))
        }
        return values.filter { $0 > 0 }.map { value < 0 ? -$0 : $0 }
    }

    /// The digits without zeros on either side.
    var toldDigits: [Int] { shownDigits.reversed().drop { $0 == 0 }.reversed() }

    /// The digits that are written, without zeros before the first; those that a power of ten stands
    /// for are none.
    var shownDigits: [Int] {
        guard digits <= 15, abs(value) < 1e15, step > 0 else { return [] }
        var rest = (abs(value) / step).rounded()
        var shown: [Int] = []
        while rest >= 1, shown.count < 16 {
            shown.append(Int(rest.truncatingRemainder(dividingBy: 10)))
            rest = (rest / 10).rounded(.down)
        }
        return shown.reversed()
    }
}
