import Foundation
import Web

/// What an answer with another status than 200 means.
func refusal(_ response: Response, by endpoint: Endpoint, now: Date) -> ChatError {
    let detail = ErrorBody.message(response.body)
    let name = endpoint.name
    let wait = response.headers.retryAfter(at: now) ?? response.headers.rateLimitWait(at: now)
    switch response.status {
    case 401, 403: return .badKey(endpoint: name, detail: detail)
    case 402: return .noCredit(endpoint: name, detail: detail)
    case 404: return .noModel(endpoint: name, model: endpoint.model, detail: detail)
    case 429 where detail.mentions(emptyAccount) && wait == nil:
        return .noCredit(endpoint: name, detail: detail)
    case 429: return .throttled(endpoint: name, wait: wait ?? .seconds(60))
    // llama.cpp, Ollama and vLLM while they read a model's weights.
    case 503 where detail.mentions(["loading"]):
        return .throttled(endpoint: name, wait: wait ?? .seconds(5))
    case 503, 529:
        return wait.map { .throttled(endpoint: name, wait: $0) }
            ?? .failed(endpoint: name, status: response.status, detail: detail)
    case 408, 409, 425, 500...599:
        return .failed(endpoint: name, status: response.status, detail: detail)
    case 413: return .tooLong(endpoint: name, detail: detail)
    case 400 where detail.mentions(overflow), 422 where detail.mentions(overflow):
        return .tooLong(endpoint: name, detail: detail)
    default:
        return .refusedRequest(endpoint: name, status: response.status, detail: detail)
    }
}

/// OpenAI and Moonshot say quota, GLM 余额不足, DashScope Arrearage.
private let emptyAccount = ["quota", "balance", "billing", "arrear", "余额", "欠费"]

/// OpenAI, llama.cpp and vLLM name the context, DashScope the input length, GLM 超长.
private let overflow = ["context", "too long", "input length", "超长", "too many tokens"]

extension String {
    fileprivate func mentions(_ words: [String]) -> Bool {
        let lower = lowercased()
        return words.contains { lower.contains($0) }
    }
}

/// What services say of an error: `{"error": {"message": …}}`, `{"error": "…"}` or less.
private enum ErrorBody {
    private struct Nested: Decodable {
        struct Detail: Decodable { var message: String? }
        var error: Detail
    }
    private struct Flat: Decodable {
        var error: String?
        var message: String?
        var detail: String?
    }

    static func message(_ body: [UInt8]) -> String {
        let data = Data(body.prefix(65_536))
        let nested = try? JSONDecoder().decode(Nested.self, from: data)
        let flat = try? JSONDecoder().decode(Flat.self, from: data)
        let text =
            nested?.error.message ?? flat?.message ?? flat?.error ?? flat?.detail
            ?? String(decoding: body.prefix(200), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(200)
        return line.isEmpty ? "no explanation" : String(line)
    }
}
