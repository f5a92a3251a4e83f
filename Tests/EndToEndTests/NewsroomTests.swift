import Foundation
import Newsroom
import Testing

struct NewsroomTests {
    @Test func `says at once that a port is another's`() async throws {
        let first = try await Newsroom.start()
        await #expect(throws: POSIXError(.EADDRINUSE)) {
            try await Newsroom.start(port: first.port)
        }
        let other = try await Newsroom.start()
        #expect(other.port != first.port)
        await first.stop()
        await other.stop()
    }
}
