import Domain
import Foundation
import Parsing
import Testing

struct FeedTests {
    private let moment = Date(timeIntervalSince1970: 1_780_971_220)

    private func feed(_ name: String, url: String = "http://a.example/feed") throws -> Feed {
        try parseFeed(try fixture(name), contentType: nil, url: url)
    }

    @Test func `reads past a bare ampersand, an entity of HTML and a tag never closed`() throws {
        let feed = try feed("rss-unclosed-br-and-bare-ampersand.xml")
        #expect(feed.format == .rss)
        #expect(feed.title == "甲 & 乙")
        #expect(feed.link == "http://a.example/?x=1&y=2")
        #expect(feed.entries.map(\.title) == ["第一条", "第二条"])
        #expect(feed.entries[0].link == "http://a.example/1?a=1&b=2")
        #expect(feed.entries[0].published == moment)
        #expect(feed.entries[0].summary?.contains("二\u{a0}三 & 四") == true)
        #expect(feed.entries[1].link == "http://a.example/2")
        #expect(feed.entries[1].summary == "<p>五 & 六</p>")
    }

    @Test func `reads Atom with xhtml, a base and a source of its own`() throws {
        let feed = try feed("atom-xhtml-content-and-xml-base.xml")
        #expect(feed.title == "A < B")
        #expect(feed.selfLink == "http://b.example/x/f.xml")
        let entry = try #require(feed.entries.first)
        #expect(entry.id == "urn:1" && entry.title == "T" && entry.author == "N")
        #expect(entry.link == "http://b.example/x/1.html")
        #expect(entry.content?.contains("<p>x &lt; y</p>") == true)
    }

    @Test func `reads RDF with Dublin Core`() throws {
        let feed = try feed("rdf-with-dublin-core.xml")
        #expect(feed.format == .rdf && feed.title == "C")
        #expect(feed.entries.first?.published == moment)
        #expect(feed.entries.first?.author == "作者")
    }

    @Test func `reads a JSON feed whose id is a number`() throws {
        let feed = try feed("json-feed-with-a-number-for-an-id.json")
        #expect(feed.entries.first?.id == "7")
        #expect(feed.entries.first?.content == "<p>a &lt; b</p><p>c</p>")
    }

    @Test(arguments: ["GB18030", "BIG5", "SHIFT_JIS", "UTF-16LE"])
    func `reads a feed in another charset by its Content-Type`(charset: String) throws {
        let text = "<rss><channel><title>東京大會</title><item><title>大會</title></item></channel></rss>"
        let bytes = try converted(text, to: charset)
        let feed = try parseFeed(
            bytes, contentType: "text/xml; charset=\(charset)", url: "http://a.example/")
        #expect(feed.title == "東京大會")
    }

    @Test func `takes valid UTF-8 for UTF-8 whatever is declared`() throws {
        let text =
            "<?xml version='1.0' encoding='gb2312'?><rss><channel><title>标题</title></channel></rss>"
        let feed = try parseFeed(
            Array(text.utf8), contentType: "text/xml; charset=gb2312", url: "http://a.example/")
        #expect(feed.title == "标题")
    }

    @Test func `never expands what a document declares`() throws {
        let text = """
            <!DOCTYPE rss [<!ENTITY a "lollollol"><!ENTITY b "&a;&a;&a;&a;">
            <!ENTITY x SYSTEM "file:///etc/passwd">]>
            <rss><channel><title>&b; &x;</title></channel></rss>
            """
        let feed = try parseFeed(Array(text.utf8), contentType: nil, url: "http://a.example/")
        #expect(feed.title?.contains("lol") != true)
        #expect(feed.title?.contains("root:") != true)
    }

    @Test func `refuses elements nested too deep and tags with too many attributes`() {
        let deep = "<rss><channel>" + String(repeating: "<x>", count: 100_000)
        let many =
            "<rss " + (0..<2000).map { "a\($0)=''" }.joined(separator: " ") + "><channel/></rss>"
        for text in [deep, many] {
            #expect {
                try parseFeed(Array(text.utf8), contentType: nil, url: "http://a.example/")
            } throws: { error in
                if case FeedError.hostile = error { true } else { false }
            }
        }
    }

    @Test func `keeps the entries before the place where a feed breaks off`() throws {
        let text = "<rss><channel><title>T</title><item><title>一</title></item><item><title>二"
        let feed = try parseFeed(Array(text.utf8), contentType: nil, url: "http://a.example/")
        #expect(feed.entries.map(\.title).contains("一"))
        #expect(!feed.defects.isEmpty)
    }

    @Test func `names the feeds of a web page`() {
        let html = """
            <html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>
            """
        #expect(throws: FeedError.page(url: "http://a.example/", feeds: ["http://a.example/rss"])) {
            try parseFeed(Array(html.utf8), contentType: nil, url: "http://a.example/")
        }
    }

    @Test(arguments: [
        "Tue, 09 Jun 2026 10:13:40 +0800", "9 Jun 26 02:13:40 GMT", "2026-06-09T10:13:40+08:00",
        "2026-06-09T02:13:40.000Z", "2026-06-09 02:13:40", "2026年6月9日 10:13:40",
        "2026年6月9日 上午10时13分40秒", "Tue, 09 Jun 2026 02:13:40 UT", "Mon Jun 08 2026 22:13:40 EDT",
        "20260609 02:13:40",
    ])
    func `reads the same moment in every form`(text: String) {
        #expect(entryDate(text) == moment, "\(text)")
    }

    @Test(arguments: ["", "yesterday", "2026-13-45", "0000", "99999999999999999999"])
    func `reads no date where there is none`(text: String) {
        #expect(entryDate(text) == nil)
    }

    @Test func `reads the outlines that it writes`() throws {
        let feeds = [
            FeedOutline(url: "http://a.example/?x=1&y=2", title: "甲 \"乙\" <丙>", folder: "国内/财经"),
            FeedOutline(url: "http://b.example/", title: "B", folder: nil),
        ]
        let read = try #require(readOPML(Array(writeOPML(feeds, title: "t").utf8)))
        #expect(Set(read.map(\.url)) == Set(feeds.map(\.url)))
        #expect(read.first { $0.folder != nil } == feeds[0])
    }

    private func converted(_ text: String, to charset: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["iconv", "-f", "UTF-8", "-t", charset]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        return Array(try output.fileHandleForReading.readToEnd() ?? Data())
    }
}

func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return Array(try Data(contentsOf: folder.appending(path: name)))
}
