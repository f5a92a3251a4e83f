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
        let prompt = request.messages.filter { $0.role == "user" }.map(\.content)
            .joined(separator: "\n")
        let usage = request.messages.reduce(0) { $0 + Self.tokens($1.content) }
        let model = request.model ?? "newsroom-extractive"
        let judge = VerbatimJudge(prompt: prompt, fault: fault)
        switch request.form(in: prompt) {
        case "verdicts":
            return reply(
                model, content: judge.verdicts(), refusal: nil, prompt: usage,
                streams: request.stream == true)
        case "rewrites":
            return reply(
                model, content: judge.rewrites(), refusal: nil, prompt: usage,
                streams: request.stream == true)
        // It can tell no event from another: every report is new to it.
        case "groups":
            return reply(
                model, content: #"{"groups":[]}"#, refusal: nil, prompt: usage,
                streams: request.stream == true)
        default: break
        }
        guard let draft = ExtractiveDrafter(prompt: prompt).draft() else {
            let refusal = "the sources hold no Chinese sentence to select"
            return reply(
                model, content: nil, refusal: refusal, prompt: usage,
                streams: request.stream == true)
        }
        return reply(
            model, content: spoilt(draft), refusal: nil, prompt: usage,
            streams: request.stream == true)
    }

    /// Four bytes a token, by no tokenizer in particular.
    private static func tokens(_ text: String) -> Int { (text.utf8.count + 3) / 4 }

    private func spoilt(_ draft: Draft) -> String {
        var draft = draft
        switch fault {
        case .inventedEvidence:
            draft.paragraphs = changed(draft) { sentence in
                sentence.evidence = sentence.evidence.map {
                    Draft.Quotation(source: $0.source, span: "来源里从来没有出现过的这样一句话，编造而成。")
                }
            }
        case .wrongSource:
            draft.paragraphs = changed(draft) { sentence in
                sentence.evidence = sentence.evidence.map {
                    Draft.Quotation(source: "s99", span: $0.span)
                }
            }
        case .english:
            draft.paragraphs = changed(draft) { sentence in
                sentence.text = "The authorities said on Monday that the plan would go ahead."
            }
        case .unsupported:
            var count = 0
            draft.paragraphs = changed(draft) { sentence in
                count += 1
                if count % 9 == 4 { sentence.text = inflated(sentence.text) }
                if count % 9 == 8 {
                    sentence.text = String(sentence.text.dropLast()) + "，各方一致给予好评。"
                }
            }
        case .prose, .halfJSON, .reasoning, .judgesAllTrue, .judgesNothing, .judgesInProse,
            .judgesInventing, nil:
            break
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: (try? encoder.encode(draft)) ?? Data(), as: UTF8.self)
        switch fault {
        case .prose: return "好的，以下是根据您提供的来源撰写的新闻稿。"
        case .halfJSON: return String(text.prefix(text.count / 2))
        case .reasoning: return "<think>先看看 {来源} 里说了什么。</think>\n```json\n\(text)\n```"
        default: return text
        }
    }

    /// Ten times its first figure.
    private func inflated(_ text: String) -> String {
        guard let end = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return text }
        let behind = text[end...].firstIndex { !($0.isASCII && $0.isNumber) } ?? text.endIndex
        return text[..<behind] + "0" + text[behind...]
    }

    private func changed(
        _ draft: Draft, _ change: (inout Draft.Sentence) -> Void
    ) -> [Draft.Paragraph] {
        draft.paragraphs.map { paragraph in
            var paragraph = paragraph
            for index in paragraph.sentences.indices { change(&paragraph.sentences[index]) }
            return paragraph
        }
    }

    // MARK: - Forms of an answer

    private func reply(
        _ model: String, content: String?, refusal: String?, prompt: Int, streams: Bool
    ) -> HTTPResponse {
        let usage = [
            "prompt_tokens": prompt, "completion_tokens": Self.tokens(content ?? refusal ?? ""),
        ]
        guard streams else {
            let message: [String: Any] = [
                "role": "assistant", "content": content ?? NSNull(), "refusal": refusal ?? NSNull(),
            ]
            return json([
                "id": "newsroom", "object": "chat.completion", "model": model,
                "choices": [["index": 0, "message": message, "finish_reason": "stop"]],
                "usage": usage,
            ])
        }
        var events = pieces(content ?? refusal ?? "").map { piece in
            [
                "object": "chat.completion.chunk", "model": model,
                "choices": [
                    [
                        "index": 0,
                        "delta": [content == nil ? "refusal" : "content": piece],
                    ] as [String: Any]
                ],
            ] as [String: Any]
        }
        events.append([
            "object": "chat.completion.chunk", "model": model,
            "choices": [
                ["index": 0, "delta": [String: String](), "finish_reason": "stop"] as [String: Any]
            ],
        ])
        events.append([
            "object": "chat.completion.chunk", "model": model, "choices": [[String: Any]](),
            "usage": usage,
        ])
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
