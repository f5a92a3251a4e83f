import Domain
import Testing

struct WithoutSecretsTests {
    @Test(arguments: [
        ("no address at all: a?token=1", "no address at all: a?token=1"),
        ("https://a.example/feed", "https://a.example/feed"),
        ("https://u:p@a.example/feed answered 500", "https://…@a.example/feed answered 500"),
        ("\"https://a.example/f?id=3&token=abc\"", "\"https://a.example/f?id=3&token=…\""),
        (
            "http://a.example/?access_token=x&n=1 and http://b.example/?API_KEY=y",
            "http://a.example/?access_token=…&n=1 and http://b.example/?API_KEY=…"
        ),
        ("https://a.example/汉?key=", "https://a.example/汉?key=…"),
        ("://", "://"), ("x://@", "x://…@"),
    ])
    func `shows an address without what it carries in secret`(text: String, shown: String) {
        #expect(withoutSecrets(text) == shown)
    }
}
