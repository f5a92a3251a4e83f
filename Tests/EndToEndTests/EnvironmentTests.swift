import Foundation
import Newsroom
import TestSupport
import Testing

/// What the program does not take from those who start it.
struct EnvironmentTests {
    @Test(arguments: ["http_proxy", "ALL_PROXY"])
    func `asks no proxy that only the environment names`(name: String) async throws {
        let newsroom = try await Newsroom.start(now: Trial.moment)
        let directory = try TemporaryDirectory()
        let trial = try Trial(
            newsroom, in: directory.appending("trial"), program: Trial.builtProgram)
        let outcome = try await trial.run(
            ["feeds", "check", newsroom.feeds[0].url], environment: [name: "http://127.0.0.1:1"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("format: rss"))
        await newsroom.stop()
    }
}
