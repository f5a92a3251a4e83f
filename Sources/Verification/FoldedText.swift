import Foundation

/// A text as it is compared: compatibility forms, quotes, dashes and white space made alike, with
/// the way back to the bytes of the original.
struct FoldedText {
    /// The folded scalars.
    private(set) var scalars: [Unicode.Scalar] = []
    /// For each of them the UTF-8 bytes of the original that it stands for.
    private(set) var origins: [Range<Int>] = []

    init(_ text: String) {
        let all = text.unicodeScalars
        scalars.reserveCapacity(text.utf8.count / 2)
        origins.reserveCapacity(text.utf8.count / 2)
        var offset = 0
        var isSpace = true
        var index = all.startIndex
        while index < all.endIndex {
            var next = all.index(after: index)
            // Most of a text is characters of one scalar that fold to one.
            if let plain = all[index].plain, next == all.endIndex || all[next].plain != nil {
                let length = UTF8.width(all[index])
                if plain != " " || !isSpace { append(plain, offset..<(offset + length)) }
                isSpace = plain == " "
                offset += length
            } else {
                let character = text[index]
                next = text.index(after: index)
                let origin = offset..<(offset + character.utf8.count)
                offset = origin.upperBound
                let folded = character.isWhitespace ? [" "] : Self.folded(character)
                let isGap = character.isWhitespace
                for scalar in folded where !isGap || !isSpace { append(scalar, origin) }
                isSpace = isGap
            }
            index = next
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

extension Unicode.Scalar {
    /// What it folds to by itself; nil where its neighbours or the tables of Unicode decide.
    fileprivate var plain: Unicode.Scalar? {
        switch value {
        case 0x0a: " "
        case 0x20...0x7e, 0x4e00...0x9fff, 0x3001...0x300b: self
        // Full-width forms of ASCII.
        case 0xff01...0xff5e: Unicode.Scalar(value - 0xfee0)
        case 0x2018, 0x2019: "'"
        case 0x201c, 0x201d: "\""
        default: nil
        }
    }
}
