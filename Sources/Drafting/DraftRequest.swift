package import Chat
package import Domain
package import Foundation

/// What a model is asked to draft an article from.
package struct DraftRequest: Sendable {
    package let chat: ChatRequest
    /// The sources as the model is shown them: each text a beginning of the stored one.
    package let shown: [Source]

    /// - Parameters:
    ///   - secret: the ledger's; makes the boundary around the sources unguessable.
    ///   - room: bytes that the sources' texts may take together.
    package init(
        story: String, sources: [Source], kind: ArticleKind, secret: String, prompts: Prompts,
        room: Int, zone: TimeZone
    ) {
        shown = Self.cut(sources, to: room)
        let identity = story + shown.map(\.sha256).joined()
        let boundary = SHA256.authenticationCode(
            of: Array(identity.utf8), key: Array(secret.utf8)
        ).prefix(16)
        let (system, user) = prompts.draft.render([
            "kind": kind.rawValue, "isFull": kind == .full,
            "least": kind.words.lowerBound, "most": kind.words.upperBound,
            "sources": shown.map {
                Self.block($0, boundary: String(boundary), zone: zone)
            }.joined(separator: "\n\n"),
            "schema": Self.schema(for: shown),
        ])
        chat = ChatRequest(
            system: system, user: user, schemaName: "draft", schema: Self.schema(for: shown),
            prompt: prompts.draft.source)
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

    private static func block(_ source: Source, boundary: String, zone: TimeZone) -> String {
        var lines = ["[[SOURCE \(source.id) \(boundary)]]", "Title: \(line(source.title))"]
        if let publisher = source.publisher { lines.append("Publisher: \(line(publisher))") }
        if let published = source.published {
            let style = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
            lines.append("Published: \(published.formatted(style))")
        }
        if let language = source.language { lines.append("Language: \(line(language))") }
        if source.isReusable { lines.append("Reuse: verbatim") }
        return (lines + ["", source.text, "[[/SOURCE \(source.id) \(boundary)]]"])
            .joined(separator: "\n")
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Gives every source its fair share: what short ones leave goes to the long ones. A text is
    /// cut at the end of a paragraph where one lies in the second half of its share.
    private static func cut(_ sources: [Source], to room: Int) -> [Source] {
        var left = max(room, 0)
        var share: [Int: Int] = [:]
        let order = sources.sorted { $0.text.utf8.count < $1.text.utf8.count }
        for (index, source) in order.enumerated() {
            let fair = left / (order.count - index)
            share[source.number] = min(source.text.utf8.count, fair)
            left -= min(source.text.utf8.count, fair)
        }
        return sources.map { source in
            let most = share[source.number] ?? 0
            guard source.text.utf8.count > most else { return source }
            return Source(
                number: source.number, kind: source.kind, url: source.url, title: source.title,
                publisher: source.publisher, author: source.author, published: source.published,
                retrieved: source.retrieved, language: source.language,
                text: beginning(of: source.text, within: most), isReusable: source.isReusable,
                isSuspect: source.isSuspect)
        }
    }

    private static func beginning(of text: String, within bytes: Int) -> String {
        var end = text.utf8.index(text.startIndex, offsetBy: bytes)
        while end > text.startIndex, String.Index(end, within: text) == nil {
            end = text.utf8.index(before: end)
        }
        let head = text[..<end]
        guard let gap = head.range(of: "\n\n", options: .backwards),
            head[..<gap.lowerBound].utf8.count * 2 >= bytes
        else { return String(head) }
        return String(head[..<gap.lowerBound])
    }
}
