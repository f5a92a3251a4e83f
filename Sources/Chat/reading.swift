import Domain
import Foundation

/// A piece of an answer, whole or of a stream: the members of `chat.completion` and
/// `chat.completion.chunk` that matter here.
private struct Piece: Decodable {
    struct Choice: Decodable {
        struct Message: Decodable {
            var content: String?
            var refusal: String?
        }
        var message: Message?
        var delta: Message?
        var finish_reason: String?
    }
    struct Tokens: Decodable {
        var prompt_tokens: Int?
        var completion_tokens: Int?
    }
    struct Trouble: Decodable { var message: String? }
    var choices: [Choice]?
    var usage: Tokens?
    var error: Trouble?
}

func readWhole(
    _ body: [UInt8], _ chat: ChatRequest, _ endpoint: Endpoint
) throws(ChatError) -> Completion {
    guard let piece = try? JSONDecoder().decode(Piece.self, from: Data(body)) else {
        let head = String(decoding: body.prefix(80), as: UTF8.self)
        throw .notACompletion(endpoint: endpoint.name, detail: "it begins with \(quoted(head))")
    }
    return try answer([piece], chat, endpoint)
}

/// Reads server-sent events (WHATWG HTML §9.2); `[DONE]` or a finish reason ends a whole answer.
func readStream(
    _ body: [UInt8], _ chat: ChatRequest, _ endpoint: Endpoint
) throws(ChatError) -> Completion {
    var pieces: [Piece] = []
    let decoder = JSONDecoder()
    for line in String(decoding: body, as: UTF8.self).split(whereSeparator: \.isNewline)
    where line.hasPrefix("data:") {
        let data = line.dropFirst(5).trimmingCharacters(in: .whitespaces)
        if data == "[DONE]" { break }
        guard let piece = try? decoder.decode(Piece.self, from: Data(data.utf8)) else {
            throw .cutOff(endpoint: endpoint.name, reason: "an event of the stream is no JSON")
        }
        pieces.append(piece)
    }
    return try answer(pieces, chat, endpoint)
}

private func answer(
    _ pieces: [Piece], _ chat: ChatRequest, _ endpoint: Endpoint
) throws(ChatError) -> Completion {
    let name = endpoint.name
    if let trouble = pieces.compactMap(\.error).first {
        throw .failed(endpoint: name, status: 200, detail: trouble.message ?? "no explanation")
    }
    let choices = pieces.compactMap { $0.choices?.first }
    let messages = choices.compactMap { $0.message ?? $0.delta }
    let refusal = messages.compactMap(\.refusal).joined()
    if !refusal.isEmpty { throw .declined(endpoint: name, reason: String(refusal.prefix(200))) }
    let text = messages.compactMap(\.content).joined()
    switch choices.compactMap(\.finish_reason).last {
    case "length":
        throw .cutOff(endpoint: name, reason: "it reached the limit of \(endpoint.answer) tokens")
    case "content_filter": throw .declined(endpoint: name, reason: "its content filter")
    case nil: throw .cutOff(endpoint: name, reason: "the stream ended early")
    default: break
    }
    guard !text.isEmpty else { throw .notACompletion(endpoint: name, detail: "it is empty") }
    let usage = pieces.compactMap(\.usage).last
    return Completion(
        text: text,
        // A service that counts nothing is charged the most that it can have used.
        usage: Usage(
            promptTokens: usage?.prompt_tokens ?? chat.tokenCeiling,
            completionTokens: usage?.completion_tokens ?? text.utf8.count))
}
