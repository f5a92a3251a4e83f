/// One look at all bytes of a document, many at a time where they are plain ASCII.
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
            if index &+ 8 <= count {
                let word = unsafe UInt64(
                    littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let usual = Self.usualASCII(word)
                if usual > 0 {
                    index &+= usual
                    continue
                }
                if Self.beginsHan(word) {
                    index &+= 6
                    continue
                }
                if Self.beginsThree(word) {
                    index &+= 3
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

    /// How many bytes of ASCII, none of them a control, a word begins with.
    private static func usualASCII(_ word: UInt64) -> Int {
        // A byte below 32 borrows from its high bit, and from the bytes after it, which do not count.
        let odd = (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080
        return odd.trailingZeroBitCount >> 3
    }

    /// Whether it begins with two characters of U+4000 to U+BFFF, as most words of Chinese do.
    private static func beginsHan(_ word: UInt64) -> Bool {
        word & 0xc0_c0f0_c0c0_f0 == 0x80_80e0_8080_e0
            && (word ^ (word << 1)) & 0x0800_0008 == 0x0800_0008
    }

    /// Whether it begins with a character of three bytes that needs no closer look.
    private static func beginsThree(_ word: UInt64) -> Bool {
        word & 0xc0_c0f0 == 0x80_80e0 && word & 0xf != 0 && word & 0xf != 0xd
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
