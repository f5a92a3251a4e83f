import Editing
import Foundation

/// A text as rules read it: compatibility forms, accents, widths, dashes and quotes made alike,
/// scalar by scalar. Rules compare scalars, never characters: a hostile text cannot make one
/// grapheme of ten thousand of them.
struct Passage: Sendable {
    /// The folded scalars in their own case.
    private(set) var scalars: [UInt32] = []
    /// The same in lower case, index by index.
    private(set) var lower: [UInt32] = []
    /// Index and length of what was read are bounded; a text beyond that is not read to its end.
    private(set) var isCut = false

    static let limit = 200_000

    init(_ text: some StringProtocol) {
        scalars.reserveCapacity(text.utf8.count)
        var wasWideDigit = false
        for scalar in text.unicodeScalars {
            guard scalars.count < Self.limit else {
                isCut = true
                break
            }
            append(scalar, wasWideDigit)
            wasWideDigit = (0xff10...0xff19).contains(scalar.value)
        }
        joinGroups()
        lower = scalars.map(Self.lowered)
    }

    var count: Int { scalars.count }

    /// The text of a range, for messages.
    func text(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<scalars.count)
        return range.isEmpty ? "" : Self.text(scalars[range])
    }

    /// What stands between two places; nothing where they overlap.
    func text(between first: Range<Int>, and second: Range<Int>) -> String {
        text(first.upperBound..<max(first.upperBound, second.lowerBound))
    }

    static func text(_ scalars: some Collection<UInt32>) -> String {
        // Appending scalars to a string takes several times as long.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 3)
        for value in scalars {
            switch value {
            case 0..<0x80: bytes.append(UInt8(value))
            case 0x80..<0x800:
                bytes.append(UInt8(0xc0 | value >> 6))
                bytes.append(UInt8(0x80 | value & 0x3f))
            case 0x800..<0x10000:
                bytes.append(UInt8(0xe0 | value >> 12))
                bytes.append(UInt8(0x80 | value >> 6 & 0x3f))
                bytes.append(UInt8(0x80 | value & 0x3f))
            default:
                bytes.append(UInt8(0xf0 | value >> 18))
                bytes.append(UInt8(0x80 | value >> 12 & 0x3f))
                bytes.append(UInt8(0x80 | value >> 6 & 0x3f))
                bytes.append(UInt8(0x80 | value & 0x3f))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func isLatin(_ index: Int) -> Bool {
        scalars.indices.contains(index) && Self.isLatin(scalars[index])
    }

    func isDigit(_ index: Int) -> Bool {
        scalars.indices.contains(index) && Self.isDigit(scalars[index])
    }

    func isUpper(_ index: Int) -> Bool {
        scalars.indices.contains(index) && scalars[index] != lower[index]
    }

    static func isLatin(_ value: UInt32) -> Bool {
        (0x61...0x7a).contains(value | 0x20)
            || (0xc0...0x24f).contains(value) && value != 0xd7 && value != 0xf7
    }

    static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

    static func isHan(_ value: UInt32) -> Bool {
        (0x4e00...0x9fff).contains(value) || Unicode.Scalar(value)?.isHan == true
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ wasWideDigit: Bool) {
        let value = scalar.value
        switch value {
        case 0x0a, 0x0d, 0x2028, 0x2029: scalars.append(0x0a)
        case 0x09, 0x3000: scalars.append(0x20)
        case 0..<0x80: scalars.append(value)
        case 0x4e00...0x9fff:
            scalars.append(Self.varied.contains(value) ? Self.variants[value] ?? value : value)
        // 6½ is 6.5, and ¾ is 0.75.
        case 0xbc...0xbe:
            let decimals: [[UInt32]] = [[0x32, 0x35], [0x35], [0x37, 0x35]]
            scalars +=
                (isDigit(scalars.count - 1) ? [0x2e] : [0x30, 0x2e]) + decimals[Int(value - 0xbc)]
        case 0xa0, 0x2009, 0x202f: scalars.append(0xa0)
        case 0x200b...0x200f, 0x2060, 0xfeff: break
        case 0x2000...0x200a, 0x205f: scalars.append(0x20)
        // A comma of full width parts clauses, but groups the digits of １，０００.
        case 0xff0c: scalars.append(wasWideDigit ? 0x2c : value)
        case 0xff5e, 0x301c: scalars.append(0x7e)
        case 0xff01...0xff5d: scalars.append(value - 0xfee0)
        case 0x2018, 0x2019, 0x201a, 0x2032: scalars.append(0x27)
        case 0x201c, 0x201e, 0x300c, 0x300e, 0xab: scalars.append(0x201c)
        case 0x201d, 0x300d, 0x300f, 0xbb: scalars.append(0x201d)
        case 0x2010...0x2013, 0x2212: scalars.append(0x2d)
        case 0x2014, 0x2015: scalars.append(0x2014)
        // Kana and Hangul fall apart when decomposed, and have no other forms that matter here.
        case 0x3001...0x30ff, 0xac00...0xd7af: scalars.append(value)
        default: scalars += Self.decomposed(scalar)
        }
    }

    /// A space that does not break, between groups of digits, is a grouping comma.
    private mutating func joinGroups() {
        for index in scalars.indices where scalars[index] == 0xa0 {
            let isGroup =
                isDigit(index - 1) && (1...3).allSatisfy { isDigit(index + $0) }
                && !isDigit(index + 4)
            scalars[index] = isGroup ? 0x2c : 0x20
        }
    }

    private static func lowered(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5a: return value | 0x20
        case 0..<0x80, 0x2000...0x9fff: return value
        default:
            let mapped = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars
            guard let mapped, mapped.count == 1, let first = mapped.first else { return value }
            return first.value
        }
    }

    private static func decomposed(_ scalar: Unicode.Scalar) -> [UInt32] {
        String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.map(\.value)
            .filter { !(0x300...0x36f).contains($0) }
    }

    private static let varied = ScalarSet(variants.keys)
    /// Numerals of Traditional Chinese and Japanese by those of Simplified.
    private static let variants: [UInt32: UInt32] = [
        ("億", "亿"), ("萬", "万"), ("兩", "两"), ("貳", "贰"), ("參", "叁"), ("點", "点"), ("歲", "岁"),
    ].reduce(into: [:]) { (pairs, pair: (String, String)) in
        pairs[pair.0.unicodeScalars.first?.value ?? 0] = pair.1.unicodeScalars.first?.value
    }
}
