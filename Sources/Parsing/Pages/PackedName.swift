/// A short name as a number: a page has thousands of them, and a string each would be most of the
/// work. Names of more than sixteen bytes are all the same, as none of them matters.
struct PackedName: Hashable {
    private var bytes: (UInt64, UInt64) = (0, 0)
    private var count: UInt8 = 0

    init() {}

    init(_ name: String) {
        for byte in name.utf8 { append(byte) }
    }

    /// A name that ends with a zero byte.
    @unsafe init(_ name: UnsafePointer<UInt8>) {
        var position = unsafe name
        while unsafe position.pointee != 0, count <= 16 {
            unsafe append(position.pointee)
            unsafe position = unsafe position.successor()
        }
    }

    mutating func append(_ byte: UInt8) {
        switch count {
        case 0..<8: bytes.0 |= UInt64(byte) << UInt64(count * 8)
        case 8..<16: bytes.1 |= UInt64(byte) << UInt64(count * 8 - 64)
        default:
            (bytes, count) = ((0, 0), 17)
            return
        }
        count += 1
    }

    static func == (one: PackedName, other: PackedName) -> Bool {
        one.bytes == other.bytes && one.count == other.count
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(bytes.0)
        hasher.combine(bytes.1)
    }
}
