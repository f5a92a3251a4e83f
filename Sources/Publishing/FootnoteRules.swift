import Domain
import Foundation
import Yams

/// The rules of footnotes: every marker defined, every definition cited, with a URL, once.
struct FootnoteRules {
    private(set) var findings: [Finding] = []

    init(_ file: ArticleFile) {
        checkMarkers(file)
        checkDefinitions(file)
        checkDates(file)
    }

    private mutating func checkMarkers(_ file: ArticleFile) {
        let defined = Set(file.definitions.map(\.label))
        var expected = 1
        var seen: Set<String> = []
        for marker in file.markers {
            let labels = Self.labels(of: marker)
            if labels.count > 1 {
                findings.append(
                    Finding(
                        .groupedLabels, line: marker.line, column: marker.column,
                        "\(labels.count) labels in one marker print literally; write "
                            + labels.map { "[^\($0)]" }.joined()))
            }
            for label in labels where !defined.contains(label) {
                findings.append(
                    Finding(
                        .undefinedLabel, line: marker.line, column: marker.column,
                        "[^\(label)] is never defined"))
            }
            if marker.before == " " {
                findings.append(
                    Finding(
                        .spaceBefore, line: marker.line, column: marker.column,
                        "a space stands before the marker [^\(marker.content)]"))
            }
            for label in labels where seen.insert(label).inserted {
                if label != "\(expected)" {
                    findings.append(
                        Finding(
                            .order, line: marker.line, column: marker.column,
                            "[^\(label)] is used where label \(expected) comes first"))
                }
                expected += 1
            }
        }
    }

    private mutating func checkDefinitions(_ file: ArticleFile) {
        let cited = Set(file.markers.flatMap(Self.labels))
        var labels: Set<String> = []
        var urls: Set<String> = []
        for definition in file.definitions {
            if !cited.contains(definition.label) {
                findings.append(
                    Finding(
                        .uncited, line: definition.line,
                        "[^\(definition.label)] is defined and never cited"))
            }
            if !labels.insert(definition.label).inserted {
                findings.append(
                    Finding(
                        .doubled, line: definition.line,
                        "[^\(definition.label)] is defined twice"))
            }
            guard let url = definition.url else {
                findings.append(
                    Finding(
                        .noURL, line: definition.line,
                        "[^\(definition.label)] has no http(s) URL"))
                continue
            }
            if !urls.insert(url).inserted {
                findings.append(
                    Finding(
                        .doubledURL, line: definition.line,
                        "\(url) is defined under two labels"))
            }
            if definition.text.lowercased().contains("n.d.") {
                findings.append(
                    Finding(
                        .noDate, line: definition.line,
                        "n.d. says nothing; leave an unknown date out"))
            }
            if let flaw = Self.formFlaw(definition.text) {
                findings.append(
                    Finding(.referenceForm, line: definition.line, "[^\(definition.label)] \(flaw)")
                )
            }
        }
    }

    /// A source retrieved on another day than those around the article's own was not read for it.
    private mutating func checkDates(_ file: ArticleFile) {
        for definition in file.definitions where Self.isEarly(definition.text) {
            findings.append(
                Finding(
                    .retrievedEarly, line: definition.line,
                    "[^\(definition.label)] was retrieved before it was published"))
        }
        guard let text = file.frontMatter?["date"]?.string,
            let year = Int(text.prefix(4)), let month = Int(text.dropFirst(5).prefix(2))
        else { return }
        for definition in file.definitions {
            guard let retrieved = Self.retrieval(definition.text) else { continue }
            let months = (year - retrieved.year) * 12 + month - retrieved.month
            if months > 1 || months < 0 {
                findings.append(
                    Finding(
                        .retrieved, line: definition.line,
                        "retrieved in \(retrieved.year)-\(retrieved.month), but the article is "
                            + "of \(year)-\(month)"))
            }
        }
    }

    /// 出版者：[标题](<地址>)，年月日发布，年月日检索。
    private static func formFlaw(_ text: String) -> String? {
        if text.contains("Retrieved") { return "names the day of retrieval in English" }
        if !text.contains("检索") { return "does not say when it was retrieved" }
        if !text.hasSuffix("。") { return "does not end with 。" }
        if text.contains("\", ") || text.contains("), ") { return "has half-width punctuation" }
        return nil
    }

    /// A source cannot have been read before it was there.
    private static func isEarly(_ text: String) -> Bool {
        guard let published = day(before: "发布", in: text),
            let retrieved = day(before: "检索", in: text)
        else { return false }
        return retrieved < published
    }

    /// The first `2025 年 6 月 9 日` with such a word behind it, where a space may stand or not.
    private static func day(
        before word: String, in text: String
    ) -> (year: Int, month: Int, day: Int)? {
        let scalars = Array(text.unicodeScalars)
        let ending = Array(("日" + word).unicodeScalars)
        for place in scalars.indices where scalars[place...].starts(with: ending) {
            var rest = scalars[..<place]
            func number(_ digits: ClosedRange<Int>) -> Int? {
                if rest.last == " " { rest.removeLast() }
                let own = rest.suffix(digits.upperBound).reversed().prefix {
                    ("0"..."9").contains($0)
                }
                guard digits.contains(own.count) else { return nil }
                rest.removeLast(own.count)
                if rest.last == " " { rest.removeLast() }
                return Int(String(String.UnicodeScalarView(own.reversed())))
            }
            func sign(_ sign: Unicode.Scalar) -> Bool { rest.popLast() == sign }
            if let day = number(1...2), sign("月"), let month = number(1...2), sign("年"),
                let year = number(4...4)
            {
                return (year, month, day)
            }
        }
        return nil
    }

    /// The year and month of `2025 年 6 月 9 日检索` or `Retrieved June 22, 2024`.
    private static func retrieval(_ text: String) -> (year: Int, month: Int)? {
        if let day = day(before: "检索", in: text) { return (day.year, day.month) }
        guard text.contains("etrieved") else { return nil }
        let names = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        guard
            let match = text.lowercased().firstMatch(
                of: /retrieved (?:on )?([a-z]{3})[a-z]* \d{1,2}, (\d{4})/),
            let index = names.firstIndex(of: String(match.1)), let year = Int(match.2)
        else { return nil }
        return (year, index + 1)
    }

    private static func labels(of marker: ArticleFile.Marker) -> [String] {
        marker.content.split(separator: ",").map {
            let label = $0.trimmingCharacters(in: .whitespaces)
            return label.hasPrefix("^") ? String(label.dropFirst()) : label
        }
    }
}
