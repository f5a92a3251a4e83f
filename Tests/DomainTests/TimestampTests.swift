import Domain
import Foundation
import Testing

struct TimestampTests {
    @Test(arguments: [
        "2025-06-09T12:45:18.836Z", "1970-01-01T00:00:00.000Z", "2028-02-29T23:59:59.999Z",
    ])
    func `reads what it writes`(text: String) throws {
        let date = try #require(Timestamp.date(text))
        #expect(Timestamp.text(date) == text)
    }

    @Test func `refuses another form`() {
        #expect(Timestamp.date("2025-06-09") == nil)
    }
}
