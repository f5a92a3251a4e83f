/// Phrases that are looked for in a text all at once, byte by byte, whatever the case of their ASCII
/// letters: what `String.contains` does for one of them, many times faster.
package struct Phrases: Sendable {
    /// A phrase that stands in a text.
    package struct Match: Sendable, Equatable {
        package var phrase: String
        /// Of its first byte in the text's UTF-8.
        package var offset: Int
    }

    private let phrases: [String]
    private let bytes: [[UInt8]]
    /// For each byte, the phrases that begin with it.
    private let beginning: [[Int]]

    /// - Parameter phrases: none of them empty.
    package init(_ phrases: [String]) {
        self.phrases = phrases
        bytes = phrases.map { $0.utf8.map(Self.lower) }
        var beginning = [[Int]](repeating: [], count: 256)
        for (index, phrase) in bytes.enumerated() {
            if let first = phrase.first { beginning[Int(first)].append(index) }
        }
        self.beginning = beginning
    }

    package func isIn(_ text: String) -> Bool { earliest(in: text) != nil }

    /// The one that stands first in the text.
    package func earliest(in text: String) -> Match? {
        var found: Match?
        search(text) { index, offset in
            found = Match(phrase: phrases[index], offset: offset)
            return false
        }
        return found
    }

    /// The one that stands first in the list, where the text has it first.
    package func foremost(in text: String) -> Match? {
        var best: (index: Int, offset: Int)?
        search(text) { index, offset in
            if index < best?.index ?? .max { best = (index, offset) }
            return best?.index != 0
        }
        return best.map { Match(phrase: phrases[$0.index], offset: $0.offset) }
    }

    /// Calls back for each match until that answers false.
    private func search(_ text: String, _ goesOn: (Int, Int) -> Bool) {
        let text = text.utf8.map(Self.lower)
        for start in text.indices {
            for index in beginning[Int(text[start])] {
                let phrase = bytes[index]
                guard phrase.count <= text.count - start else { continue }
                var length = 1
                while length < phrase.count, text[start + length] == phrase[length] { length += 1 }
                if length == phrase.count, !goesOn(index, start) { return }
            }
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
