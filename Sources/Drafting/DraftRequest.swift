package import Chat
package import Domain
package import Foundation

/// What a model is asked to draft an article from.
package struct DraftRequest: Sendable {
    package private(set) var chat: ChatRequest
    /// The sources as the model is shown them.
    package let shown: [Source]

    /// What was told of the event before, which the article only goes on from.
    package struct Earlier: Sendable, Equatable {
        package var title: String
        package var summary: String
        package var published: Date

        package init(title: String, summary: String, published: Date) {
            self.title = title
            self.summary = summary
            self.published = published
        }
    }

    /// - Parameters:
    ///   - secret: the ledger's; makes the boundary around the sources unguessable.
    ///   - room: bytes that the sources' texts may take together; longer ones are cut.
    package init(
        story: String, sources: [Source], kind: ArticleKind, earlier: Earlier? = nil,
        secret: String, prompts: Prompts, room: Int, zone: TimeZone
    ) {
        shown = Shares(of: sources, in: room).cut(sources)
        let boundary = SourceBlock.boundary(
            for: story + shown.map(\.sha256).joined(), secret: secret)
        let schema = Self.schema(for: shown)
        var facts: [String: Any] = [
            "kind": kind.rawValue, "isFull": kind == .full,
            "least": kind.words.lowerBound, "most": kind.words.upperBound,
            "sources": shown.map {
                SourceBlock.text($0, boundary: boundary, body: $0.text, zone: zone)
            }.joined(separator: "\n\n"),
            "schema": schema,
        ]
        if let earlier {
            let style = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
            facts["earlier"] = [
                "title": SourceBlock.line(earlier.title),
                "summary": SourceBlock.line(earlier.summary),
                "day": earlier.published.formatted(style),
            ]
        }
        let (system, user) = prompts.draft.render(facts)
        chat = ChatRequest(
            system: system, user: user, schemaName: "draft", schema: schema,
            prompt: prompts.draft.source)
    }

    /// The same request after an answer that was no draft: it names what was wrong, and by its
    /// number differs from the ones before it.
    package func again(_ round: Int, after defect: DraftError) -> DraftRequest {
        var request = self
        request.chat.user +=
            "\n\n第 \(round) 次重新作答：上一次的回答不能使用（\(SourceBlock.line(defect.description))）。"
            + "请只输出一个完整的、符合上述结构的 JSON 对象。"
        return request
    }

    /// The form of an answer; only the ids of these sources can be named.
    static func schema(for sources: [Source]) -> String {
        let ids = sources.map { quoted($0.id) }.joined(separator: ",")
        func object(_ members: [(String, String)]) -> String {
            let names = members.map { quoted($0.0) }.joined(separator: ",")
            let fields = members.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",")
            return "{\"type\":\"object\",\"additionalProperties\":false,"
                + "\"required\":[\(names)],\"properties\":{\(fields)}}"
        }
        func list(_ item: String) -> String { "{\"type\":\"array\",\"items\":\(item)}" }
        let text = "{\"type\":\"string\"}"
        let evidence = object([
            ("source", "{\"type\":\"string\",\"enum\":[\(ids)]}"), ("span", text),
        ])
        let sentence = object([("evidence", list(evidence)), ("text", text)])
        let paragraph = object([("heading", text), ("sentences", list(sentence))])
        return object([
            ("paragraphs", list(paragraph)), ("title", text), ("tldr", list(text)), ("slug", text),
            ("keywords", list(text)),
        ])
    }
}
