import Foundation

/// A path of a URL, or a pattern for one, in the form in which RFC 9309 §2.2.2 compares them: octets
/// that need no encoding decoded, all others encoded in capitals.
struct RobotsPath: Sendable, Equatable {
    private let bytes: [UInt8]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(
                    String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                Self.append(value, to: &output, isEncoded: true)
                index += 3
            } else {
                Self.append(byte, to: &output, isEncoded: false)
                index += 1
            }
        }
        self.bytes = output
    }

    init(ofURL url: String) {
        let parts = URLComponents(string: url)
        let path = parts?.percentEncodedPath ?? ""
        self.init((path.isEmpty ? "/" : path) + (parts?.percentEncodedQuery.map { "?\($0)" } ?? ""))
    }

    var count: Int { bytes.count }

    private static func append(_ byte: UInt8, to output: inout [UInt8], isEncoded: Bool) {
        let isUnreserved: Bool
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95, 126: isUnreserved = true
        default: isUnreserved = false
        }
        if isUnreserved || !isEncoded && byte > 32 && byte < 127 {
            output.append(byte)
        } else {
            output.append(contentsOf: String(format: "%%%02X", byte).utf8)
        }
    }

    /// As a pattern: `*` stands for any run of octets, `$` at the end for the end of the path.
    func matches(_ path: RobotsPath) -> Bool {
        let isAnchored = bytes.last == UInt8(ascii: "$")
        let pieces = (isAnchored ? bytes.dropLast() : bytes[...])
            .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        var rest = path.bytes[...]
        guard let first = pieces.first, rest.starts(with: first) else { return false }
        rest = rest.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() {
            guard let found = Self.find(piece, in: rest) else { return false }
            rest = rest[(found + piece.count)...]
        }
        guard pieces.count > 1, let last = pieces.last else { return !isAnchored || rest.isEmpty }
        if isAnchored { return rest.count >= last.count && rest.suffix(last.count) == last }
        return Self.find(last, in: rest) != nil
    }

    private static func find(_ piece: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>) -> Int? {
        guard !piece.isEmpty else { return bytes.startIndex }
        guard bytes.count >= piece.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - piece.count)).first {
            bytes[$0] == piece.first && bytes[$0..<($0 + piece.count)].elementsEqual(piece)
        }
    }
}
