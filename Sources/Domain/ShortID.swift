/// Eight characters that name a thing on a terminal and in a URL.
package enum ShortID {
    /// Crockford's alphabet in lower case: no i, l, o, u.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// The first 40 bits of the SHA-256 of the parts, each ended by a zero byte.
    package static func of(_ parts: String...) -> String {
        var hash = SHA256()
        for part in parts {
            hash.update(part.utf8)
            hash.update([0])
        }
        let bits = hash.digest().prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return String(
            decoding: (0..<8).map { alphabet[Int(bits >> UInt64(35 - 5 * $0) & 31)] },
            as: UTF8.self)
    }
}
