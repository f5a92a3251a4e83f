import Domain
package import Foundation
package import Web

/// Asks an endpoint for the vectors of texts, one for each and in their order.
///
/// Throws when what comes is anything else; as in `complete`, that may have been billed.
package func embed(
    _ request: EmbeddingRequest, at endpoint: Endpoint, over http: HTTPClient, now: Date
) async throws(ChatError) -> Completion {
    let response = try await post(
        request.body(for: endpoint), to: "/embeddings", of: endpoint, longest: longestBody,
        over: http, now: now)
    let name = endpoint.name
    guard let answer = try? JSONDecoder().decode(EmbeddingAnswer.self, from: Data(response.body))
    else {
        let head = String(decoding: response.body.prefix(80), as: UTF8.self)
        throw .notVectors(endpoint: name, detail: "it begins with \(quoted(head))")
    }
    do throws(EmbeddingAnswer.Defect) {
        return Completion(
            vectors: try answer.vectors(of: request.texts.count),
            // As for a chat: who counts nothing is charged the most.
            usage: answer.usage ?? Usage(promptTokens: request.tokenCeiling, completionTokens: 0),
            rest: response.headers.rateLimitWait(at: now))
    } catch {
        let failure: ChatError =
            answer.trouble.map {
                .failed(endpoint: name, status: 200, detail: $0.message ?? "no explanation")
            } ?? .notVectors(endpoint: name, detail: error.reason)
        throw answer.usage.map { .billed($0, failure) } ?? failure
    }
}

/// Bytes: the numbers of a vector are written in some twenty each.
private let longestBody = 16_000_000
