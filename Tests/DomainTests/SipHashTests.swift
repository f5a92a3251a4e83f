import Domain
import Testing

struct SipHashTests {
    @Test func `agrees with the example of its authors`() {
        let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
        #expect(sipHash(Array(0..<15), key: key) == 0xa129_ca61_49be_45e5)
        #expect(sipHash([], key: key) == 0x726f_db47_dd0e_0e31)
    }

    @Test func `tells texts apart that differ in length or in one bit`() {
        let text = Array("采编".utf8)
        #expect(sipHash(text) != sipHash(text + [0]))
        #expect(sipHash(text) != sipHash([text[0] ^ 1] + text.dropFirst()))
    }
}
