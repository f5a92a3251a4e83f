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
            take(token)
        }
    }

    init(_ marks: PageMarks, role: String?, property: String?) {
        self = marks
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

    /// Takes one class or id.
    private mutating func take(_ token: Substring.UTF8View) {
        let words = Self.words(of: token)
        for word in words { formUnion(word.meaning.marks) }
        // Two words, such as `story-text`: one alone says little.
        let isBody = words.contains { subject in
            subject.meaning.isSubject
                && words.contains { $0.name != subject.name && $0.meaning.isPart }
        }
        if isBody { insert(.body) }
        // The table of facts beside an article of an encyclopedia.
        if words.contains(where: { $0.name == Self.basic }),
            words.contains(where: { $0.name == Self.info })
        {
            insert(.furniture)
        }
    }

    private struct Meaning {
        var marks: PageMarks = []
        var isSubject = false
        var isPart = false
    }

    /// The words of one class that mean something: split at signs, digits and capitals, in lower
    /// case.
    private static func words(of token: Substring.UTF8View) -> [(
        name: PackedName, meaning: Meaning
    )] {
        var words: [(name: PackedName, meaning: Meaning)] = []
        var word = PackedName()
        func end() {
            if let meaning = meanings[word] { words.append((word, meaning)) }
            word = PackedName()
        }
        var lastWasLower = false
        for byte in token {
            let isUpper = byte >= 65 && byte <= 90
            let isLetter = isUpper || byte >= 97 && byte <= 122
            if !isLetter || isUpper && lastWasLower { end() }
            if isLetter { word.append(byte | 32) }
            lastWasLower = isLetter && !isUpper
        }
        end()
        return words
    }

    private static let basic = PackedName("basic")
    private static let info = PackedName("info")

    private static let meanings: [PackedName: Meaning] = {
        var meanings: [PackedName: Meaning] = [basic: Meaning(), info: Meaning()]
        for (words, mark) in [
            (bodyWords, PageMarks.body), (likelyWords, .likely), (unlikelyWords, .unlikely),
            (furnitureWords, .furniture), (leadWords, .lead),
        ] {
            for word in words {
                meanings[PackedName(word), default: Meaning()].marks.insert(mark)
            }
        }
        for word in subjects { meanings[PackedName(word), default: Meaning()].isSubject = true }
        for word in parts { meanings[PackedName(word), default: Meaning()].isPart = true }
        return meanings
    }()

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
