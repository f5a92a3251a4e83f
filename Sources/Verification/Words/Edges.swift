/// The edges of a trie: from a node by a scalar to the next, in a table of open addresses, for a
/// dictionary's hashing took most of the time of reading.
struct Edges: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]
    private var count = 0
    private var shift: UInt64

    init() {
        keys = Array(repeating: .max, count: 1 << 12)
        values = Array(repeating: 0, count: 1 << 12)
        shift = 64 - 12
    }

    subscript(node: Int32, scalar: UInt32) -> Int32? {
        let key = UInt64(node) << 32 | UInt64(scalar)
        var slot = self.slot(key)
        while keys[slot] != .max {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }

    mutating func add(_ node: Int32, _ scalar: UInt32, _ next: Int32) {
        if count * 2 >= keys.count { grow() }
        put(UInt64(node) << 32 | UInt64(scalar), next)
        count += 1
    }

    private mutating func put(_ key: UInt64, _ next: Int32) {
        var slot = self.slot(key)
        while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        values[slot] = next
    }

    private mutating func grow() {
        let old = zip(keys, values).filter { $0.0 != .max }
        keys = Array(repeating: .max, count: keys.count * 2)
        values = Array(repeating: 0, count: keys.count)
        shift -= 1
        for (key, value) in old { put(key, value) }
    }

    /// Fibonacci hashing: the high bits of a product with 2^64 over the golden ratio.
    private func slot(_ key: UInt64) -> Int { Int((key &* 0x9e37_79b9_7f4a_7c15) >> shift) }
}
