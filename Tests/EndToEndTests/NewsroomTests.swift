import Chat
import Domain
import Foundation
import Newsroom
import Testing
import Web

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

    @Test func `makes vectors by which texts with words in common lie near`() async throws {
        let newsroom = try await Newsroom.start()
        let endpoint = Endpoint(
            name: "newsroom", url: newsroom.modelURL, model: "newsroom-bigrams", roles: [.embed],
            context: 4096, answer: 512)
        let http = HTTPClient.curl(ClientSettings(userAgent: "test"))
        let texts = ["北岭引水工程正式通水", "北岭引水工程今天通水", "Harrow lab opens a satellite"]
        for _ in 1...2 {
            let answer = try await embed(
                EmbeddingRequest(texts: texts), at: endpoint, over: http, now: Date())
            let similarities = answer.vectors.compactMap { $0.similarity(to: answer.vectors[0]) }
            #expect(similarities.map { $0 > 0.6 } == [true, true, false])
            #expect(answer.usage.promptTokens == 23)
        }
        await newsroom.stop()
    }
}
