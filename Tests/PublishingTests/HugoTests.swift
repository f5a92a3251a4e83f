import Domain
import Foundation
import Publishing
import TestSupport
import Testing

/// What real Hugo makes of our files.
@Suite(.enabled(if: hugo != nil, "hugo is not installed"))
struct HugoTests {
    static let traps = [
        "{#id} 标题", "2025. 年", "1) 项", "[^1]: 假定义", "A*B*C 与 _x_ 与 **y**", "5~10 与 3~4 与 ~~z~~",
        "[1](y) 与 ![图](x)", "&copy; 与 &#60;", "www.evil.example 网", "a@evil.example 信",
        "{{< x >}} 与 {{% y %}} 与 {{ .Site }}", "<script>alert(1)</script>", "<b>粗</b>", "`代码`",
        "# 井号", "> 引", "- 项", "+ 项", "| a | b |", "\\ 反斜杠", "http://evil.example/ 址",
        "ftp://evil.example", "$x$ 与 $$y$$", "--- 线", "=== 线", ":smile: 与 ==x==",
    ]

    @Test func `renders every trap as the words that it is, and every footnote both ways`() throws {
        let site = try TemporaryDirectory()
        for folder in ["content", "layouts/_default"] {
            try FileManager.default.createDirectory(
                at: site.appending(folder), withIntermediateDirectories: true)
        }
        try Data("title: t\nmarkup: {goldmark: {renderer: {unsafe: true}}}\n".utf8)
            .write(to: site.appending("hugo.yaml"))
        try Data(
            "<main data-words=\"{{ .WordCount }}\" data-minutes=\"{{ .ReadingTime }}\">{{ .Content }}</main>"
                .utf8
        )
        .write(to: site.appending("layouts/_default/single.html"))
        let layout = try CompileTests.layout
        for (index, trap) in Self.traps.enumerated() {
            var article = CompileTests.article(
                [trap, "第二句 \(trap)。", "第三句。"], evidence: [[1], [2, 3], [1]], title: trap)
            article.story = "trap\(index)"
            article.draft.tldr = [trap]
            article.draft.slug = ""
            article.draft.paragraphs.append(
                .init(heading: trap, sentences: article.draft.paragraphs[0].sentences))
            let compiled = try compile(article, layout: layout)
            try Data(compiled.bytes).write(to: site.appending("content/trap\(index).md"))
        }
        let output = try run(["--source", site.path, "--panicOnWarning", "--buildFuture"])
        #expect(output.status == 0, "\(output.text)")
        for (index, trap) in Self.traps.enumerated() {
            let page = try String(
                contentsOf: site.appending("public/trap\(index)/index.html"), encoding: .utf8)
            #expect(page.contains("id=\"fn:1\"") && page.contains("id=\"fn:3\""), "\(trap)")
            #expect(!page.contains("id=\"fn:4\""), "\(trap)")
            for label in 1...3 {
                #expect(page.contains("href=\"#fn:\(label)\""), "\(trap) \(label)")
                #expect(page.contains("href=\"#fnref:\(label)\""), "\(trap) \(label)")
            }
            // The line that marks the text as made by a machine, and nothing else.
            #expect(page.ranges(of: "<em>").count == 1, "\(trap)")
            for forbidden in [
                "<script>alert", "<b>粗", "<del>", "<code>", "<table", "<ol>\n<li>年",
                "href=\"http://www.evil", "href=\"http://evil", "mailto:", "<img", "fn:4",
            ] {
                #expect(!page.contains(forbidden), "\(trap): \(forbidden)")
            }
        }
    }

    @Test func `counts words as Hugo does`() throws {
        #expect(wordCount("中文 abc 1.5 亿 GPT-4模型") == 2 + 1 + 1 + 1 + 7)
        #expect(readingTime(words: 501) == 1)
        #expect(readingTime(words: 502) == 2)
    }

    private func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: hugo ?? "")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}

private let hugo = ["/usr/bin/hugo", "/usr/local/bin/hugo"].first {
    FileManager.default.isExecutableFile(atPath: $0)
}
