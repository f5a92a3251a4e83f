import Domain
import Foundation
import Yams

/// The rules of front matter: every key there, none of them empty or untrue.
struct FrontMatterRules {
    private(set) var findings: [Finding] = []
    private let node: Node?

    /// - Parameter now: dates behind it are in the future; nil leaves that out.
    init(_ file: ArticleFile, now: Date?) {
        node = file.frontMatter
        if let error = file.frontMatterError {
            find(.broken, nil, "the front matter is no YAML: \(error)")
            return
        }
        guard node?.mapping != nil else {
            find(.missing, nil, "the file has no front matter")
            return
        }
        checkKeys()
        checkValues()
        checkCounts(file)
        checkTimes(file, now)
    }

    private mutating func checkKeys() {
        for key in ["title", "date", "summary", "source_url"] where node?[key] == nil {
            find(.keyMissing, nil, "the front matter lacks \(key)")
        }
        for key in ["lastmod", "description", "sources", "keywords", "slug", "aigc"]
        where node?[key] == nil {
            find(.keyAdvised, nil, "the front matter lacks \(key)")
        }
        if node?["isCJKLanguage"]?.bool != true {
            find(
                .cjk, "isCJKLanguage",
                "without isCJKLanguage: true Hugo counts Chinese words wrongly")
        }
    }

    private mutating func checkValues() {
        let title = node?["title"]?.string ?? ""
        if let summary = node?["summary"]?.string, summary == title || summary.isEmpty {
            find(
                .summary, "summary", "the summary is the title again, or empty"
            )
        }
        if node?["source_url"]?.string?.isEmpty == true {
            find(.sourceURL, "source_url", "source_url is empty")
        }
        if node?["cover"]?["image"]?.string?.isEmpty == true {
            find(.cover, "cover", "cover.image is empty; leave cover out")
        }
        if node?["ai_score"]?.int == 0 {
            find(.score, "ai_score", "0 is no score; leave it out")
        }
        for key in ["date", "lastmod", "sync_time"] {
            guard let text = node?[key]?.string else { continue }
            if !Self.isTimestamp(text) {
                find(.time, key, "\(key) is no RFC 3339 time: \(text)")
            }
        }
        if node?["categories"]?.sequence?.isEmpty == true
            || node?["tags"]?.sequence?.isEmpty == true
        {
            find(.tags, "tags", "tags or categories are empty")
        }
    }

    /// RFC 3339 with seconds: `2026-06-09T18:13:20.000+08:00`.
    private static func isTimestamp(_ text: String) -> Bool {
        func fits(_ text: Substring, _ form: String) -> Bool {
            text.utf8.count == form.utf8.count
                && zip(text.utf8, form.utf8).allSatisfy { byte, wanted in
                    wanted == UInt8(ascii: "0")
                        ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == wanted
                }
        }
        guard fits(text.prefix(19), "0000-00-00T00:00:00") else { return false }
        var zone = text.dropFirst(19)
        if zone.first == "." {
            let fraction = zone.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard !fraction.isEmpty else { return false }
            zone = zone.dropFirst(fraction.count + 1)
        }
        return zone == "Z" || fits(zone, "+00:00") || fits(zone, "-00:00")
    }

    private mutating func checkTimes(_ file: ArticleFile, _ now: Date?) {
        guard let text = node?["date"]?.string, let date = moment(text) else { return }
        if let lastmod = node?["lastmod"]?.string.flatMap(moment), lastmod < date {
            find(.lastmod, "lastmod", "lastmod is before date")
        }
        if let now, date > now {
            find(.future, "date", "date is in the future: Hugo leaves the page out")
        }
        let footer = file.body.first { $0.text.hasPrefix("*本文由人工智能") }
        guard let footer,
            let match = footer.text.firstMatch(
                of: /(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日 ?(\d\d:\d\d)/),
            let month = Int(match.2), let day = Int(match.3)
        else { return }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let stated = "\(match.1)-\(padded(month))-\(padded(day))T\(match.4)"
        if !text.hasPrefix(stated) {
            findings.append(
                Finding(
                    .footerTime, line: footer.number,
                    "the footer says \(stated), the front matter \(text.prefix(16))"))
        }
    }

    private mutating func checkCounts(_ file: ArticleFile) {
        let words = wordCount(file.prose.map { PlainLine($0).text }.joined(separator: "\n"))
        if let stated = node?["word_count"]?.int, stated != words {
            find(
                .wordCount, "word_count",
                "word_count says \(stated), the prose has \(words)")
        }
        if let stated = node?["reading_time"]?.int, stated != readingTime(words: words) {
            find(
                .readingTime, "reading_time",
                "reading_time says \(stated), \(words) words take \(readingTime(words: words))")
        }
    }

    private mutating func find(
        _ rule: FileRule, _ key: String?, _ message: String
    ) {
        // The YAML begins on the file's second line.
        let line = key.flatMap { node?[$0]?.mark?.line }.map { $0 + 1 } ?? 1
        findings.append(Finding(rule, line: line, message))
    }
}

/// A time as RFC 3339 writes it, with or without fractions of a second.
private func moment(_ text: String) -> Date? {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
    // Text that is no time says nothing of its order; another rule names it.
    return try? Date(text, strategy: style)
}
