package import Chat
package import Domain
import Foundation

/// What a model is asked when sources are longer than an endpoint's context: which paragraphs of one
/// of them a draft needs. What it selects stays verbatim, since code takes the paragraphs.
package struct ExtractRequest: Sendable {
    package let chat: ChatRequest
    private let source: Source
    private let paragraphs: [Substring]

    /// - Parameters:
    ///   - headline: what the story is about.
    ///   - room: bytes that the source may take here.
    ///   - share: bytes that its selection should keep to.
    package init(
        of source: Source, headline: String, secret: String, prompts: Prompts, room: Int, share: Int
    ) {
        self.source = source
        var left = room
        paragraphs = source.text.split(separator: "\n\n").prefix { paragraph in
            left -= paragraph.utf8.count + 8
            return left >= 0
        }
        let boundary = SourceBlock.boundary(
            for: headline + source.sha256 + "extract", secret: secret)
        let numbered = paragraphs.enumerated().map { "[\($0 + 1)] \($1)" }
        let (system, user) = prompts.extract.render([
            "headline": SourceBlock.line(headline), "share": share / 3,
            "schema": Self.schema,
            "source": SourceBlock.text(
                source, boundary: boundary, body: numbered.joined(separator: "\n\n"), zone: .gmt),
        ])
        chat = ChatRequest(
            system: system, user: user, schemaName: "extract", schema: Self.schema,
            prompt: prompts.extract.source)
    }

    /// The source with the selected paragraphs alone, in their order.
    package func extract(_ answer: String) throws(DraftError) -> Source {
        let selection = try parseAnswer(answer, as: Selection.self)
        let numbers = Set(selection.paragraphs).filter { (1...paragraphs.count).contains($0) }
        guard !numbers.isEmpty else { throw .missing(path: "paragraphs") }
        return source.showing(
            numbers.sorted().map { String(paragraphs[$0 - 1]) }.joined(separator: "\n\n"))
    }

    private struct Selection: Decodable {
        var paragraphs: [Int]
    }

    private static let schema =
        "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"paragraphs\"],"
        + "\"properties\":{\"paragraphs\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}}"
}
