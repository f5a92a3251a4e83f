import Foundation

/// Amounts with their units, in a form that languages share: `9.4 billion dollars`, `94亿美元` and
/// `9,4 Milliarden Dollar` are one. Days of the month and small counts say too little and are left
/// out.
enum Amounts {
    static func found(in characters: [Unicode.Scalar]) -> [String] {
        var found: [String] = []
        var index = 0
        while index < characters.count {
            guard characters[index].isDigit else {
                index += 1
                continue
            }
            let start = index
            while index < characters.count, isNumberPart(characters, index) { index += 1 }
            let before = start > 0 ? characters[start - 1] : " "
            if before.isLatin || before == "-" { continue }
            let digits = String(String.UnicodeScalarView(characters[start..<index]))
            let rest = characters[index..<min(index + 14, characters.count)]
            let after = String(String.UnicodeScalarView(rest)).lowercased()
            if let amount = amount(digits, after: after) { found.append(amount) }
        }
        return found
    }

    private static func isNumberPart(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        if text[index].isDigit { return true }
        return (text[index] == "." || text[index] == ",") && index + 1 < text.count
            && text[index + 1].isDigit
    }

    private static func amount(_ digits: String, after: String) -> String? {
        guard let value = value(digits) else { return nil }
        let rest = after.drop { $0 == " " || $0 == "-" }
        if rest.hasPrefix("%") || rest.hasPrefix("percent") || rest.hasPrefix("per cent")
            || rest.hasPrefix("prozent") || rest.hasPrefix("パーセント")
        {
            return "%\(value)"
        }
        // A date: 20日, 4月, 20 April.
        if rest.hasPrefix("日") || rest.hasPrefix("月") || rest.hasPrefix("年") || rest.hasPrefix("时")
            || rest.hasPrefix("点") || rest.hasPrefix("a.m") || rest.hasPrefix("p.m")
            || months.contains(where: rest.hasPrefix)
        {
            return nil
        }
        let scale = scales.first { rest.hasPrefix($0.0) }?.1 ?? 1
        let scaled = value * scale
        if scaled < 10, !digits.contains(".") { return nil }
        if scale == 1, scaled >= 1990, scaled <= 2040, !digits.contains(".") { return nil }
        return "\(scaled)"
    }

    /// Commas group by three, else they are decimal.
    private static func value(_ digits: String) -> Double? {
        let parts = digits.split(separator: ",")
        let groups = parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
        let plain =
            groups
            ? digits.replacing(",", with: "")
            : digits.replacing(".", with: "")
                .replacing(",", with: ".")
        return Double(plain)
    }

    private static let scales: [(String, Double)] = [
        ("万亿", 1e12), ("百亿", 1e10), ("十亿", 1e9), ("亿", 1e8), ("億", 1e8), ("千万", 1e7),
        ("百万", 1e6), ("万", 1e4), ("兆", 1e12), ("trillion", 1e12), ("billion", 1e9),
        ("milliarde", 1e9), ("million", 1e6), ("mrd", 1e9), ("mio", 1e6), ("bn", 1e9),
        ("tn", 1e12), ("m ", 1e6), ("thousand", 1e3), ("tausend", 1e3),
    ]
    private static let months = [
        "jan", "feb", "mar", "mär", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt",
        "nov", "dec", "dez",
    ]
}
