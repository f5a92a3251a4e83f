import Domain
import FlyingFox
import Foundation

/// An OpenAI-compatible `/embeddings` that knows no meaning: texts lie near each other as far as
/// they share pairs of characters.
struct EmbeddingService {
    private struct Request: Decodable {
        var model: String?
        var input: [String]
    }

    private struct Answer: Encodable {
        struct Item: Encodable {
            var object = "embedding"
            var index: Int
            var embedding: [Float]
        }

        struct Usage: Encodable {
            var prompt_tokens: Int
            var total_tokens: Int
        }

        var object = "list"
        var data: [Item]
        var model: String
        var usage: Usage
    }

    func answer(_ body: Data) -> HTTPResponse {
        guard let request = try? JSONDecoder().decode(Request.self, from: body) else {
            return response(
                ["error": ["message": "the request names no texts"]],
                status: HTTPStatusCode(400, phrase: "Bad Request"))
        }
        // Four bytes a token, as for the chat.
        let tokens = request.input.reduce(0) { $0 + ($1.utf8.count + 3) / 4 }
        let items = request.input.enumerated().map {
            Answer.Item(index: $0.offset, embedding: Self.numbers(of: $0.element))
        }
        return response(
            Answer(
                data: items, model: request.model ?? "newsroom-bigrams",
                usage: Answer.Usage(prompt_tokens: tokens, total_tokens: tokens)))
    }

    /// How often each pair of characters stands in a text, 512 counters for all pairs there are.
    private static func numbers(of text: String) -> [Float] {
        let characters = text.lowercased().filter { !$0.isWhitespace && !$0.isPunctuation }
        var counts = [Float](repeating: 0, count: 512)
        for (first, second) in zip("^" + characters, characters + "$") {
            counts[Int(sipHash(Array("\(first)\(second)".utf8)) % 512)] += 1
        }
        return counts
    }

    private func response(_ body: some Encodable, status: HTTPStatusCode = .ok) -> HTTPResponse {
        // Encoding texts and counts does not fail.
        let data = (try? JSONEncoder().encode(body)) ?? Data()
        return HTTPResponse(
            statusCode: status, headers: [.contentType: "application/json"], body: data)
    }
}
