import Domain

extension ClaimCheck {
    /// What is wrong with a figure.
    struct Problem {
        var rule: String
        var severity: Finding.Severity
        var message: String
    }

    func points(_ words: String) -> Problem {
        Problem(
            rule: "number.percent", severity: .hard,
            message: "\"\(words)\" are points between two percents of the evidence; say 个百分点")
    }

    func problem(
        _ agreement: Agreement, _ quantity: Quantity, _ words: String, _ nearest: String
    ) -> Problem? {
        switch agreement {
        case .full: nil
        case .none:
            Problem(
                rule: quantity.number.isOrdinal ? "number.rank" : "number.absent",
                severity: isSmall(quantity) || isUnranked(quantity) ? .soft : .hard,
                message:
                    "\"\(words)\" follows from no figure of the evidence; give the evidence's own")
        case .currency:
            Problem(
                rule: "number.currency", severity: .hard,
                message: "\"\(words)\" is \"\(nearest)\" in the evidence; keep its currency")
        case .unit:
            Problem(
                rule: "number.unit",
                severity: isSmall(quantity) || !isExchanged(quantity) ? .soft : .hard,
                message: "\"\(words)\" is \"\(nearest)\" in the evidence; keep or convert its unit")
        case .percent:
            Problem(
                rule: "number.percent", severity: .hard,
                message: "\"\(words)\" is \"\(nearest)\" in the evidence; percent and points differ"
            )
        case .scale:
            Problem(
                rule: "number.scale", severity: .hard,
                message: "\"\(words)\" is \"\(nearest)\" in the evidence, a power of ten away")
        case .bound:
            Problem(
                rule: "number.bound", severity: .hard,
                message: "\"\(words)\" turns the bound of \"\(nearest)\" around")
        case .hedge:
            Problem(
                rule: "number.hedge",
                // 超过 1.4 亿美元的制作成本 compares with what cost just that. In a text of several
                // sentences another may tell of the figure without the bound.
                severity: quantity.bound == .about || isStandard(quantity)
                    || isLong && !addsBound(quantity)
                    || quantity.isCount && quantity.number.form == .han ? .soft : .hard,
                message: "\"\(words)\" loses or adds a bound; the evidence says \"\(nearest)\"")
        }
    }

    /// Two and three come from `both`, `and` and lists as often as from a figure.
    private func isSmall(_ quantity: Quantity) -> Bool {
        quantity.isCount && quantity.number.form == .han && quantity.number.value <= 3
            && !quantity.number.isOrdinal
    }

    /// 第一 may be `leading` or `largest` in the evidence, unless that names another rank.
    private func isUnranked(_ quantity: Quantity) -> Bool {
        guard quantity.number.value <= 3 else { return false }
        let isListed = claim.passage.holds("分列")
        return isListed
            || quantity.number.isOrdinal
                && !grounds.near.quantities.contains { $0.number.isOrdinal }
    }
}
