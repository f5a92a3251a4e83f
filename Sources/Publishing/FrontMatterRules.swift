import Domain
import Foundation
import Yams

/// The rules of front matter: every key there, none of them empty or untrue.
struct FrontMatterRules {
    private(set) var findings: [Finding] = []
    private let node: Node?

    init(_ file: ArticleFile) {
        node = file.frontMatter
        if let error = file.frontMatterError {
            find("front_matter.broken", .hard, nil, "the front matter is no YAML: \(error)")
            return
        }
        guard node?.mapping != nil else {
            find("front_matter.missing", .hard, nil, "the file has no front matter")
            return
        }
        checkKeys()
        checkValues()
        checkCounts(file)
    }

    private mutating func checkKeys() {
        for key in ["title", "date", "summary", "source_url"] where node?[key] == nil {
            find("front_matter.key_missing", .hard, nil, "the front matter lacks \(key)")
        }
        for key in ["lastmod", "description", "sources", "keywords", "slug", "aigc"]
        where node?[key] == nil {
            find("front_matter.key_advised", .form, nil, "the front matter lacks \(key)")
        }
        if node?["isCJKLanguage"]?.bool != true {
            find(
                "front_matter.cjk", .form, "isCJKLanguage",
                "without isCJKLanguage: true Hugo counts Chinese words wrongly")
        }
    }

    private mutating func checkValues() {
        let title = node?["title"]?.string ?? ""
        if let summary = node?["summary"]?.string, summary == title || summary.isEmpty {
            find(
                "front_matter.summary", .hard, "summary", "the summary is the title again, or empty"
            )
        }
        if node?["source_url"]?.string?.isEmpty == true {
            find("front_matter.source_url", .hard, "source_url", "source_url is empty")
        }
        if node?["cover"]?["image"]?.string?.isEmpty == true {
            find("front_matter.cover", .hard, "cover", "cover.image is empty; leave cover out")
        }
        if node?["ai_score"]?.int == 0 {
            find("front_matter.ai_score", .hard, "ai_score", "0 is no score; leave it out")
        }
        for key in ["date", "lastmod", "sync_time"] {
            guard let text = node?[key]?.string else { continue }
            if text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/) == nil
            {
                find("front_matter.time", .hard, key, "\(key) is no RFC 3339 time: \(text)")
            }
        }
        if node?["categories"]?.sequence?.isEmpty == true
            || node?["tags"]?.sequence?.isEmpty == true
        {
            find("front_matter.tags", .form, "tags", "tags or categories are empty")
        }
    }

    private mutating func checkCounts(_ file: ArticleFile) {
        let words = wordCount(file.prose.map { ArticleFile.plain($0.text) }.joined(separator: "\n"))
        if let stated = node?["word_count"]?.int, stated != words {
            find(
                "front_matter.word_count", .hard, "word_count",
                "word_count says \(stated), the prose has \(words)")
        }
        if let stated = node?["reading_time"]?.int, stated != readingTime(words: words) {
            find(
                "front_matter.reading_time", .hard, "reading_time",
                "reading_time says \(stated), \(words) words take \(readingTime(words: words))")
        }
    }

    private mutating func find(
        _ rule: String, _ severity: Finding.Severity, _ key: String?, _ message: String
    ) {
        // The YAML begins on the file's second line.
        let line = key.flatMap { node?[$0]?.mark?.line }.map { $0 + 1 } ?? 1
        findings.append(Finding(rule, severity, line: line, message))
    }
}
