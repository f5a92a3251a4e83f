/// What of a page a reader sees, and what of that could be the article.
enum Visibility {
    /// Never text: programs, forms, pictures, what other readers wrote.
    static let silent: Set<String> = [
        "script", "style", "noscript", "template", "head", "title", "svg", "canvas", "iframe",
        "object", "embed", "form", "button", "select", "option", "textarea", "input", "label",
        "audio", "video", "map", "math", "figcaption", "nav", "footer", "aside", "dialog", "menu",
    ]

    /// Whether a reader would not see the element: text may be hidden there for machines.
    static func isHidden(_ element: HTMLElement) -> Bool {
        if element["hidden"] != nil || element["aria-hidden"] == "true" { return true }
        guard let style = element["style"]?.lowercased().filter({ !$0.isWhitespace }) else {
            return false
        }
        return [
            "display:none", "visibility:hidden", "font-size:0", "opacity:0", "text-indent:-",
            "left:-9", "top:-9", "height:0;", "width:0;", "clip:rect(0", "color:transparent",
            "color:#fff;background:#fff", "color:white;background:white",
        ].contains { style.contains($0) && !style.contains("opacity:0.") }
    }

    /// Whether class or id say that it is about the article, not the article.
    static func isFurniture(_ element: HTMLElement) -> Bool {
        guard element.name != "body", element.name != "html", element.name != "article" else {
            return false
        }
        let words = words(of: element)
        return words.contains { furniture.contains($0) }
            || ["navigation", "complementary", "banner", "contentinfo", "search"]
                .contains(element["role"] ?? "")
    }

    private static func words(of element: HTMLElement) -> [String] {
        let names = [element["class"], element["id"]].compactMap { $0 }.joined(separator: " ")
        return names.lowercased().split { !$0.isLetter }.map(String.init)
    }

    private static let furniture: Set<String> = [
        "comment", "comments", "share", "sharing", "social", "related", "recommend", "recommended",
        "recommendation", "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs",
        "sidebar", "footer", "advert", "advertisement", "ad", "ads", "promo", "promotion",
        "sponsor", "sponsored", "newsletter", "subscribe", "subscription", "cookie", "cookies",
        "consent", "login", "signup", "popup", "modal", "copyright", "disclaimer", "pagination",
        "pager", "tags", "byline", "meta", "metadata", "toolbar", "widget", "hidden", "sr",
        "disqus", "rating", "print", "caption", "credit",
    ]
}
