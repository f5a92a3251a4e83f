package import Domain
import Foundation

/// The sources of a story as they are found: numbered, none twice, no more than the limit.
package struct SourceCollection: Sendable {
    package let limit: Int
    package private(set) var sources: [Source] = []
    private var urls: Set<String> = []
    private var shingles: [Set<Int>] = []

    package init(limit: Int) {
        self.limit = limit
    }

    package var isFull: Bool { sources.count >= limit }

    /// Whether no source of that address is there yet.
    package func isNew(_ url: String) -> Bool {
        !urls.contains(canonicalURL(url) ?? url)
    }

    /// Adds a source under the next number, and answers whether it is one of its own: not when the
    /// address is known, the text is empty, or the text is a copy of another's.
    package mutating func add(_ source: Source) -> Bool {
        let address = canonicalURL(source.url) ?? source.url
        guard !isFull, !source.text.isEmpty, urls.insert(address).inserted else { return false }
        let own = Self.shingles(of: source.text)
        guard !shingles.contains(where: { Self.isCopy(own, of: $0) }) else { return false }
        shingles.append(own)
        var numbered = source
        numbered.number = sources.count + 1
        numbered.isPrimary = !sources.contains(where: \.isPrimary) && speaksForItself(numbered)
        sources.append(numbered)
        return true
    }

    /// Whether most of the shorter text stands in the other: syndicated copies differ in a by-line
    /// or a cut end.
    private static func isCopy(_ a: Set<Int>, of b: Set<Int>) -> Bool {
        let shorter = min(a.count, b.count)
        guard shorter > 0 else { return false }
        return Double(a.intersection(b).count) >= 0.8 * Double(shorter)
    }

    /// Hashes of every run of eight letters or digits.
    private static func shingles(of text: String) -> Set<Int> {
        let letters = text.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)
        let scalars = Array(letters.map(\.value))
        guard scalars.count >= 8 else { return [] }
        var result: Set<Int> = []
        for start in 0...(scalars.count - 8) {
            var hash = 14_695_981_039_346_656_037 as UInt64
            for scalar in scalars[start..<start + 8] {
                hash = (hash ^ UInt64(scalar)) &* 1_099_511_628_211
            }
            result.insert(Int(bitPattern: UInt(hash)))
        }
        return result
    }
}
