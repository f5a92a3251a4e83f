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
