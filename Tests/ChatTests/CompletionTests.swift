import Chat
import Domain
import Foundation
import Testing
import Web

struct CompletionTests {
    private let chat = ChatRequest(
        system: "s", user: "u", schemaName: "draft", schema: "{}",
        prompt: PromptText(name: "draft", text: "t"))

    private func completion(
        _ body: String, status: Int = 200, headers: [(name: String, value: String)] = [],
        inPiecesOf size: Int = 7
    ) async throws -> Completion {
        let http = HTTPClient { request throws(FetchError) in
            let bytes = Array(body.utf8)
            guard status == 200, let receive = request.receive else {
                return Response(
                    status: status, headers: Headers(headers), body: bytes, url: request.url)
            }
            var start = 0
            while start < bytes.count, receive(bytes[start..<min(start + size, bytes.count)]) {
                start += size
            }
            return Response(status: status, headers: Headers(headers), url: request.url)
        }
        return try await complete(
            chat,
            at: Endpoint(
                name: "e", url: "http://e.example/v1", model: "m", context: 4096, answer: 1000),
            output: .schema, over: http, now: Date(timeIntervalSince1970: 1_781_000_000))
    }

    private func event(_ text: String, finish: String = "null") -> String {
        "data: {\"choices\":[{\"delta\":{\"content\":\(quoted(text))},\"finish_reason\":\(finish)}]}"
            + "\r\n\r\n"
    }

    private let usage =
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}\n\n"

    @Test(arguments: [1, 5, 1000])
    func `puts a stream together whatever pieces it comes in`(size: Int) async throws {
        let completion = try await completion(
            ": OPENROUTER PROCESSING\n\n" + event("{\"甲\":") + event("\"乙\"}", finish: "\"stop\"")
                + usage + "data: [DONE]\n\nleft over", inPiecesOf: size)
        #expect(completion.text == "{\"甲\":\"乙\"}")
        #expect(completion.usage == Usage(promptTokens: 7, completionTokens: 3))
        #expect(completion.ending == .stop)
    }

    @Test(arguments: [
        (#"\u4e2d\uD83D\ude00 \n\t\"\\\/"#, "中😀 \n\t\"\\/"),
        ("é\u{301}👩‍👩‍👧‍👦", "é\u{301}👩‍👩‍👧‍👦"),
        (#"\u0041\b\f\r"#, "A\u{8}\u{c}\r"), ("", ""),
    ])
    func `reads text however it is escaped`(json: String, text: String) async throws {
        let body =
            #"data: {"id":"x","created":1.5e3,"logprobs":[{"a":[-1,true,false,null]},{}],"#
            + #" "choices" : [ {"index":0, "delta":{"role":"assistant","reasoning":{"b":"}"},"#
            + "\"content\":\"\(json)\",\"refusal\":null},\"finish_reason\":null},"
            + #"{"index":1,"delta":{"content":"another"}}]}"# + "\n\n"
            + event("!", finish: "\"stop\"") + usage
        let completion = try await completion(body)
        #expect(completion.text == text + "!")
        #expect(completion.usage == Usage(promptTokens: 7, completionTokens: 3))
    }

    @Test(arguments: [
        #"{"choices":[{"delta":{"content":"\ud800"}}]}"#,
        #"{"choices":[{"delta":{"content":"\x"}}]}"#,
        #"{"choices":[{"delta":{"content":"a"}}]"#, #"{"choices":[{"delta":{"content":7}}]}"#,
        #"{"choices":[{"delta":{"content":"a"}}]} x"#, #"{"choices":[{"delta":{"content":"a},"#,
    ])
    func `takes no event that is no JSON for one`(event: String) async {
        await #expect { try await completion("data: \(event)\n\n") } throws: {
            "\($0)".contains("no JSON")
        }
    }

    @Test func `reads one object where a stream was asked for`() async throws {
        let completion = try await completion(
            """
            {"choices":[{"message":{"role":"assistant","content":"{}","reasoning_content":"hm"},
            "finish_reason":"length"}],"usage":null}
            """)
        #expect(completion.text == "{}")
        #expect(completion.ending == .limit)
        // Nothing was counted: the most that it can have been.
        #expect(completion.usage == Usage(promptTokens: chat.tokenCeiling, completionTokens: 2))
    }

    @Test(arguments: ["content_filter", "stop"])
    func `tells a refusal from an answer`(finish: String) async throws {
        let body =
            finish == "stop"
            ? #"{"choices":[{"message":{"refusal":"no"},"finish_reason":"stop"}]}"#
            : #"{"choices":[{"message":{"content":""},"finish_reason":"content_filter"}]}"#
        guard case .declined = try await completion(body).ending else {
            Issue.record("not declined")
            return
        }
    }

    @Test func `stops a model that repeats itself, and one that never ends`() async throws {
        let words = (0..<2000).map { _ in event("好的，") }.joined()
        let looped = try await completion(words, inPiecesOf: 4096)
        #expect(looped.ending == .runaway)
        #expect(looped.text.count < 3000)
        #expect(looped.usage.completionTokens == 1000)
        let varied = (0..<2_000).map { event("\($0)" + String(repeating: "x\($0)", count: 120)) }
        #expect(try await completion(varied.joined(), inPiecesOf: 65_536).ending == .runaway)
    }

    @Test(arguments: [
        ("", "holds no answer"), ("<html>no</html>", "begins with \"<html>"),
        ("{\"object\": 1", "begins with"),
        ("data: {\"choices\": [\n\n", "no JSON"), ("{\"object\":\"list\"}", "holds no answer"),
        ("data: {\"error\":{\"message\":\"overloaded\"}}\n\n", "overloaded"),
    ])
    func `says why something is no answer`(body: String, words: String) async {
        await #expect {
            try await completion(body)
        } throws: { "\($0)".contains(words) }
    }

    @Test(arguments: [
        #"{"error":{"message":"x"},"usage":{"prompt_tokens":7,"completion_tokens":3}}"#,
        "data: {\"error\":{\"message\":\"x\"},\"usage\":{\"prompt_tokens\":7,"
            + "\"completion_tokens\":3}}\n\n",
    ])
    func `says what a failure cost that was told with it`(body: String) async {
        let error = ChatError.failed(endpoint: "e", status: 200, detail: "x")
        await #expect(
            throws: ChatError.billed(Usage(promptTokens: 7, completionTokens: 3), error)
        ) { try await completion(body) }
    }

    @Test func `believes no count of a stream that was cut off`() async {
        await #expect(throws: ChatError.cutOff(endpoint: "e", reason: "the stream ended early")) {
            try await completion(event("{\"a\": 1}") + usage)
        }
    }

    @Test func `takes no beginning of a stream for an answer`() async {
        await #expect(throws: ChatError.cutOff(endpoint: "e", reason: "the stream ended early")) {
            try await completion(event("{\"a\": 1}"))
        }
    }

    @Test(arguments: [
        (401, "", ChatError.badKey(endpoint: "e", detail: "x")),
        (403, "", .badKey(endpoint: "e", detail: "x")),
        (402, "", .noCredit(endpoint: "e", detail: "x")),
        (404, "", .noModel(endpoint: "e", model: "m", detail: "x")),
        (408, "", .failed(endpoint: "e", status: 408, detail: "x")),
        (413, "", .tooLong(endpoint: "e", detail: "x")),
        (429, "", .throttled(endpoint: "e", wait: .seconds(60))),
        (429, "Retry-After: 7", .throttled(endpoint: "e", wait: .seconds(7))),
        (429, "Retry-After: -7", .throttled(endpoint: "e", wait: .seconds(1))),
        (429, "Retry-After: 99999999", .throttled(endpoint: "e", wait: .seconds(86_400))),
        (500, "", .failed(endpoint: "e", status: 500, detail: "x")),
        (502, "", .failed(endpoint: "e", status: 502, detail: "x")),
        (503, "", .failed(endpoint: "e", status: 503, detail: "x")),
        (503, "Retry-After: 9", .throttled(endpoint: "e", wait: .seconds(9))),
        (529, "", .failed(endpoint: "e", status: 529, detail: "x")),
        (400, "", .refusedRequest(endpoint: "e", status: 400, detail: "x")),
    ])
    func `knows what a status means`(status: Int, header: String, error: ChatError) async {
        let parts = header.split(separator: ": ").map(String.init)
        await #expect(throws: error) {
            try await completion(
                #"{"error":{"message":"x"}}"#, status: status,
                headers: parts.count == 2 ? [(name: parts[0], value: parts[1])] : [])
        }
    }

    @Test(arguments: [
        (429, "You exceeded your current quota", "no credit"),
        (429, "余额不足或无可用资源包,请充值。", "no credit"),
        (400, "the request exceeds the available context size", "too long"),
        (400, "Range of input length should be [1, 30720]", "too long"),
        (503, "Loading model", "asks to wait"),
    ])
    func `knows what services mean by their words`(
        status: Int, message: String, words: String
    ) async {
        await #expect {
            try await completion("{\"error\":{\"message\":\(quoted(message))}}", status: status)
        } throws: { "\($0)".contains(words) }
    }

    @Test(arguments: [
        ("x-ratelimit-remaining-requests", "x-ratelimit-reset-requests", "1m2.5s", 62.5),
        ("x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens", "120ms", 1),
        ("X-RateLimit-Remaining", "X-RateLimit-Reset", "1781000030000", 30),
        ("RateLimit-Remaining", "RateLimit-Reset", "12", 12),
        (
            "anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset",
            "2026-06-09T10:13:50Z", 30
        ),
    ])
    func `waits as the rate-limit headers ask`(
        remaining: String, reset: String, value: String, seconds: Double
    ) async throws {
        let body = #"{"choices":[{"message":{"content":"{}"},"finish_reason":"stop"}]}"#
        let used = try await completion(
            body, headers: [(name: remaining, value: "0"), (name: reset, value: value)])
        #expect(used.rest == .seconds(seconds))
        let left = try await completion(
            body, headers: [(name: remaining, value: "3"), (name: reset, value: value)])
        #expect(left.rest == nil)
    }
}
