/// What the class, id and role of an element say of its text.
struct PageMarks: OptionSet {
    let rawValue: UInt8

    /// Names of the text of an article, such as `article-body`.
    static let body = PageMarks(rawValue: 1)
    /// Names that articles have around them, such as `post`.
    static let likely = PageMarks(rawValue: 2)
    /// Names of what stands beside or below an article, such as `sidebar`.
    static let unlikely = PageMarks(rawValue: 4)
    /// Names of what is never an article's own: comments, related articles, sharing, notices.
    static let furniture = PageMarks(rawValue: 8)

    /// Names of the lead of an article, such as `standfirst`.
    static let lead = PageMarks(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What one or more names say, separated by white space.
    init(names: String) {
        self = []
        for token in names.utf8.split(whereSeparator: { $0 <= 32 }) {
            take(words: Self.words(of: token))
        }
    }

    init(_ marks: PageMarks, id: String?, role: String?, property: String?) {
        self = marks
        if let id { formUnion(PageMarks(names: id)) }
        if let property, property.contains("articleBody") || property.contains("reviewBody") {
            insert(.body)
        }
        if let role {
            if Self.furnitureRoles.contains(role) { insert(.furniture) }
            if role == "main" || role == "article" { insert(.likely) }
        }
        // What is said of the text itself outweighs a word beside it.
        if contains(.body) { remove(.unlikely) }
    }

    private static let furnitureRoles: Set<String> = [
        "navigation", "complementary", "banner", "contentinfo", "search", "dialog",
    ]

    private mutating func take(words: [String]) {
        // Two words, such as `story-text`: one alone says little.
        let isBody = words.contains { subject in
            Self.subjects.contains(subject)
                && words.contains { $0 != subject && Self.parts.contains($0) }
        }
        for word in words {
            if Self.furnitureWords.contains(word) { insert(.furniture) }
            if Self.unlikelyWords.contains(word) { insert(.unlikely) }
            if Self.likelyWords.contains(word) { insert(.likely) }
            if Self.leadWords.contains(word) { insert(.lead) }
            if Self.bodyWords.contains(word) { insert(.body) }
        }
        if isBody { insert(.body) }
        // The table of facts beside an article of an encyclopedia.
        if words.contains("basic") && words.contains("info") { insert(.furniture) }
    }

    /// The words of one class: split at signs, digits and capitals, in lower case.
    private static func words(of token: Substring.UTF8View) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var lastWasLower = false
        for byte in token {
            let isUpper = byte >= 65 && byte <= 90
            let isLetter = isUpper || byte >= 97 && byte <= 122
            if !isLetter || isUpper && lastWasLower {
                if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
                word.removeAll(keepingCapacity: true)
            }
            if isLetter { word.append(byte | 32) }
            lastWasLower = isLetter && !isUpper
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    private static let subjects: Set<String> = [
        "article", "story", "post", "entry", "news", "blog", "page", "main", "single", "node",
        "detail", "content", "art", "field", "recipe", "text",
    ]
    private static let parts: Set<String> = [
        "body", "text", "content", "copy", "main", "detail", "details", "paragraphs", "bodycopy",
        "texte", "inhalt",
    ]
    private static let bodyWords: Set<String> = [
        "articlebody", "articletext", "articlecontent", "storybody", "storytext", "storycontent",
        "entrycontent", "postcontent", "postbody", "posttext", "newscontent", "newstext",
        "contenttext", "maincontent", "bodytext", "zhengwen", "neirong", "richtext", "wysiwyg",
        "artikel", "artibody", "prose", "longform",
    ]
    private static let likelyWords: Set<String> = [
        "article", "story", "post", "entry", "content", "main", "body", "text", "hentry", "blog",
        "page", "column", "artikel", "beitrag", "wenzhang", "shadow", "news", "single", "detail",
    ]
    private static let leadWords: Set<String> = [
        "lead", "intro", "standfirst", "summary", "subtitle", "subhead", "subheadline", "deck",
        "dek", "excerpt", "abstract", "perex", "chapo", "sommario", "bajada", "entradilla",
        "vorspann", "anleser", "teaser", "kicker", "synopsis", "spot", "daoyu", "zhaiyao", "lede",
    ]
    private static let unlikelyWords: Set<String> = [
        "sidebar", "side", "rail", "aside", "header", "masthead", "hero", "teaser", "teasers",
        "meta", "metadata", "byline", "author", "bio", "date", "dateline", "tags", "tag", "toolbar",
        "widget", "widgets", "caption", "captions", "credit", "credits", "promo", "promotion",
        "extra",
        "foot", "bottom", "supplemental", "gallery", "slideshow", "thumbnail", "overlay", "banner",
        "shoutbox", "skyscraper", "agegate", "toc", "media", "figure", "image", "photo", "source",
        "editor", "reporter", "agreement", "vote", "poll", "ranking", "rank", "hot",
    ]
    private static let furnitureWords: Set<String> = [
        "comment", "comments", "commentlist", "disqus", "respond", "discussion", "share", "sharing",
        "sharebar", "sharetools", "social", "socials", "addthis", "sharedaddy", "related",
        "relatedposts", "recommend", "recommended", "recommendation", "recommendations", "outbrain",
        "taboola", "more", "readmore", "morenews", "newsletter", "signup", "subscribe",
        "subscription", "paywall", "cookie", "cookies", "consent", "gdpr", "nav", "navbar",
        "navigation", "navi", "breadcrumb", "breadcrumbs", "crumb", "menu", "footer", "copyright",
        "disclaimer", "pagination", "pager", "popup", "modal", "advert", "adverts", "advertisement",
        "advertising", "ad", "ads", "adsense", "adv", "sponsor", "sponsored", "login", "register",
        "search", "trending", "popular", "mostread", "rss", "feedback", "print", "donate",
        "donation", "whatsapp", "pinterest", "skip", "jp",
        "yarpp", "nocontent", "infobox", "reflist", "references", "noprint", "hidden", "legal",
        "survey", "quiz", "tip", "tooltip",
    ]
}
