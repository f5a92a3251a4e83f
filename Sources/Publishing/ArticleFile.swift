import Foundation
import Yams

/// A Markdown file of an article taken apart, lines numbered as in the file.
struct ArticleFile {
    struct Line {
        /// From 1.
        var number: Int
        var text: String
    }

    /// A definition such as `[^1]: …`.
    struct Definition {
        var label: String
        var text: String
        var line: Int

        /// The first address in it.
        var url: String? {
            guard let start = text.range(of: "http", options: .caseInsensitive)?.lowerBound else {
                return nil
            }
            return String(text[start...].prefix { !" )>\"".contains($0) })
        }
    }

    /// A marker such as `[^1]`, with what stands between its brackets.
    struct Marker {
        var content: String
        var line: Int
        /// From 1.
        var column: Int
        var before: Character?
    }

    private(set) var frontMatter: Node?
    private(set) var frontMatterError: String?
    private(set) var body: [Line] = []
    private(set) var definitions: [Definition] = []
    private(set) var markers: [Marker] = []

    init(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var first = 1
        if lines.first?.trimmingCharacters(in: .whitespaces) == "---",
            let end = lines.dropFirst().firstIndex(where: {
                $0.trimmingCharacters(in: .whitespaces) == "---"
            })
        {
            let head = lines[1..<end].joined(separator: "\n")
            do {
                frontMatter = head.utf8.count < 262_144 ? try compose(yaml: head) : nil
            } catch {
                frontMatterError = "\(error)".split(separator: "\n").first.map(String.init)
            }
            first = end + 2
            lines.removeFirst(end + 1)
        }
        for (offset, line) in lines.enumerated() { take(line, number: first + offset) }
    }

    private mutating func take(_ line: String, number: Int) {
        if line.hasPrefix("[^"), let close = line.firstIndex(of: "]"),
            line[close...].hasPrefix("]:")
        {
            definitions.append(
                Definition(
                    label: String(line[line.index(line.startIndex, offsetBy: 2)..<close]),
                    text: String(line[close...].dropFirst(2)), line: number))
            return
        }
        body.append(Line(number: number, text: line))
        var rest = Substring(line)
        while let open = rest.range(of: "[^"),
            let close = rest[open.upperBound...].firstIndex(of: "]")
        {
            markers.append(
                Marker(
                    content: String(rest[open.upperBound..<close]), line: number,
                    column: line.distance(from: line.startIndex, to: open.lowerBound) + 1,
                    before: line[..<open.lowerBound].last))
            rest = rest[line.index(after: close)...]
        }
    }

    /// Lines of prose: no headings, rules, labels, tables of keywords, HTML or empty lines.
    var prose: [Line] {
        body.filter { line in
            let text = line.text.trimmingCharacters(in: .whitespaces)
            return !text.isEmpty
                && !["#", "---", "***", "**", "*", "<", "|", "```", "!"].contains {
                    text.hasPrefix($0)
                }
        }
    }
}
