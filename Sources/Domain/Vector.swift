/// What an embedding model makes of a text: texts that say alike lie in like directions.
package struct Vector: Sendable, Equatable {
    package let numbers: [Float]
    private let length: Double

    /// Nil for numbers without a direction: none, all zero, or one that is not finite.
    package init?(_ numbers: [Float]) {
        let length = numbers.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
        guard length > 0, length.isFinite else { return nil }
        self.numbers = numbers
        self.length = length
    }

    /// Reads what `bytes` wrote; nil for anything else.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count.isMultiple(of: 4) else { return nil }
        var numbers: [Float] = []
        numbers.reserveCapacity(bytes.count / 4)
        var pattern: UInt32 = 0
        for (index, byte) in bytes.enumerated() {
            pattern = pattern >> 8 | UInt32(byte) << 24
            if index % 4 == 3 { numbers.append(Float(bitPattern: pattern)) }
        }
        self.init(numbers)
    }

    /// Float32 after Float32, little endian.
    package var bytes: [UInt8] {
        numbers.flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number.bitPattern >> ($0 * 8)) }
        }
    }

    /// The cosine between two: 1 in one direction, -1 in opposite ones. Nil for two of different
    /// lengths, which no one model made.
    package func similarity(to other: Vector) -> Double? {
        guard numbers.count == other.numbers.count else { return nil }
        let product = zip(numbers, other.numbers).reduce(0) { $0 + Double($1.0) * Double($1.1) }
        return product / length / other.length
    }
}
