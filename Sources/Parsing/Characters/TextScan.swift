/// One look at all bytes of a document, eight at a time where they are plain ASCII.
struct TextScan {
    /// Well-formed as the Unicode Standard, table 3-7 has it.
    private(set) var isUTF8 = true
    /// C0 controls but tab and line ends, DEL left alone, or C1 controls.
    private(set) var hasControls = false

    init(_ bytes: [UInt8]) {
        self = unsafe bytes.withUnsafeBytes { unsafe TextScan($0) }
    }

    init(_ buffer: UnsafeRawBufferPointer) {
        var index = 0
        let count = buffer.count
        while index < count {
            if index + 8 <= count {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let hasHighBit = word & 0x8080_8080_8080_8080 != 0
                // A byte below 32 borrows from its high bit.
                let low = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
                if !hasHighBit, low == 0 {
                    index += 8
                    continue
                }
                let usual = Self.usualThrees(UInt64(littleEndian: word))
                if usual > 0 {
                    index += usual
                    continue
                }
            }
            let byte = unsafe buffer[index]
            if byte < 0x80 {
                if byte < 32, byte != 9, byte != 10, byte != 13 { hasControls = true }
                index += 1
                continue
            }
            let length = unsafe sequenceLength(buffer, at: index)
            guard length > 0 else {
                isUTF8 = false
                return
            }
            if byte == 0xc2, unsafe buffer[index + 1] < 0xa0 { hasControls = true }
            index += length
        }
    }

    /// The bytes of the one or two characters of three bytes with which a word begins, where they
    /// need no closer look, as most Chinese ones do not; else 0.
    private static func usualThrees(_ word: UInt64) -> Int {
        guard word & 0xc0_c0f0 == 0x80_80e0, word & 0xf != 0, word & 0xf != 0xd else { return 0 }
        let second = word >> 24
        return second & 0xc0_c0f0 == 0x80_80e0 && second & 0xf != 0 && second & 0xf != 0xd ? 6 : 3
    }
}

/// The bytes of the character that begins here, 0 when none does.
private func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let first = unsafe bytes[index]
    func next(_ offset: Int) -> UInt8 {
        index + offset < bytes.count ? unsafe bytes[index + offset] : 0
    }
    func isTail(_ offset: Int) -> Bool { next(offset) & 0xc0 == 0x80 }
    switch first {
    case 0xc2...0xdf: return isTail(1) ? 2 : 0
    case 0xe0: return next(1) >= 0xa0 && isTail(1) && isTail(2) ? 3 : 0
    case 0xed: return next(1) < 0xa0 && isTail(1) && isTail(2) ? 3 : 0
    case 0xe1...0xef: return isTail(1) && isTail(2) ? 3 : 0
    case 0xf0: return next(1) >= 0x90 && isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    case 0xf1...0xf3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    case 0xf4: return next(1) < 0x90 && isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    default: return 0
    }
}
