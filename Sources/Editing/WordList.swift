/// Words that are looked up in a text all at once; of two that begin at one place the longer counts.
package struct WordList: Sendable {
    private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]

    package init(_ words: [String]) {
        byFirst = Dictionary(
            grouping: words.filter { !$0.isEmpty }.map { Array($0.unicodeScalars) }, by: { $0[0] }
        )
        .mapValues { $0.sorted { $0.count > $1.count } }
    }

    package func matches(in text: [Unicode.Scalar]) -> [(offset: Int, word: String)] {
        var matches: [(offset: Int, word: String)] = []
        var index = 0
        while index < text.count {
            let word = byFirst[text[index]]?.first { word in
                word.count <= text.count - index
                    && text[index..<index + word.count].elementsEqual(word)
            }
            if let word { matches.append((index, String(word))) }
            index += word?.count ?? 1
        }
        return matches
    }
}

/// Lines of a resource with one or two words each.
func wordPairs(_ bytes: [UInt8]) -> [(wrong: String, right: String)] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        return (words[0], words.last ?? words[0])
    }
}
