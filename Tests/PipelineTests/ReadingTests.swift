import Domain
import Foundation
import Ledger
import Pipeline
import Testing
import Web

struct ReadingTests {
    @Test(arguments: [200, 403, 503], ["challenge", "Challenge"])
    func `takes no text from a page that is a challenge`(status: Int, value: String) async throws {
        let desk = try AnsweringDesk(
            "  - {url: \"http://chat.example/v1\", model: chat, roles: [draft]}")
        let link = "http://a.example/news/1"
        try await desk.report(
            Entry(
                id: "1", title: "北岭引水工程正式通水", link: link,
                published: AnsweringDesk.start.addingTimeInterval(-3600)),
            at: "http://a.example/feed")
        let line = try desk.line { request throws(FetchError) in
            guard request.url == link else { return Response(status: 404, url: request.url) }
            let words = String(repeating: "请稍候，我们正在核实您是真人。此过程自动进行，无需任何操作。", count: 40)
            return Response(
                status: status,
                headers: Headers([
                    (name: "Content-Type", value: "text/html; charset=utf-8"),
                    (name: "CF-Mitigated", value: value),
                ]),
                body: Array("<html><body><article><p>\(words)</p></article></body></html>".utf8),
                url: request.url)
        }
        #expect(try await line.group() == 1)
        #expect(try await line.workOne(.queued))
        let page = try #require(try await desk.ledger.page(at: canonicalURL(link) ?? ""))
        #expect(page.page.text.isEmpty)
        #expect(page.error?.contains("challenge") == true)
        let story = try #require(try await desk.ledger.queue().first)
        #expect(story.reason?.contains("too thin") == true)
    }
}
