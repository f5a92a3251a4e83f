import Domain
import FlyingFox
import Foundation

/// An OpenAI-compatible `/chat/completions` in front of the extractive drafter.
struct ChatService {
    let fault: AnswerFault?

    private struct Request: Decodable {
        struct Message: Decodable {
            var role: String
            var content: String
        }
        var model: String?
        var messages: [Message]
        struct Format: Decodable {
            struct Schema: Decodable {
                var name: String
            }
            var json_schema: Schema?
        }
        var stream: Bool?
        var response_format: Format?

        /// The name of the form asked for; where the endpoint is not held to one, what the prompt
        /// shows.
        func form(in prompt: String) -> String {
            if let name = response_format?.json_schema?.name { return name }
            if prompt.contains("[[CLAIM ") { return "verdicts" }
            return prompt.contains("[[SENTENCE ") ? "rewrites" : "draft"
        }
    }

    func answer(_ body: Data) -> HTTPResponse {
        guard let request = try? JSONDecoder().decode(Request.self, from: body) else {
            return json(["error": ["message": "the request is no chat completion"]], status: 400)
        }
        return answer(reply(to: request))
    }

    /// What it says, or nil when the body is no request or it declines.
    func content(for body: Data) -> String? {
        guard let request = try? JSONDecoder().decode(Request.self, from: body) else { return nil }
        return reply(to: request).content
    }

    private func reply(to request: Request) -> Reply {
        let prompt = request.messages.filter { $0.role == "user" }.map(\.content)
            .joined(separator: "\n")
        let usage = request.messages.reduce(0) { $0 + Self.tokens($1.content) }
        let model = request.model ?? "newsroom-extractive"
        let asked = PromptSources(prompt)
        var reply = Reply(model: model, prompt: usage, streams: request.stream == true)
        let judge = VerbatimJudge(prompt: prompt, fault: fault)
        switch request.form(in: prompt) {
        case "verdicts": reply.content = judge.verdicts()
        case "rewrites": reply.content = judge.rewrites()
        // It can tell no event from another: every report is new to it.
        case "groups": reply.content = #"{"groups":[]}"#
        case _ where asked.isExtract: reply.content = Self.selection(from: asked)
        default:
            if let draft = ExtractiveDrafter(asked).draft() {
                reply.content = text(of: draft, from: asked)
            } else {
                reply.refusal = "the sources hold no Chinese sentence to select"
            }
        }
        reply.finish =
            switch fault {
            case .limit: "length"
            case .contentFilter: "content_filter"
            default: "stop"
            }
        return reply
    }

    /// Four bytes a token, by no tokenizer in particular.
    private static func tokens(_ text: String) -> Int { (text.utf8.count + 3) / 4 }

    /// The first paragraphs of a source: news says first what matters.
    private static func selection(from asked: PromptSources) -> String {
        let count = asked.sources.first.map { min($0.paragraphs.count, 12) } ?? 0
        return "{\"paragraphs\":[\((0..<count).map { "\($0 + 1)" }.joined(separator: ","))]}"
    }

    private func text(of draft: Draft, from asked: PromptSources) -> String {
        let spoilt = fault.map { Spoiler(fault: $0).spoilt(draft, sources: asked.sources) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: (try? encoder.encode(spoilt ?? draft)) ?? Data(), as: UTF8.self)
        switch fault {
        case .prose: return "好的，以下是根据您提供的来源撰写的新闻稿。"
        case .nothing: return ""
        case .halfJSON, .limit: return String(text.prefix(text.count / 2))
        case .reasoning: return "<think>先看看 {来源} 里说了什么。</think>\n```json\n\(text)\n```"
        case .preamble: return "好的，以下是新闻稿：\n\(text)\n希望对您有帮助。"
        case .strayCommas: return text.replacing("]}", with: ",]}").replacing("\"}", with: "\",}")
        case .wrongTypes: return text.replacing("\"title\":\"", with: "\"title\":7,\"x\":\"")
        case .repeating: return String(repeating: "然后，", count: 20_000)
        case .megabyte: return (0..<120_000).map { "第\($0)段" }.joined(separator: "，")
        default: return text
        }
    }

    // MARK: - Forms of an answer

    private struct Reply {
        let model: String
        let prompt: Int
        let streams: Bool
        var content: String?
        var refusal: String?
        var finish = "stop"
    }

    private func answer(_ reply: Reply) -> HTTPResponse {
        let text = reply.content ?? reply.refusal ?? ""
        let usage = ["prompt_tokens": reply.prompt, "completion_tokens": Self.tokens(text)]
        guard reply.streams else {
            let message: [String: Any] = [
                "role": "assistant", "content": reply.content ?? NSNull(),
                "refusal": reply.refusal ?? NSNull(),
            ]
            return json([
                "id": "newsroom", "object": "chat.completion", "model": reply.model,
                "choices": [["index": 0, "message": message, "finish_reason": reply.finish]],
                "usage": usage,
            ])
        }
        let key = reply.content == nil ? "refusal" : "content"
        func event(_ choices: [[String: Any]], _ more: [String: Any] = [:]) -> [String: Any] {
            ["object": "chat.completion.chunk", "model": reply.model, "choices": choices]
                .merging(more) { $1 }
        }
        let events =
            pieces(text).map { event([["index": 0, "delta": [key: $0]]]) }
            + [
                event([["index": 0, "delta": [String: String](), "finish_reason": reply.finish]]),
                event([], ["usage": usage]),
            ]
        let lines = events.map { "data: \(Self.text($0))\n\n" }.joined() + "data: [DONE]\n\n"
        return HTTPResponse(
            statusCode: .ok, headers: [.contentType: "text/event-stream"], body: Data(lines.utf8))
    }

    private func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(80)))
            rest = rest.dropFirst(80)
        }
        return pieces
    }

    private func json(_ object: [String: Any], status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: "Status"),
            headers: [.contentType: "application/json"], body: Data(Self.text(object).utf8))
    }

    private static func text(_ object: [String: Any]) -> String {
        let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}
