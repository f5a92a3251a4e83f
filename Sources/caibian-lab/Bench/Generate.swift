import ArgumentParser
import Domain
import Foundation

/// Writes feeds as they are found: RSS with escaped HTML or CDATA, Atom, Chinese and English.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write feeds to measure with, the same ones every time.")

    @Argument(help: "The folder that they are written to.")
    var folder: String

    @Option(help: "How many feeds.")
    var feeds = 2000

    @Option(help: "Entries of a feed.")
    var entries = 60

    func run() throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        var words = Words(seed: 20_241_121)
        var bytes = 0
        for number in 0..<feeds {
            let text = number % 4 == 3 ? atom(number, &words) : rss(number, &words)
            bytes += text.utf8.count
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/feed-\(number).xml"))
        }
        print("\(feeds) feeds, \(feeds * entries) entries, \(bytes / 1_000_000) MB")
    }

    private func rss(_ number: Int, _ words: inout Words) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>\(words.title())</title><link>https://site-\(number).example/</link>
            <description>\(words.title())</description><language>zh-CN</language>

            """
        for item in 0..<entries {
            let link = "https://site-\(number).example/news/\(item)?id=\(item)&amp;from=rss"
            let body = words.html()
            let content =
                number % 2 == 0
                ? "<![CDATA[\(body)]]>"
                : body.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                    .replacing(">", with: "&gt;")
            text += """
                <item><title>\(words.title())</title><link>\(link)</link>
                <guid isPermaLink="false">site-\(number)-\(item)</guid><dc:creator>\(words.name())\
                </dc:creator><category>\(words.name())</category>
                <pubDate>\(rfc822(item))</pubDate><description>\(words.sentence())</description>
                <content:encoded>\(content)</content:encoded></item>

                """
        }
        return text + "</channel></rss>\n"
    }

    private func atom(_ number: Int, _ words: inout Words) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>\(words.title())</title>
            <id>urn:site:\(number)</id><updated>2024-11-21T10:00:00Z</updated>
            <link rel="self" href="https://site-\(number).example/atom.xml"/>

            """
        for item in 0..<entries {
            let body = words.html().replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            let time = Timestamp.text(Date(timeIntervalSince1970: moment(item)))
            text += """
                <entry><title>\(words.title())</title><id>urn:site:\(number):\(item)</id>
                <link rel="alternate" type="text/html" \
                href="https://site-\(number).example/a/\(item)"/>
                <published>\(time)</published><updated>\(time)</updated>
                <author><name>\(words.name())</name></author>
                <summary>\(words.sentence())</summary><content type="html">\(body)</content></entry>

                """
        }
        return text + "</feed>\n"
    }

    private func moment(_ item: Int) -> Double { 1_732_183_200 - Double(item) * 5400 }

    private func rfc822(_ item: Int) -> String {
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let (day, hour) = (1 + (item / 24) % 20, item % 24)
        return String(format: "%@, %02d Nov 2024 %02d:00:00 GMT", days[(day + 3) % 7], day, hour)
    }
}

/// Words by a generator of its own, so that every machine measures the same bytes.
struct Words {
    private var state: UInt64
    private static let chinese = Array("市区新线路今日开通首班列车六时发出全省企业收购秋粮公司发布语言模型研究人员表示水库蓄水工程")
    private static let english = [
        "harbour", "council", "report", "solar", "freight", "minister", "quarter", "research",
        "island", "energy", "market", "the", "of", "and", "new", "said", "after", "million",
    ]

    init(seed: UInt64) { state = seed }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func title() -> String { phrase(14) }
    mutating func name() -> String { phrase(3) }
    mutating func sentence() -> String { phrase(40) + "。" }

    mutating func html() -> String {
        (0..<3).map { _ in
            "<p>\(phrase(40))&nbsp;<a href=\"https://site.example/?a=1&b=2\">\(phrase(6))</a>，"
                + "\(phrase(12))。</p>"
        }.joined()
    }

    private mutating func phrase(_ length: Int) -> String {
        next(3) == 0
            ? (0..<max(1, length / 4)).map { _ in Self.english[next(Self.english.count)] }
                .joined(separator: " ")
            : String((0..<length).map { _ in Self.chinese[next(Self.chinese.count)] })
    }
}
