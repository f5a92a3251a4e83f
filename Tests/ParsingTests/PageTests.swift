import Domain
import Foundation
import Parsing
import Testing

struct PageTests {
    @Test func `lets only what a reader sees of the article through`() throws {
        let page = try readPage(
            try fixture("page-with-hidden-text-and-comments.html"), contentType: "text/html",
            url: "http://a.example/1.html")
        let paragraphs = page.text.components(separatedBy: "\n\n")
        #expect(paragraphs.count == 2)
        #expect(paragraphs[0].hasPrefix("第一段") && paragraphs[1].hasPrefix("第二段"))
        #expect(page.title == "真正的标题")
        #expect(page.publisher == "甲报")
        #expect(page.author == "某某")
        #expect(page.canonicalURL == "http://a.example/news/1")
        #expect(page.published == Date(timeIntervalSince1970: 1_780_971_220))
    }

    @Test func `keeps nothing that turns text around or is not seen`() {
        let text = "a\u{200b}b\u{202e}c\u{e0041}d\u{feff}\u{0}e"
        #expect(!plainText(ofHTML: text).unicodeScalars.contains { $0.value == 0x202e })
        #expect(plainText(ofHTML: "x\u{200b}y") == "xy")
    }

    @Test func `keeps paragraphs apart and entities whole`() {
        #expect(
            plainText(ofHTML: "<p>a &amp; b</p><p>c<br>d</p><script>x</script>")
                == "a & b\n\nc\n\nd")
    }

    /// 港口 and enough around it, in bytes that are not what is said of them.
    @Test(arguments: [
        ([0xb8, 0xdb, 0xbf, 0xda] as [UInt8], "text/html; charset=utf-8"),
        ([0xb8, 0xdb, 0xbf, 0xda], "text/html; charset=gb2312"),
        ([0xb8, 0xdb, 0xbf, 0xda], "text/html"),
        (Array("港口".utf8), "text/html; charset=gb2312"), (Array("港口".utf8), "text/html"),
        (Array("港口".utf8), "text/html; charset=klingon"),
    ])
    func `reads a page in whatever charset it is, and whatever is said of it`(
        word: [UInt8], type: String
    ) throws {
        let isUTF8 = word.count == 6
        // 的 a hundred times: enough of the charset to be known by.
        let filling = [[UInt8]](
            repeating: isUTF8 ? Array("的".utf8) : [0xb5, 0xc4], count: 100
        ).flatMap { $0 }
        let bytes = Array("<body><article><p>".utf8) + word + filling + Array("</p></article>".utf8)
        let page = try readPage(bytes, contentType: type, url: "http://a.example/")
        #expect(page.text.hasPrefix("港口的的"))
    }

    @Test(arguments: [
        [0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf5, 0xff] as [UInt8], [0, 0, 1, 2, 27],
        Array("+AGEAYgBj-".utf8),
    ])
    func `makes valid text of bytes that are none`(noise: [UInt8]) throws {
        let text = String(repeating: "港口扩建工程昨日开工，", count: 10)
        let bytes = Array("<body><p>\(text)".utf8) + noise + Array("\(text)</p>".utf8)
        let page = try readPage(
            bytes, contentType: "text/html; charset=utf-8", url: "http://a.example/")
        #expect(page.text.contains("港口扩建工程"))
        #expect(!page.text.unicodeScalars.contains { $0.value < 10 || $0.value == 0xfffd })
    }

    @Test func `refuses a tag with more attributes than any page has`() {
        let tag = "<div " + (0..<60_000).map { "a\($0)=1" }.joined(separator: " ") + ">x</div>"
        #expect {
            try readPage(Array(tag.utf8), contentType: "text/html", url: "http://a.example/")
        } throws: { error in
            if case PageError.hostile = error { true } else { false }
        }
    }

    @Test(arguments: [
        ("", "text/html"), ("<html><body><script>x</script></body></html>", "text/html"),
        ("%PDF-1.4", "application/pdf"),
    ])
    func `says why there is no text`(body: String, type: String) {
        #expect(throws: PageError.self) {
            try readPage(Array(body.utf8), contentType: type, url: "http://a.example/")
        }
    }
}
