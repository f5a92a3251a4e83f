import Glibc

extension String {
    /// Whether the UTF-8 of a text stands in this one: `contains` without a look at how characters
    /// compose, which costs many times as much.
    package func holds(_ other: String) -> Bool {
        var (text, other) = (self, other)
        return text.withUTF8 { hay in
            other.withUTF8 { needle in unsafe find(needle, in: hay) }
        }
    }
}

private func find(
    _ needle: UnsafeBufferPointer<UInt8>, in hay: UnsafeBufferPointer<UInt8>
) -> Bool {
    guard let first = unsafe needle.first, let wanted = needle.baseAddress else {
        return true
    }
    guard let start = hay.baseAddress else { return false }
    var index = 0
    let last = hay.count - needle.count
    while index <= last,
        let found = unsafe memchr(start + index, Int32(first), last - index + 1)
    {
        index = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
        if unsafe memcmp(start + index, wanted, needle.count) == 0 { return true }
        index += 1
    }
    return false
}
