/// The results on a page of DuckDuckGo's form for browsers without scripts.
package struct ResultPage: Sendable {
    package struct Result: Sendable, Equatable {
        package var url: String?
        package var title: String
        package var extract: String
    }

    /// Whether the element that holds the results is there, be it empty.
    package private(set) var hasList = false
    package private(set) var results: [Result] = []

    /// Nil for bytes that are no page, or one that costs too much to read.
    package init?(_ bytes: [UInt8], contentType: String?, url: String) {
        let text = Charset.utf8(bytes, contentType: contentType)
        guard bytes.count <= HTMLDocument.limit, HTMLDocument.refusal(of: text) == nil,
            let root = HTMLDocument(text)?.root
        else { return nil }
        let links = FeedLinks(base: url)
        root.descendants { element in
            if element["id"] == "links" { hasList = true }
            guard Self.has("web-result", element) else { return }
            var result = Result(title: "", extract: "")
            element.descendants { part in
                if Self.has("result__a", part) {
                    result.title = cleanParagraph(part.rawText)
                    result.url = links.resolve(part["href"])
                } else if Self.has("result__snippet", part) {
                    result.extract = cleanParagraph(part.rawText)
                }
            }
            results.append(result)
        }
    }

    private static func has(_ name: String, _ element: HTMLElement) -> Bool {
        element["class"]?.split(separator: " ").contains { $0 == name } ?? false
    }
}
