/// How much of the longer of two texts need not be edited to get the other: 1 when they are equal.
package func likeness(_ one: String, _ other: String) -> Double {
    let (a, b) = (Array(one.prefix(400)), Array(other.prefix(400)))
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
    let scalars = text.unicodeScalars.filter {
        $0.isHan || $0.properties.isAlphabetic || $0.isDigit
    }
    let values = scalars.map(\.value)
    guard values.count >= length else { return [] }
    var grams: Set<Int> = []
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

/// What two texts share of the runs that either has.
package func jaccard(_ one: String, _ other: String, gram length: Int) -> Double {
    let (a, b) = (grams(one, of: length), grams(other, of: length))
    let shared = a.intersection(b).count
    let all = a.count + b.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
}
