/// SipHash-2-4 (Aumasson and Bernstein, 2012): 64 bits by which one text is told from another where
/// nobody gains by making two alike, for a fraction of the work of ``SHA256``.
///
/// - Parameter key: 128 bits, the lower half first; two programs with one key agree.
package func sipHash(_ bytes: [UInt8], key: (UInt64, UInt64) = (0, 0)) -> UInt64 {
    var state = SipState(key)
    unsafe bytes.withUnsafeBytes { buffer in
        let whole = buffer.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
            let word = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            state.take(UInt64(littleEndian: word))
        }
        var last = UInt64(truncatingIfNeeded: buffer.count) << 56
        for offset in whole..<buffer.count {
            last |= unsafe UInt64(buffer[offset]) << UInt64((offset - whole) * 8)
        }
        state.take(last)
    }
    return state.finished()
}

private struct SipState {
    private var (a, b): (UInt64, UInt64)
    private var (c, d): (UInt64, UInt64)

    init(_ key: (UInt64, UInt64)) {
        (a, b) = (key.0 ^ 0x736f_6d65_7073_6575, key.1 ^ 0x646f_7261_6e64_6f6d)
        (c, d) = (key.0 ^ 0x6c79_6765_6e65_7261, key.1 ^ 0x7465_6462_7974_6573)
    }

    @inline(__always)
    mutating func take(_ word: UInt64) {
        d ^= word
        round()
        round()
        a ^= word
    }

    consuming func finished() -> UInt64 {
        c ^= 0xff
        for _ in 0..<4 { round() }
        return a ^ b ^ c ^ d
    }

    @inline(__always)
    private mutating func round() {
        a &+= b
        c &+= d
        b = b.turned(13) ^ a
        d = d.turned(16) ^ c
        a = a.turned(32)
        c &+= b
        a &+= d
        b = b.turned(17) ^ c
        d = d.turned(21) ^ a
        c = c.turned(32)
    }
}

extension UInt64 {
    fileprivate func turned(_ count: UInt64) -> UInt64 { self &<< count | self &>> (64 &- count) }
}
