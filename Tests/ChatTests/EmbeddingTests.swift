import Chat
import Domain
import Foundation
import Synchronization
import Testing
import Web

struct EmbeddingTests {
    private let request = EmbeddingRequest(texts: ["甲\n\"乙\"", "b"])

    private func endpoint(members: [String: String] = [:]) -> Endpoint {
        Endpoint(
            name: "e", url: "http://e.example/v1", model: "m", key: Secret("sk-1"), roles: [.embed],
            context: 4096, answer: 1000, dialect: Dialect(members: members))
    }

    private func vectors(
        _ body: String, status: Int = 200, headers: [(name: String, value: String)] = []
    ) async throws -> Completion {
        let http = HTTPClient { request throws(FetchError) in
            Response(
                status: status, headers: Headers(headers), body: Array(body.utf8), url: request.url)
        }
        return try await embed(
            request, at: endpoint(), over: http, now: Date(timeIntervalSince1970: 1_781_000_000))
    }

    @Test func `asks for many texts at once`() async throws {
        let sent = Mutex<Request?>(nil)
        let http = HTTPClient { request throws(FetchError) in
            sent.withLock { $0 = request }
            throw .cancelled
        }
        _ = try? await embed(
            request, at: endpoint(members: ["dimensions": "2"]), over: http, now: Date())
        let request = try #require(sent.withLock { $0 })
        #expect(request.url == "http://e.example/v1/embeddings")
        #expect(
            request.headers.contains { $0.name == "Authorization" && $0.value == "Bearer sk-1" })
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"model":"m","input":["甲\n\"乙\"","b"],"dimensions":2}"#)
    }

    @Test func `reads vectors in the order of the texts, whatever the answer's`() async throws {
        let answer = try await vectors(
            """
            {"object":"list","model":"m","data":[
            {"object":"embedding","index":1,"embedding":[0.5,-1e-3,2]},
            {"object":"embedding","index":0,"embedding":[1,0,0]}],
            "usage":{"prompt_tokens":7,"total_tokens":9}}
            """,
            headers: [
                ("x-ratelimit-remaining-requests", "0"), ("x-ratelimit-reset-requests", "20s"),
            ])
        #expect(answer.vectors.map(\.numbers) == [[1, 0, 0], [0.5, -0.001, 2]])
        #expect(answer.usage == Usage(promptTokens: 9, completionTokens: 0))
        #expect(answer.rest == .seconds(20))
    }

    @Test(arguments: ["", #","usage":null"#, #","usage":{"prompt_tokens":"many"}"#])
    func `charges the most where nothing was counted`(usage: String) async throws {
        let answer = try await vectors(
            #"{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[2]}]\#(usage)}"#)
        #expect(answer.usage.promptTokens == request.tokenCeiling)
        #expect(request.tokenCeiling >= 10)
    }

    @Test(arguments: [
        ("", "begins with"), ("<html>no</html>", "begins with \"<html>"), ("[]", "begins with"),
        (String(repeating: "junk ", count: 200_000), "begins with \"junk"),
        (String(repeating: "[", count: 1_000_000), "begins with"),
        ("{}", "no list of vectors"), (#"{"data":{}}"#, "no list of vectors"),
        (#"{"data":[{"embedding":[1]},{"embedding":[1]}]}"#, "no list of vectors"),
        (#"{"data":[{"index":0,"embedding":"AACAPw=="},{"index":1,"embedding":[1]}]}"#, "no list"),
        (#"{"data":[{"index":0,"embedding":["1"]},{"index":1,"embedding":[1]}]}"#, "no list"),
        (#"{"data":[{"index":0,"embedding":[null]},{"index":1,"embedding":[1]}]}"#, "no list"),
        (#"{"data":[{"index":0,"embedding":[NaN]},{"index":1,"embedding":[1]}]}"#, "begins with"),
        (#"{"data":[]}"#, "0 vectors for 2 texts"),
        (#"{"data":[{"index":0,"embedding":[1]}]}"#, "1 vectors for 2 texts"),
        (
            #"{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}"#,
            "vector 0 is one too many"
        ),
        (
            #"{"data":[{"index":-1,"embedding":[1]},{"index":0,"embedding":[1]}]}"#,
            "vector -1 is one too many"
        ),
        (
            #"{"data":[{"index":1,"embedding":[1]},{"index":2,"embedding":[1]}]}"#,
            "vector 2 is one too many"
        ),
        (
            #"{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]}"#,
            "2 and 1 numbers"
        ),
        (
            #"{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[0,0.0]}]}"#,
            "vector 1 has no direction"
        ),
        (#"{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}"#, "no direction"),
        (#"{"error":{"message":"overloaded"}}"#, "overloaded"),
    ])
    func `says why something is no list of vectors`(body: String, words: String) async {
        await #expect {
            try await vectors(body)
        } throws: { "\($0)".contains(words) && ($0 as? ChatError)?.mayBeBilled == true }
    }

    @Test func `takes no number that no float holds`() async {
        for number in ["1e39", "1e400", "-1e39"] {
            await #expect(throws: ChatError.self, "\(number)") {
                try await vectors(
                    #"{"data":[{"index":0,"embedding":[\#(number)]},{"index":1,"embedding":[1]}]}"#)
            }
        }
    }

    @Test func `says what a failure cost that was told with it`() async {
        let error = ChatError.notVectors(endpoint: "e", detail: "it holds 0 vectors for 2 texts")
        await #expect(
            throws: ChatError.billed(Usage(promptTokens: 7, completionTokens: 0), error)
        ) { try await vectors(#"{"data":[],"usage":{"prompt_tokens":7,"total_tokens":7}}"#) }
    }

    @Test func `understands a refusal as of a chat`() async {
        await #expect(throws: ChatError.throttled(endpoint: "e", wait: .seconds(90))) {
            try await vectors("{}", status: 429, headers: [("Retry-After", "90")])
        }
    }

    @Test func `knows a text of one model by its hash`() {
        let hash = EmbeddingRequest.hash(of: "a", at: endpoint())
        #expect(hash.count == 64)
        #expect(hash != EmbeddingRequest.hash(of: "b", at: endpoint()))
        // Shortened vectors are others.
        #expect(
            hash != EmbeddingRequest.hash(of: "a", at: endpoint(members: ["dimensions": "2"])))
        var elsewhere = endpoint()
        elsewhere.url = "http://f.example/v1"
        #expect(hash == EmbeddingRequest.hash(of: "a", at: elsewhere))
        elsewhere.model = "n"
        #expect(hash != EmbeddingRequest.hash(of: "a", at: elsewhere))
    }
}
