import Domain
import Testing

struct CanonicalURLTests {
    @Test(arguments: [
        ("http://a.example/x", "https://a.example/x"),
        ("HTTPS://WWW.A.example:443/X/", "https://a.example/X"),
        ("http://a.example:80", "https://a.example"),
        ("http://a.example:8080/", "https://a.example:8080"),
        ("https://a.example/x?utm_source=rss&id=3&fbclid=z#top", "https://a.example/x?id=3"),
        ("https://a.example/x?utm_medium=y", "https://a.example/x"),
        ("https://a.example?id=3", "https://a.example?id=3"),
        ("https://me:secret@a.example/", "https://a.example"),
        ("https://amp.a.example/x", "https://a.example/x"),
        ("https://a.example/amp/x", "https://a.example/x"),
        ("https://a.example/x/amp/", "https://a.example/x"),
        ("https://a.example/x?outputType=amp", "https://a.example/x"),
        ("https://a.example/x/print", "https://a.example/x"),
        ("https://a.example/x?id=3&print=1", "https://a.example/x?id=3"),
        ("https://a.example/camp", "https://a.example/camp"),
        ("https://a.example/print", "https://a.example/print"),
        ("https://amp.example/x", "https://amp.example/x"),
        ("https://新闻.example/页?键=值", "https://新闻.example/页?键=值"),
    ])
    func `is one for all addresses of a page`(text: String, canonical: String) {
        #expect(canonicalURL(text) == canonical)
    }

    @Test(arguments: [
        "", "tag:a.example,2025:1", "ftp://a.example/", "http://", "http:///x", "a b",
    ])
    func `is none for what is no page`(text: String) {
        #expect(canonicalURL(text) == nil)
    }
}
