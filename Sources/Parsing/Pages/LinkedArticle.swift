import Foundation

/// What a page's JSON-LD says of its article (schema.org `Article` and its kinds).
struct LinkedArticle {
    private(set) var headline: String?
    private(set) var publisher: String?
    private(set) var author: String?
    private(set) var published: String?
    private(set) var updated: String?
    private(set) var image: String?
    private(set) var isFree: Bool?

    /// Takes the text of a script element; what is no JSON says nothing.
    mutating func take(script: String) {
        guard script.utf8.count < 500_000 else { return }
        // Line ends within strings, which JSON forbids and pages write.
        let plain = Data(withoutMarks(script).utf8.map { $0 < 32 ? 32 : $0 })
        if let value = try? JSONSerialization.jsonObject(with: plain) { take(value, depth: 0) }
    }

    /// Without the marks of comments that pages write around it.
    private func withoutMarks(_ script: String) -> String {
        guard script.contains("<!") else { return script }
        return ["<!--", "-->", "/*<![CDATA[*/", "/*]]>*/"].reduce(script) {
            $0.replacing($1, with: "")
        }
    }

    private mutating func take(_ value: Any, depth: Int) {
        guard depth < 6 else { return }
        if let list = value as? [Any] {
            for item in list.prefix(50) { take(item, depth: depth + 1) }
        }
        guard let object = value as? [String: Any] else { return }
        for key in ["@graph", "mainEntity"] {
            if let inner = object[key] { take(inner, depth: depth + 1) }
        }
        let types = (object["@type"] as? [String]) ?? [object["@type"] as? String ?? ""]
        guard types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") })
        else { return }
        headline = headline ?? text(object["headline"]) ?? text(object["name"])
        publisher = publisher ?? name(object["publisher"])
        author = author ?? name(object["author"])
        published = published ?? text(object["datePublished"])
        updated = updated ?? text(object["dateModified"])
        image = image ?? address(object["image"])
        if let free = object["isAccessibleForFree"] {
            isFree = (free as? Bool) ?? ((free as? String)?.lowercased() == "true")
        }
    }

    private func text(_ value: Any?) -> String? {
        guard let text = value as? String, !text.isEmpty, text.utf8.count < 10_000 else {
            return nil
        }
        return text
    }

    private func name(_ value: Any?) -> String? {
        if let list = value as? [Any] { return list.prefix(50).lazy.compactMap(name).first }
        let text = text(value) ?? text((value as? [String: Any])?["name"])
        return text.flatMap(PageMetadata.name)
    }

    private func address(_ value: Any?) -> String? {
        if let list = value as? [Any] { return list.first.flatMap(address) }
        return text(value) ?? text((value as? [String: Any])?["url"])
    }
}
