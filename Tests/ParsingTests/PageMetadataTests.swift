import Domain
import Foundation
import Parsing
import Testing

struct PageMetadataTests {
    private let prose = String(repeating: "城南新线路本周开通，沿线十二座车站，首日客流三万人次，公司称将视情况加开列车。", count: 4)

    private func page(_ head: String, _ body: String = "", root: String = "<html>") throws -> Page {
        let html =
            "\(root)<head>\(head)</head><body><article>\(body)<p>\(prose)</p></article></body>"
        return try readPage(
            Array(html.utf8), contentType: "text/html; charset=utf-8",
            url: "https://a.example/news/1.html")
    }

    private let linked = """
        <script type="application/ld+json"><!--
        {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"别的"},
        {"@type":["NewsArticle"],"headline":"新线路
        开通","datePublished":"2026-06-09T08:00:00+08:00","dateModified":"2026-06-09T09:00:00+08:00",
        "author":[{"@type":"Person","name":"某某"}],"publisher":{"name":"甲报"},
        "image":[{"url":"/a.jpg"}]}]} --></script>
        """

    @Test func `goes by JSON-LD before Open Graph before the tree`() throws {
        let page = try page(
            linked + "<meta property=\"og:title\" content=\"另一个\"><title>第三个 - 甲报</title>"
                + "<meta property=\"article:published_time\" content=\"2020-01-01\">",
            "<h1>第四个</h1>")
        #expect(page.title == "新线路 开通")
        #expect(page.author == "某某")
        #expect(page.publisher == "甲报")
        #expect(page.image == "https://a.example/a.jpg")
        #expect(page.published == Date(timeIntervalSince1970: 1_780_963_200))
        #expect(page.updated == Date(timeIntervalSince1970: 1_780_966_800))
    }

    @Test(arguments: [
        ("<meta property=\"og:site_name\" content=\"甲报\"><title>新线路开通 - 甲报</title>", "新线路开通"),
        ("<meta property=\"og:site_name\" content=\"甲报\"><title>新线路开通_甲报网</title>", "新线路开通"),
        ("<title>新线路 - 开通</title>", "新线路 - 开通"), ("<title> 新线路\n开通 </title>", "新线路 开通"),
    ])
    func `takes the publisher's name off a title`(head: String, title: String) throws {
        #expect(try page(head).title == title)
    }

    @Test(arguments: [
        ("<html lang=\"zh_CN\">", "zh-CN"), ("<html xml:lang=\"en\">", "en"),
        ("<html lang=\"{{lang}}\">", nil), ("<html>", nil),
    ])
    func `takes a language that is a tag`(root: String, language: String?) throws {
        #expect(try page("", root: root).language == language)
    }

    @Test func `reads a clock without a zone as China's on a Chinese page`() throws {
        let meta = "<meta name=\"publishdate\" content=\"2026-06-09 08:00:00\">"
        let china = try page(meta, root: "<html lang=\"zh\">").published
        let other = try page(meta, root: "<html lang=\"en\">").published
        #expect(china == Date(timeIntervalSince1970: 1_780_963_200))
        #expect(other == Date(timeIntervalSince1970: 1_780_992_000))
    }

    @Test(arguments: [
        "<p>2026-06-09 08:00　来源：甲报</p>", "<div>2026年06月09日 08:00 甲报</div>",
        "<span>甲报</span> <span>2026/06/09 08:00:00</span>",
    ])
    func `finds the time below the title of a page that says it nowhere else`(line: String) throws {
        let page = try page("", "<h1>新线路开通</h1>" + line, root: "<html lang=\"zh\">")
        #expect(page.published == Date(timeIntervalSince1970: 1_780_963_200))
    }

    @Test func `takes no address of a profile for an author`() throws {
        let meta = "<meta property=\"article:author\" content=\"https://social.example/a\">"
        #expect(try page(meta).author == nil)
    }

    @Test func `says what a page asks of programs`() throws {
        let page = try page("<meta name=\"robots\" content=\"NOINDEX, noai,max-snippet:50\">")
        #expect(page.directives == ["noindex", "noai", "max-snippet:50"])
    }

    @Test(arguments: [
        ("noindex", ["noindex"]), ("otherbot: noindex, nofollow", []),
        ("caibian: noai", ["noai"]), ("otherbot: noindex, *: noai", ["noai"]), ("", []),
    ])
    func `leaves wishes to other programs out`(header: String, words: [String]) {
        #expect(robotsDirectives(header) == words)
    }

    @Test func `is not misled by JSON-LD that is none`() throws {
        let head = "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", oops</script>"
        #expect(try page(head + "<title>标题在此</title>").title == "标题在此")
    }
}
