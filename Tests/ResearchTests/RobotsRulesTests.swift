import Research
import Testing

struct RobotsRulesTests {
    private func rules(_ text: String) -> RobotsRules {
        RobotsRules(status: 200, body: Array(text.utf8))
    }

    private func allows(_ text: String, _ path: String) -> Bool {
        rules(text).allows("https://a.example\(path)", agent: "caibian")
    }

    @Test(arguments: [
        ("Disallow: /a", "/a/b", false), ("Disallow: /a", "/b", true),
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", true), ("Allow: /a\nDisallow: /a", "/a", true),
        ("Disallow: /*.php", "/x/y.php?z", false), ("Disallow: /*.php$", "/y.php?z", true),
        ("Disallow: /*.php$", "/y.php", false), ("Disallow: /a*b*c", "/a1b2c3", false),
        ("Disallow: /a*b*c", "/acb", true), ("Disallow: /", "/robots.txt", true),
        ("Disallow:", "/a", true), ("Disallow: /*", "/", false), ("Disallow: *", "/x", false),
        ("Disallow: /foo/bar?baz=https%3A%2F%2Fa", "/foo/bar?baz=https%3a%2f%2fa", false),
        ("Disallow: /新闻", "/%E6%96%B0%E9%97%BB/1", false),
        ("Disallow: /%7Ejoe", "/~joe/x", false), ("Disallow: /a # not this", "/a", false),
        ("disallow : /a", "/a", false),
    ])
    func `lets the longest match decide`(rule: String, path: String, isAllowed: Bool) {
        #expect(allows("User-agent: *\n\(rule)\n", path) == isAllowed)
    }

    @Test func `reads the groups that name the program, all of them, and no others`() {
        let text = """
            \u{feff}User-Agent: *
            Disallow: /

            User-agent: other
            User-agent: Caibian/2.0 (news)
            Disallow: /a
            User-agent: caibian
            Disallow: /b
            """
        #expect(!allows(text, "/a"))
        #expect(!allows(text, "/b"))
        #expect(allows(text, "/c"))
        #expect(!rules(text).allows("https://a.example/c", agent: "third"))
    }

    @Test(arguments: [
        (404, true), (401, true), (302, true), (500, false), (503, false), (429, false),
        (nil, false),
    ])
    func `goes by the status where there are no rules`(status: Int?, isAllowed: Bool) {
        #expect(
            RobotsRules(status: status, body: []).allows("https://a.example/", agent: "caibian")
                == isAllowed)
    }

    @Test(arguments: [
        ("Crawl-delay: 5", Duration.seconds(5)), ("Crawl-delay: 2.5", .seconds(2.5)),
        ("Crawl-delay: 600", .seconds(30)), ("Crawl-delay: soon", nil), ("Crawl-delay: -1", nil),
        ("", nil),
    ])
    func `waits as long as a site asks, at most half a minute`(line: String, delay: Duration?) {
        #expect(rules("User-agent: *\n\(line)\n").delay(agent: "caibian") == delay)
    }

    @Test func `reads no more than the limit, and no worse for a pattern of stars`() {
        let stars = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 20_000) + "\n"
        #expect(allows(stars, "/" + String(repeating: "a", count: 8000)))
        let long = "User-agent: *\n" + String(repeating: "#\n", count: 300_000) + "Disallow: /\n"
        #expect(allows(long, "/x"))
    }
}
