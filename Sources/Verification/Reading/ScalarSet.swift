/// A set of characters of the Han block and below, asked about for every character of a text.
struct ScalarSet: Sendable {
    private var holds = [Bool](repeating: false, count: 0xa000)

    init(_ values: some Sequence<UInt32>) {
        for value in values where value < 0xa000 { holds[Int(value)] = true }
    }

    func contains(_ value: UInt32) -> Bool { value < 0xa000 && holds[Int(value)] }
}
