import Domain
import Foundation
import Parsing
import Testing

struct FeedTests {
    private let moment = Date(timeIntervalSince1970: 1_780_971_220)

    private func feed(_ name: String, url: String = "http://a.example/feed") throws -> Feed {
        try parseFeed(try fixture(name), contentType: nil, url: url)
    }

    @Test func `survives an error inside a tag, where the parser must not be stopped`() {
        #expect(throws: Never.self) {
            _ = try? feed("rss-with-an-error-inside-a-tag.xml")
        }
    }

    @Test func `reads past a bare ampersand, an entity of HTML and a tag never closed`() throws {
        let feed = try feed("rss-unclosed-br-and-bare-ampersand.xml")
        #expect(feed.format == .rss)
        #expect(feed.title == "甲 & 乙")
        #expect(feed.link == "http://a.example/?x=1&y=2")
        #expect(feed.entries.map(\.title) == ["第一条", "第二条"])
        #expect(feed.entries[0].link == "http://a.example/1?a=1&b=2")
        #expect(feed.entries[0].published == moment)
        #expect(feed.entries[0].summary?.contains("<br>二\u{a0}三 &amp; 四") == true)
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

    @Test(arguments: ["<title>don\u{92}t</title>", "<title>don&#146;t</title>"])
    func `reads the controls of C1 as windows-1252 has them`(title: String) throws {
        let text = "<rss><channel>\(title)</channel></rss>"
        let feed = try parseFeed(Array(text.utf8), contentType: nil, url: "http://a.example/")
        #expect(feed.title == "don’t" && feed.defects.isEmpty)
    }

    @Test func `does not take what describes a collection for the entry around it`() throws {
        let text = """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:a="http://www.w3.org/2007/app"><entry>
            <title>条目</title><id>urn:1</id>
            <a:collection><title>集合</title><id>urn:2</id></a:collection></entry></feed>
            """
        let feed = try parseFeed(Array(text.utf8), contentType: nil, url: "http://a.example/")
        #expect(feed.entries.map(\.id) == ["urn:1"] && feed.entries.first?.title == "条目")
    }

    @Test func `knows a vocabulary by its usual prefix where its address is nobody's`() throws {
        let text = """
            <rss xmlns:dc="http://nobody.example/"><channel><item><title>T</title>
            <dc:creator>作者</dc:creator></item></channel></rss>
            """
        let feed = try parseFeed(Array(text.utf8), contentType: nil, url: "http://a.example/")
        #expect(feed.entries.first?.author == "作者")
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

    @Test func `gives back the memory of what a document declares`() throws {
        let value = String(repeating: "声明", count: 40_000)
        let text = "<!DOCTYPE rss [<!ENTITY a \"\(value)\">]><rss><channel/></rss>"
        let bytes = Array(text.utf8)
        func resident() throws -> Int {
            let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            return try #require(Int(pages.split(separator: " ")[1])) * 4096
        }
        let before = try resident()
        for _ in 0..<400 { _ = try parseFeed(bytes, contentType: nil, url: "http://a.example/") }
        // Kept, the values alone would be 96 MB.
        #expect(try resident() < before + 60_000_000)
    }

    @Test func `refuses elements nested too deep and tags with too many attributes`() {
        let deep = "<rss><channel>" + String(repeating: "<x>", count: 100_000)
        let many =
            "<rss " + (0..<30_000).map { "a\($0)=''" }.joined(separator: " ") + "><channel/></rss>"
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
        "20260609 02:13:40", "20260609T021340Z", "Tue Jun  9 02:13:40 2026", "9 juin 2026 02:13:40",
        "09.06.2026 02:13:40", "Jun 9, 2026 2:13:40 AM", "9. Juni 2026 04:13:40 MESZ", "1780971220",
        "2026년 6월 9일 02:13:40",
    ])
    func `reads the same moment in every form`(text: String) {
        #expect(writtenDate(text) == moment, "\(text)")
    }

    @Test(arguments: ["", "yesterday", "2026-13-45", "0000", "99999999999999999999"])
    func `reads no date where there is none`(text: String) {
        #expect(writtenDate(text) == nil)
    }

    @Test(arguments: ["", "2026-06-09", "9 Jun 2026", "2026-160", "06/09/2026"])
    func `takes the first moment of a day without a clock`(text: String) {
        let expected = text.isEmpty ? nil : Date(timeIntervalSince1970: 1_780_963_200)
        #expect(writtenDate(text) == expected)
    }

    @Test(arguments: [
        ("<author>me@a.example (王小明)</author>", "王小明"),
        ("<author>王小明 &lt;me@a.example&gt;</author>", "王小明"),
        ("<author>me@a.example</author>", "me@a.example"),
        ("<dc:creator>王小明</dc:creator>", "王小明"),
        ("<itunes:author>台</itunes:author><author>王小明</author>", "王小明"),
        ("<author><name>王小明</name><email>me@a.example</email></author>", "王小明"),
    ])
    func `names the person and not the address`(element: String, name: String) throws {
        let text = """
            <rss xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item>\(element)
              </item></channel></rss>
            """
        let feed = try parseFeed(Array(text.utf8), contentType: nil, url: "http://a.example/")
        #expect(feed.entries.first?.author == name)
    }

    @Test(arguments: [
        ("<title type=\"html\">&lt;b>甲&lt;/b>&amp;amp;乙</title>", "甲&乙"),
        ("<title type=\"text\">&lt;b> 与 &amp;amp;</title>", "<b> 与 &amp;"),
        ("<title type=\"xhtml\"><div>甲 <i>乙</i> &lt; 丙</div></title>", "甲 乙 < 丙"),
        ("<title mode=\"base64\">55Sy5LmZ</title>", "甲乙"),
        ("<title>甲<script>丙</script>乙</title>", "甲乙"),
    ])
    func `reads a title by the type that it states`(element: String, title: String) throws {
        let text = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>\(element)</entry></feed>"
        let feed = try parseFeed(Array(text.utf8), contentType: nil, url: "http://a.example/")
        #expect(feed.entries.first?.title == title)
    }

    @Test func `takes what stands in a source or an image for nobody's`() throws {
        let text = """
            <rss><channel><title>报</title><image><title>图</title><link>http://x.example/</link>
            </image><item><source><title>别处</title></source><title>事</title></item></channel></rss>
            """
        let feed = try parseFeed(Array(text.utf8), contentType: nil, url: "http://a.example/")
        #expect(feed.title == "报")
        #expect(feed.link == nil)
        #expect(feed.entries.first?.title == "事")
    }

    @Test func `begins where the feed begins, behind what a program printed`() throws {
        let text = "<br />\n<b>Warning</b>: x\n<?xml version=\"1.0\"?><rss><channel/></rss>"
        #expect(try parseFeed(Array(text.utf8), contentType: nil, url: "").format == .rss)
    }

    @Test func `reads Japanese that is written in bytes of ASCII`() throws {
        var bytes = Array(
            "<?xml version=\"1.0\" encoding=\"iso-2022-jp\"?><rss><channel><title>".utf8)
        bytes += [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]
        bytes += Array("</title></channel></rss>".utf8)
        #expect(try parseFeed(bytes, contentType: nil, url: "").title == "日本")
    }

    @Test func `asks to be polled as its syndication module says`() throws {
        let text = """
            <rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
            <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
            <skipHours><hour>3</hour><hour>24</hour></skipHours>
            <skipDays><day>Sunday</day></skipDays></channel></rss>
            """
        let cadence = try parseFeed(Array(text.utf8), contentType: nil, url: "").cadence
        #expect(cadence.interval == .seconds(21_600))
        #expect(cadence.skippedHours == [0, 3])
        #expect(cadence.skippedDays == [1])
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
