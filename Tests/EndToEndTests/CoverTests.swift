import Domain
import Foundation
import Ledger
import Newsroom
import Pipeline
import Publishing
import Testing

// One world at a time: each has eight servers.
@Suite(.serialized)
struct CoverTests {
    @Test(arguments: ["verbatim", "any"])
    func `shows the image of a cited source with its credit, where the settings allow it`(
        cover: String
    ) async throws {
        let desk = try await Desk(sites: ["远山科技"], publish: "{cover: \(cover)}")
        try await desk.pass()
        let published = try await desk.ledger.published()
        #expect(!published.isEmpty)
        for row in published {
            let text = try desk.text(of: row.path)
            let source = try #require(try await desk.ledger.sources(of: row.id).first)
            let host = try #require(URL(string: source.url)?.host)
            #expect(text.contains("cover:\n  image: http://\(host):"), "\(text.prefix(900))")
            #expect(text.contains("  alt: 图片来源：\(source.publisher ?? "")\n"))
            #expect(checkFile(text) == [])
            #expect(try await replayed(row.id, from: desk.ledger) == Array(text.utf8))
        }
        await desk.close()
    }

    @Test func `shows none where they do not`() async throws {
        let desk = try await Desk(sites: ["远山科技"])
        try await desk.pass()
        let files = try desk.files()
        #expect(!files.isEmpty)
        for file in files { #expect(!(try desk.text(of: file).contains("cover:"))) }
        await desk.close()
    }
}
