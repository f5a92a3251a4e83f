/// A day that a text names by its month and day: 6 月 9 日.
package struct NamedDay: Sendable, Equatable {
    /// Where the digits of the month begin, in scalars.
    package var offset: Int
    package var month: Int
    package var day: Int
    /// Whether a year, or a word for one, stands before it.
    package var hasYear: Bool
}

/// The first of them.
package func firstDay(in text: [Unicode.Scalar]) -> NamedDay? {
    for index in text.indices where text[index] == "月" {
        guard let month = number(in: text, endingAt: index),
            let day = number(in: text, beginningAt: index + 1)
        else { continue }
        return NamedDay(
            offset: month.offset, month: month.value, day: day,
            hasYear: text[..<month.offset].contains("年"))
    }
    return nil
}

private func number(
    in text: [Unicode.Scalar], endingAt end: Int
) -> (value: Int, offset: Int)? {
    let digits = text[..<end].reversed().drop { $0 == " " }.prefix { $0.isDigit }
    guard let value = Int(String(digits.reversed())) else { return nil }
    let spaces = text[..<end].reversed().prefix { $0 == " " }.count
    return (value, end - spaces - digits.count)
}

private func number(in text: [Unicode.Scalar], beginningAt start: Int) -> Int? {
    Int(String(text[start...].drop { $0 == " " }.prefix { $0.isDigit }))
}
