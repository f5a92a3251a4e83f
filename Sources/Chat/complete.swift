import Domain
package import Foundation
package import Web

/// Asks an endpoint and answers what its model said.
///
/// Throws when there is no whole answer; a time-out, a broken connection and a stop may still have
/// been billed.
package func complete(
    _ chat: ChatRequest, at endpoint: Endpoint, over http: HTTPClient, now: Date
) async throws(ChatError) -> Completion {
    let name = endpoint.name
    var headers = [
        (name: "Content-Type", value: "application/json"),
        (name: "Accept", value: endpoint.streams ? "text/event-stream" : "application/json"),
    ]
    if let key = endpoint.key {
        headers.append((name: "Authorization", value: "Bearer \(key.revealed)"))
    }
    let response: Response
    do throws(FetchError) {
        response = try await http.fetch(
            Request(
                endpoint.url + "/chat/completions", method: .post, origin: .settings,
                headers: headers, body: Array(chat.body(for: endpoint).utf8),
                limits: Limits(
                    body: 4_000_000, total: endpoint.timeout, stall: .seconds(120),
                    redirects: 0)))
    } catch .cancelled {
        throw .cancelled
    } catch .tooLarge {
        throw .cutOff(endpoint: name, reason: "it was longer than 4 MB")
    } catch {
        throw .unreachable(endpoint: name, reason: error.description)
    }
    guard response.status == 200 else { throw refusal(response, by: endpoint, now: now) }
    let type = response.headers["Content-Type"]?.lowercased() ?? ""
    return try type.contains("event-stream")
        ? readStream(response.body, chat, endpoint) : readWhole(response.body, chat, endpoint)
}

private func refusal(_ response: Response, by endpoint: Endpoint, now: Date) -> ChatError {
    let detail = ErrorBody.message(response.body)
    let lower = detail.lowercased()
    switch response.status {
    case 401, 403: return .badKey(endpoint: endpoint.name, detail: detail)
    case 402: return .noCredit(endpoint: endpoint.name, detail: detail)
    case 404: return .noModel(endpoint: endpoint.name, model: endpoint.model, detail: detail)
    case 429 where lower.contains("quota") || lower.contains("balance"):
        return .noCredit(endpoint: endpoint.name, detail: detail)
    case 429:
        return .throttled(
            endpoint: endpoint.name, wait: response.headers.retryAfter(at: now) ?? .seconds(60))
    case 503 where response.headers["Retry-After"] != nil:
        return .throttled(
            endpoint: endpoint.name, wait: response.headers.retryAfter(at: now) ?? .seconds(60))
    case 408, 409, 425, 500...599:
        return .failed(endpoint: endpoint.name, status: response.status, detail: detail)
    case 413: return .tooLong(endpoint: endpoint.name, detail: detail)
    case 400 where lower.contains("context") || lower.contains("too long"):
        return .tooLong(endpoint: endpoint.name, detail: detail)
    default:
        return .refusedRequest(endpoint: endpoint.name, status: response.status, detail: detail)
    }
}

/// What services say of an error: `{"error": {"message": …}}` or less.
private struct ErrorBody: Decodable {
    struct Detail: Decodable { var message: String? }
    var error: Detail?

    static func message(_ body: [UInt8]) -> String {
        let known = try? JSONDecoder().decode(ErrorBody.self, from: Data(body.prefix(65_536)))
        let text = known?.error?.message ?? String(decoding: body.prefix(200), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(200)
        return line.isEmpty ? "no explanation" : String(line)
    }
}
