extension Arithmetic {
    /// Whether a value is what a figure tells, to the precision with which it tells it.
    func meets(_ quantity: Quantity, _ unit: Quantity.Unit, _ value: Double) -> Bool {
        let range = range(quantity, unit)
        return range.contains(value)
    }

    /// How wide the values lie that a figure can stand for.
    func width(_ quantity: Quantity, _ unit: Quantity.Unit) -> Double {
        let range = range(quantity, unit)
        return range.upperBound - range.lowerBound
    }

    private func range(_ quantity: Quantity, _ unit: Quantity.Unit) -> ClosedRange<Double> {
        let amount = quantity.amount(unit)
        let margin = margin(quantity, unit) + amount * 1e-9
        switch quantity.bound {
        case .nearly: return amount * 0.9...amount + margin * 0.2
        case .under, .below, .atMost:
            // 不足 1% of 0.67%
            let step = quantity.number.step * unit.factor
            return min(amount * 0.85, amount - step / 2)...amount + amount * 1e-9
        case .over, .above, .atLeast:
            // 两倍多 is anything up to three, 逾一半 anything up to two thirds.
            let top =
                unit.measure == .multiple
                ? amount + 1 : amount * (quantity.number.isShare ? 1.3 : 1.15)
            return amount * (1 - 1e-9)...top
        case .none, .about: return amount - margin...amount + margin
        }
    }

    private func margin(_ quantity: Quantity, _ unit: Quantity.Unit) -> Double {
        let amount = quantity.amount(unit)
        let step = quantity.number.step * unit.factor
        // 四成 is said of 38% and of 42%; a half is nearly one.
        if unit.measure == .percent, unit.factor == 10 { return quantity.number.step < 1 ? 1 : 2.5 }
        if quantity.number.isShare {
            return max(0.6, amount * (quantity.bound == .about ? 0.08 : 0.06))
        }
        if unit.measure == .percent { return step * 0.6 }
        if unit.measure == .multiple { return max(min(step / 2, amount * 0.1), amount * 0.03) }
        guard quantity.bound == .about else { return step * 0.5001 }
        return max(step * 0.5001, min(rounding(quantity) * unit.factor / 2, amount * 0.05))
    }

    /// The power of ten to which a figure is rounded: 100 for 3500.
    private func rounding(_ quantity: Quantity) -> Double {
        var step = quantity.number.step
        guard step > 0, quantity.number.value > 0, quantity.number.digits <= 15 else { return step }
        while step < quantity.number.value,
            abs(remainder(quantity.number.value, step * 10)) < step / 2
        {
            step *= 10
        }
        return step
    }

    private func remainder(_ value: Double, _ step: Double) -> Double {
        value - (value / step).rounded() * step
    }
}
