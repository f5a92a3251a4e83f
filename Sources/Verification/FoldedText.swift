import Foundation

/// A text as it is compared: compatibility forms, quotes, dashes and white space made alike, with
/// the way back to the bytes of the original.
struct FoldedText {
    /// The folded scalars.
    private(set) var scalars: [Unicode.Scalar] = []
    /// For each of them the UTF-8 bytes of the original that it stands for.
    private(set) var origins: [Range<Int>] = []

    init(_ text: String) {
        var offset = 0
        var isSpace = true
        for character in text {
            let length = character.utf8.count
            let origin = offset..<(offset + length)
            offset += length
            if character.isWhitespace {
                if !isSpace { append(" ", origin) }
                isSpace = true
                continue
            }
            isSpace = false
            for scalar in Self.folded(character) { append(scalar, origin) }
        }
        if scalars.last == " " {
            scalars.removeLast()
            origins.removeLast()
        }
    }

    /// Where the folded words of another text stand in this one, first and then how often.
    func occurrences(of other: FoldedText) -> (first: Range<Int>, count: Int)? {
        let (needle, count) = (other.scalars, other.scalars.count)
        guard count > 0, scalars.count >= count else { return nil }
        var first: Range<Int>?
        var found = 0
        for start in 0...(scalars.count - count)
        where scalars[start] == needle[0] && scalars[start..<start + count].elementsEqual(needle) {
            first = first ?? bytes(start..<start + count)
            found += 1
        }
        return first.map { ($0, found) }
    }

    /// The bytes of the original behind a range of folded scalars.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ origin: Range<Int>) {
        scalars.append(scalar)
        origins.append(origin)
    }

    private static func folded(_ character: Character) -> [Unicode.Scalar] {
        if character.isASCII { return Array(character.unicodeScalars) }
        return String(character).precomposedStringWithCompatibilityMapping.unicodeScalars.map {
            switch $0.value {
            case 0x2018, 0x2019, 0x201a, 0x2032, 0x300e, 0x300f: "'"
            case 0x201c, 0x201d, 0x201e, 0x2033, 0x300c, 0x300d, 0xab, 0xbb: "\""
            case 0x2010...0x2015, 0x2212: "-"
            default: $0
            }
        }
    }
}
