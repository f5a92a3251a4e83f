import Foundation
import Synchronization

/// A text as scalars in one form: full-width letters narrow, Traditional characters Simplified.
enum StoryText {
    static func scalars(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0..<0x80: scalar
            case 0xff01...0xff5e: Unicode.Scalar(scalar.value - 0xfee0) ?? scalar
            case 0x3000: " "
            case 0x3400...0x9fff: Self.tables.withLock { $0.simplified(scalar) }
            default: scalar
            }
        }
    }

    /// The syllable of a Han character without its tone; empty for what has none.
    static func syllable(_ scalar: Unicode.Scalar) -> String {
        tables.withLock { $0.syllable(scalar) }
    }

    private static let tables = Mutex(Tables())

    /// What ICU says of a character, asked once for each.
    private struct Tables: Sendable {
        private var simple: [Unicode.Scalar: Unicode.Scalar] = [:]
        private var syllables: [Unicode.Scalar: String] = [:]

        mutating func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
            if let known = simple[scalar] { return known }
            let form = String(scalar).applyingTransform(
                StringTransform("Hant-Hans"), reverse: false)
            let result = form?.unicodeScalars.first ?? scalar
            simple[scalar] = result
            return result
        }

        mutating func syllable(_ scalar: Unicode.Scalar) -> String {
            if let known = syllables[scalar] { return known }
            let form = String(scalar).applyingTransform(.mandarinToLatin, reverse: false)?
                .applyingTransform(.stripDiacritics, reverse: false)
            let result = form.flatMap { $0.utf8.allSatisfy { $0 < 0x80 } ? $0 : nil } ?? ""
            syllables[scalar] = result
            return result
        }
    }
}
