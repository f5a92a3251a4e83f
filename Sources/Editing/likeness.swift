/// How much of the longer of two texts need not be edited to get the other: 1 when they are equal.
package func likeness(_ one: String, _ other: String) -> Double {
    let (a, b) = (Array(one.unicodeScalars.prefix(400)), Array(other.unicodeScalars.prefix(400)))
    guard !a.isEmpty, !b.isEmpty else { return a.isEmpty && b.isEmpty ? 1 : 0 }
    var row = Array(0...b.count)
    for (i, character) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for j in b.indices {
            let above = row[j + 1]
            row[j + 1] = min(
                diagonal + (b[j] == character ? 0 : 1), above + 1, row[j] + 1)
            diagonal = above
        }
    }
    return 1 - Double(row[b.count]) / Double(max(a.count, b.count))
}

/// Runs of so many letters and digits; punctuation and spaces do not count.
package func grams(_ text: String, of length: Int) -> Set<Int> {
    let values = text.unicodeScalars.compactMap { isCounted($0) ? $0.value : nil }
    guard values.count >= length else { return [] }
    var grams = Set<Int>(minimumCapacity: values.count)
    for start in 0...(values.count - length) {
        // FNV-1a: the same in every run of the program, unlike Hasher.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for value in values[start..<start + length] {
            hash = (hash ^ UInt64(value)) &* 0x100_0000_01b3
        }
        grams.insert(Int(truncatingIfNeeded: hash))
    }
    return grams
}

/// Letters and digits; the properties of Unicode are looked up only for what is neither Han nor
/// ASCII.
private func isCounted(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
        ? scalar.isLatin || scalar.isDigit : scalar.isHan || scalar.properties.isAlphabetic
}

/// What two texts share of the runs that either has.
package func jaccard(_ one: String, _ other: String, gram length: Int) -> Double {
    jaccard(grams(one, of: length), grams(other, of: length))
}

package func jaccard(_ one: Set<Int>, _ other: Set<Int>) -> Double {
    let (few, many) = one.count < other.count ? (one, other) : (other, one)
    let shared = few.count(where: many.contains)
    let all = one.count + other.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
}
