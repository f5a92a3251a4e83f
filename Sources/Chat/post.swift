import Domain
import Foundation
import Web

/// Posts JSON to an endpoint and answers what came with its 200; anything else is thrown.
///
/// - Parameters:
///   - longest: bytes of the answer.
///   - receive: takes the answer as it arrives, where it is a stream.
func post(
    _ body: String, to path: String, of endpoint: Endpoint, longest: Int, over http: HTTPClient,
    now: Date, receive: (@Sendable (ArraySlice<UInt8>) -> Bool)? = nil
) async throws(ChatError) -> Response {
    let streams = receive != nil && endpoint.streams
    var headers = [
        (name: "Content-Type", value: "application/json"),
        (name: "Accept", value: streams ? "text/event-stream" : "application/json"),
    ]
    if let key = endpoint.key {
        headers.append((name: "Authorization", value: "Bearer \(key.revealed)"))
    }
    let response: Response
    do throws(FetchError) {
        response = try await http.fetch(
            Request(
                endpoint.url + path, method: .post, origin: .settings, headers: headers,
                body: Array(body.utf8),
                limits: Limits(
                    body: longest, total: endpoint.timeout,
                    // An answer in one piece is silent until it is done.
                    stall: streams ? endpoint.stall : endpoint.timeout, slowRate: 1, redirects: 0),
                receive: receive))
    } catch .cancelled {
        throw .cancelled
    } catch .tooLarge {
        throw .cutOff(endpoint: endpoint.name, reason: "it was longer than \(longest) bytes")
    } catch {
        throw .unreachable(endpoint: endpoint.name, reason: error.description)
    }
    guard response.status == 200 else { throw refusal(response, by: endpoint, now: now) }
    return response
}
