import Domain
import FlyingFox
import FlyingSocks
import Foundation

/// Answers the requests of the world.
struct World: Sendable {
    let port: UInt16
    let library: Library
    let faults: Faults
    let visits: Visits
    /// By the site's key; they say the same as long as the world lasts.
    private let feeds: [String: HTTPResponse]

    init(port: UInt16, dispatches: [Dispatch], faults: Faults, visits: Visits) {
        self.port = port
        self.faults = faults
        self.visits = visits
        let library = Library(dispatches)
        self.library = library
        feeds = Dictionary(
            Site.all.map { ($0.key, Self.feed(of: $0, library, port: port)) },
            uniquingKeysWith: { first, _ in first })
    }

    func answer(_ request: HTTPRequest, from site: Site?) async -> HTTPResponse {
        let response = await respond(to: request, from: site)
        if let site { visits.note(request, at: site, status: response.statusCode.code) }
        return response
    }

    private func respond(to request: HTTPRequest, from site: Site?) async -> HTTPResponse {
        let part = part(request.path, site)
        faults.note(part)
        let fault = faults.next(for: [part, request.path, site?.key ?? ""])
        if let fault, let spoilt = await spoilt(fault) { return spoilt }
        let response: HTTPResponse
        switch (site, request.path) {
        case (_, "/robots.txt"):
            response = text("User-agent: *\nDisallow: /private/\n", "text/plain")
        case (let site?, let path) where path == site.feedPath:
            response = feeds[site.key] ?? status(404)
        case (let site?, let path):
            var more: [String] = []
            if case .paragraph(let text) = fault { more.append(text) }
            response = page(path, of: site, with: more)
        case (nil, "/search"): response = search(request)
        case (nil, "/v1/models"):
            response = text(
                #"{"object":"list","data":[{"id":"newsroom-extractive"},{"id":"newsroom-bigrams"}]}"#,
                "application/json")
        case (nil, "/v1/chat/completions"):
            var answerFault: AnswerFault?
            if case .answer(let kind) = fault { answerFault = kind }
            let body = (try? await request.bodyData) ?? Data()
            let answer = ChatService(fault: answerFault).answer(body)
            if case .cut = fault { return await cut(answer) }
            return answer
        case (nil, "/v1/embeddings"):
            response = EmbeddingService().answer((try? await request.bodyData) ?? Data())
        default: response = status(404)
        }
        let answered = await conditional(response, request)
        if answered.statusCode.code == 304 { faults.note("304") }
        if case .cut = fault { return await cut(answered) }
        return answered
    }

    private func part(_ path: String, _ site: Site?) -> String {
        switch path {
        case "/robots.txt": "robots"
        case "/search": "search"
        case "/v1/chat/completions": "model"
        case "/v1/embeddings": "vectors"
        default: site.map { path == $0.feedPath ? "feed" : "page" } ?? "other"
        }
    }

    // MARK: - Parts

    private static func feed(of site: Site, _ library: Library, port: UInt16) -> HTTPResponse {
        let writer = FeedWriter(
            site: site, base: Newsroom.base(of: site, port),
            dispatches: library.dispatches(of: site))
        // The cookie is there to be refused.
        return HTTPResponse(
            statusCode: .ok,
            headers: [
                .contentType: writer.contentType, HTTPHeader("Set-Cookie"): "visitor=1; Path=/",
                HTTPHeader("Last-Modified"): writer.modified,
            ], body: writer.bytes)
    }

    private func page(_ path: String, of site: Site, with more: [String]) -> HTTPResponse {
        guard case (var dispatch, let others)? = library.dispatch(path, of: site) else {
            return status(404)
        }
        dispatch.paragraphs += more
        let writer = PageWriter(
            dispatch: dispatch, base: Newsroom.base(of: site, port), others: others)
        return text(writer.html, "text/html; charset=utf-8")
    }

    /// SearXNG's answer, JSON or RSS: the dispatches that share most words with the query.
    private func search(_ request: HTTPRequest) -> HTTPResponse {
        func value(_ name: String) -> String? {
            request.query.first { $0.name == name }?.value
        }
        let query = value("q")?.removingPercentEncoding ?? ""
        let found = library.found(by: query)
        if value("format") == "rss" { return rss(found) }
        let results = found.map { item -> [String: Any] in
            [
                "url": Newsroom.base(of: item.site, port) + item.path, "title": item.title,
                "content": item.summary, "engine": "newsroom", "category": "news",
                "publishedDate": Timestamp.text(item.published),
            ]
        }
        let answer: [String: Any] = [
            "query": query, "results": results, "answers": [], "infoboxes": [],
            "suggestions": [], "unresponsive_engines": [],
        ]
        let data = try? JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys])
        return HTTPResponse(
            statusCode: .ok, headers: [.contentType: "application/json"], body: data ?? Data())
    }

    private func rss(_ found: [Dispatch]) -> HTTPResponse {
        let items = found.map { item in
            "<item><title>\(escaped(item.title))</title><link>"
                + "\(Newsroom.base(of: item.site, port))\(item.path)</link><description>"
                + "\(escaped(item.summary))</description></item>"
        }
        return text(
            "<rss version=\"2.0\"><channel><title>search</title>\(items.joined())</channel></rss>",
            "text/xml")
    }

    // MARK: - Answers

    private func text(_ body: String, _ type: String) -> HTTPResponse {
        HTTPResponse(statusCode: .ok, headers: [.contentType: type], body: Data(body.utf8))
    }

    private func status(_ code: Int) -> HTTPResponse {
        HTTPResponse(statusCode: HTTPStatusCode(code, phrase: "Status"), body: Data())
    }

    /// With an ETag, and 304 for who has that already.
    private func conditional(
        _ response: HTTPResponse, _ request: HTTPRequest
    ) async -> HTTPResponse {
        guard response.statusCode == .ok, let body = try? await response.bodyData else {
            return response
        }
        let tag = "\"\(SHA256.hexDigest(body).prefix(16))\""
        var tagged = response
        tagged.headers[HTTPHeader("ETag")] = tag
        guard request.headers[HTTPHeader("If-None-Match")] == tag else { return tagged }
        return HTTPResponse(
            statusCode: HTTPStatusCode(304, phrase: "Not Modified"),
            headers: [HTTPHeader("ETag"): tag], body: Data())
    }

    // MARK: - Faults

    private func spoilt(_ fault: Fault) async -> HTTPResponse? {
        switch fault {
        case .status(let code, let retryAfter):
            var response = status(code)
            if let retryAfter { response.headers[HTTPHeader("Retry-After")] = "\(retryAfter)" }
            return response
        case .delay(let duration):
            try? await Task.sleep(for: duration)
            return nil
        case .body(let body, let type): return text(body, type)
        case .empty: return text("", "text/plain")
        case .endless:
            return HTTPResponse(
                statusCode: .ok,
                body: HTTPBodySequence(from: Endless(), suggestedBufferSize: 65_536))
        case .stall(let duration):
            return HTTPResponse(
                statusCode: .ok, headers: [.contentType: "text/event-stream"],
                body: HTTPBodySequence(from: Stalling(duration: duration)))
        case .large(let count):
            return text(String(repeating: "字", count: count / 3), "text/html; charset=utf-8")
        case .redirect(let target):
            var response = status(302)
            response.headers[HTTPHeader("Location")] = target
            return response
        case .cut, .answer, .paragraph: return nil
        }
    }

    private func cut(_ response: HTTPResponse) async -> HTTPResponse {
        guard let body = try? await response.bodyData else { return response }
        let half = Array(body.prefix(body.count / 2))
        return HTTPResponse(
            statusCode: .ok, headers: response.headers,
            body: HTTPBodySequence(from: Half(bytes: half), count: body.count))
    }
}

/// Bytes that end before the declared length: the connection breaks off.
private struct Half: AsyncBufferedSequence {
    typealias Element = UInt8
    let bytes: [UInt8]

    struct AsyncIterator: AsyncBufferedIteratorProtocol {
        typealias Buffer = [UInt8]
        var bytes: [UInt8]

        mutating func next() async throws -> UInt8? {
            if bytes.isEmpty { throw CocoaError(.fileReadUnknown) }
            return bytes.removeFirst()
        }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            if bytes.isEmpty { throw CocoaError(.fileReadUnknown) }
            let piece = Array(bytes.prefix(count))
            bytes.removeFirst(piece.count)
            return piece
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(bytes: bytes) }
}

/// One event of an answer, then silence, then the end.
private struct Stalling: AsyncBufferedSequence {
    typealias Element = UInt8
    let duration: Duration

    struct AsyncIterator: AsyncBufferedIteratorProtocol {
        typealias Buffer = [UInt8]
        let duration: Duration
        var hasBegun = false

        mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            if hasBegun {
                try await Task.sleep(for: duration)
                return nil
            }
            hasBegun = true
            return Array("data: {\"choices\":[{\"delta\":{\"content\":\"{\"}}]}\n\n".utf8)
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(duration: duration) }
}

private struct Endless: AsyncBufferedSequence {
    typealias Element = UInt8

    struct AsyncIterator: AsyncBufferedIteratorProtocol {
        typealias Buffer = [UInt8]

        mutating func next() async throws -> UInt8? { 32 }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            [UInt8](repeating: 32, count: count)
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
}
