import Editing

/// A line as it is read, without markers, escapes and entities, with the way back to its columns.
struct PlainLine {
    private(set) var characters: [Unicode.Scalar] = []
    /// The column of each character in the line, from 1.
    private(set) var columns: [Int] = []

    init(_ line: ArticleFile.Line) {
        let raw = Array(line.text.unicodeScalars)
        var index = 0
        while index < raw.count {
            if raw[index] == "[", index + 1 < raw.count, raw[index + 1] == "^",
                let close = raw[index...].firstIndex(of: "]")
            {
                index = close + 1
            } else if raw[index] == "\\", index + 1 < raw.count {
                append(raw[index + 1], index)
                index += 2
            } else if let (length, character) = Self.entity(raw[index...]) {
                append(character, index)
                index += length
            } else {
                append(raw[index], index)
                index += 1
            }
        }
    }

    var text: String { String(characters) }

    /// Sentences with the column at which each begins; closing quotes and brackets belong to theirs.
    var sentences: [(text: String, column: Int)] {
        var sentences: [(text: String, column: Int)] = []
        var start = 0
        var index = 0
        while index < characters.count {
            defer { index += 1 }
            guard "。！？".unicodeScalars.contains(characters[index]) else { continue }
            while index + 1 < characters.count,
                "。！？”’）》".unicodeScalars.contains(characters[index + 1])
            {
                index += 1
            }
            sentences.append((String(characters[start...index]), columns[start]))
            start = index + 1
        }
        if start < characters.count {
            sentences.append((String(characters[start...]), columns[start]))
        }
        return sentences
    }

    /// The column of a character; behind the last one that of the line's end.
    func column(_ offset: Int) -> Int {
        offset < columns.count ? columns[offset] : (columns.last ?? 0) + 1
    }

    /// Whether a marker was left out right behind a character.
    func isBeforeMarker(_ offset: Int) -> Bool {
        offset + 1 < columns.count && columns[offset + 1] - columns[offset] > 2
    }

    private mutating func append(_ character: Unicode.Scalar, _ index: Int) {
        characters.append(character)
        columns.append(index + 1)
    }

    private static let entities: [(text: [Unicode.Scalar], character: Unicode.Scalar)] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&#123;", "{"), ("&#125;", "}"), ("&#64;", "@"),
        ("&#119;", "w"), ("&#58;", ":"), ("&amp;", "&"),
    ].map { (Array($0.unicodeScalars), $1) }

    private static func entity(_ rest: ArraySlice<Unicode.Scalar>) -> (Int, Unicode.Scalar)? {
        guard rest.first == "&" else { return nil }
        return entities.first { rest.starts(with: $0.text) }.map { ($0.text.count, $0.character) }
    }
}
