import Domain
import Testing

struct ShortIDTests {
    @Test func `is eight characters that a person can read aloud`() {
        let id = ShortID.of("https://example.org/feed", "1")
        #expect(id.count == 8)
        #expect(id.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) })
    }

    @Test func `tells parts apart`() {
        #expect(ShortID.of("ab", "c") != ShortID.of("a", "bc"))
    }
}
