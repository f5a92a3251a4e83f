import Domain
package import Foundation
package import Web

/// Asks an endpoint and answers what its model said, held to the form as far as `output` says.
///
/// Throws when there is no whole answer; a time-out, a broken connection and a stop may still have
/// been billed. An answer that the model broke off is one: its `ending` says so.
package func complete(
    _ chat: ChatRequest, at endpoint: Endpoint, output: Endpoint.Output, over http: HTTPClient,
    now: Date
) async throws(ChatError) -> Completion {
    let reader = AnswerReader()
    let response = try await post(
        chat.body(for: endpoint, output: output), to: "/chat/completions", of: endpoint,
        longest: longestBody, over: http, now: now
    ) { reader.receive($0) }
    // Recorded answers come whole.
    if !response.body.isEmpty { _ = reader.receive(response.body[...]) }
    var completion = try completion(reader, chat, endpoint)
    completion.rest = response.headers.rateLimitWait(at: now)
    return completion
}

/// A stream wraps every few bytes of text in two hundred of its own.
private let longestBody = 256_000_000

private func completion(
    _ reader: AnswerReader, _ chat: ChatRequest, _ endpoint: Endpoint
) throws(ChatError) -> Completion {
    let (gathered, isStream) = reader.finish()
    if let error = gathered.failure(of: endpoint.name, isStream: isStream) {
        throw gathered.bill(isStream: isStream).map { .billed($0, error) } ?? error
    }
    let text = String(decoding: gathered.text, as: UTF8.self)
    let ending: Completion.Ending
    switch gathered.finish {
    case _ where gathered.isRunaway: ending = .runaway
    case _ where !gathered.refusal.isEmpty:
        ending = .declined(String(gathered.refusal.prefix(200)))
    case "content_filter": ending = .declined("its content filter")
    case "length": ending = .limit
    default: ending = .stop
    }
    return Completion(
        text: text,
        // A service that counts nothing is charged the most that it can have used.
        usage: Usage(
            promptTokens: gathered.usage?.prompt_tokens ?? chat.tokenCeiling,
            completionTokens: gathered.usage?.completion_tokens
                ?? (ending == .runaway
                    ? endpoint.answer : min(endpoint.answer, text.utf8.count))),
        ending: ending)
}

extension AnswerReader.Gathered {
    /// Why what came is no whole answer; nil when it is one.
    fileprivate func failure(of endpoint: String, isStream: Bool) -> ChatError? {
        if let trouble { return .failed(endpoint: endpoint, status: 200, detail: trouble) }
        let isCut = isStream && !text.isEmpty
        if let defect {
            return isCut
                ? .cutOff(endpoint: endpoint, reason: defect)
                : .notACompletion(endpoint: endpoint, detail: defect)
        }
        // What was stopped here, or declined, need not say how it ended.
        guard finish == nil, !isRunaway, refusal.isEmpty else { return nil }
        return isCut
            ? .cutOff(endpoint: endpoint, reason: "the stream ended early")
            : .notACompletion(endpoint: endpoint, detail: "it holds no answer")
    }

    /// What a failure cost. A stream that was cut off may have gone on to use more than it said.
    fileprivate func bill(isStream: Bool) -> Usage? {
        guard !isStream || trouble != nil, let prompt = usage?.prompt_tokens,
            let completion = usage?.completion_tokens
        else { return nil }
        return Usage(promptTokens: prompt, completionTokens: completion)
    }
}
