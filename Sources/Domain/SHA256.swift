/// FIPS 180-4 §6.2, fed in pieces.
package struct SHA256: Sendable {
    private var state: SIMD8<UInt32> = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
        0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    private var block: [UInt8] = []
    private var length: UInt64 = 0

    package init() {
        block.reserveCapacity(64)
    }

    package mutating func update(_ bytes: some Sequence<UInt8>) {
        let isTaken: Void? = bytes.withContiguousStorageIfAvailable {
            unsafe absorb(UnsafeRawBufferPointer($0))
        }
        if isTaken == nil { unsafe Array(bytes).withUnsafeBytes { unsafe absorb($0) } }
    }

    /// Whole blocks are hashed where they lie; what is left waits for more.
    private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
        length += UInt64(bytes.count)
        var rest = unsafe bytes[...]
        if !block.isEmpty {
            let missing = unsafe rest.prefix(64 - block.count)
            unsafe block.append(contentsOf: missing)
            unsafe rest = unsafe rest.dropFirst(missing.count)
            guard block.count == 64 else { return }
            unsafe block.withUnsafeBytes { unsafe Self.compress($0, into: &state) }
            block.removeAll(keepingCapacity: true)
        }
        while unsafe rest.count >= 64 {
            unsafe Self.compress(UnsafeRawBufferPointer(rebasing: rest.prefix(64)), into: &state)
            unsafe rest = unsafe rest.dropFirst(64)
        }
        unsafe block.append(contentsOf: rest)
    }

    /// The 32 bytes of the digest.
    package consuming func digest() -> [UInt8] {
        let bits = length * 8
        let zeros = (119 - block.count) % 64
        var end: [UInt8] = [0x80] + [UInt8](repeating: 0, count: zeros)
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            end.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        update(end)
        return state.indices.flatMap { index in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: state[index] >> UInt32($0)) }
        }
    }

    /// The digest of the bytes in lower-case hexadecimal.
    package static func hexDigest(_ bytes: some Sequence<UInt8>) -> String {
        hexadecimal(digest(bytes))
    }

    package static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes)
        return hash.digest()
    }

    /// HMAC-SHA-256, RFC 2104, in lower-case hexadecimal.
    package static func authenticationCode(of message: [UInt8], key: [UInt8]) -> String {
        let key = key.count > 64 ? digest(key) : key
        let padded = key + [UInt8](repeating: 0, count: 64 - key.count)
        let inner = digest(padded.map { $0 ^ 0x36 } + message)
        return hexadecimal(digest(padded.map { $0 ^ 0x5c } + inner))
    }

    private static func compress(
        _ block: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>
    ) {
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            for index in 0..<16 {
                let word = unsafe block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
                unsafe schedule[index] = UInt32(bigEndian: word)
            }
            for index in 16..<64 {
                let (before, last) = unsafe (schedule[index - 15], schedule[index - 2])
                let small = before.rotated(7) ^ before.rotated(18) ^ (before >> 3)
                let large = last.rotated(17) ^ last.rotated(19) ^ (last >> 10)
                unsafe schedule[index] =
                    schedule[index - 16] &+ small &+ schedule[index - 7] &+ large
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            unsafe constants.withUnsafeBufferPointer { constants in
                // Eight rounds bring every variable back to its own place.
                for index in stride(from: 0, to: 64, by: 8) {
                    unsafe round(
                        a, b, c, &d, e, f, g, &h,
                        constants[index + 0] &+ schedule[index + 0])
                    unsafe round(
                        h, a, b, &c, d, e, f, &g,
                        constants[index + 1] &+ schedule[index + 1])
                    unsafe round(
                        g, h, a, &b, c, d, e, &f,
                        constants[index + 2] &+ schedule[index + 2])
                    unsafe round(
                        f, g, h, &a, b, c, d, &e,
                        constants[index + 3] &+ schedule[index + 3])
                    unsafe round(
                        e, f, g, &h, a, b, c, &d,
                        constants[index + 4] &+ schedule[index + 4])
                    unsafe round(
                        d, e, f, &g, h, a, b, &c,
                        constants[index + 5] &+ schedule[index + 5])
                    unsafe round(
                        c, d, e, &f, g, h, a, &b,
                        constants[index + 6] &+ schedule[index + 6])
                    unsafe round(
                        b, c, d, &e, f, g, h, &a,
                        constants[index + 7] &+ schedule[index + 7])
                }
            }
            state = state &+ SIMD8(a, b, c, d, e, f, g, h)
        }
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
        _ g: UInt32, _ h: inout UInt32, _ word: UInt32
    ) {
        let rotatedE = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
        let first = h &+ rotatedE &+ (g ^ (e & (f ^ g))) &+ word
        let rotatedA = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
        d = d &+ first
        h = first &+ rotatedA &+ ((a & b) | (c & (a | b)))
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2).
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
        0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
        0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
        0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
        0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
        0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
        0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
        0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
        0xc671_78f2,
    ]
}

extension UInt32 {
    fileprivate func rotated(_ count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }
}
