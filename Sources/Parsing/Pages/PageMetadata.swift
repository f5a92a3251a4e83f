import Domain
import Foundation

/// What a page says of itself: JSON-LD first, then Open Graph and meta elements, then the tree.
struct PageMetadata {
    private(set) var page = Page(text: "")
    /// What JSON-LD says of payment (`isAccessibleForFree`).
    private(set) var isFree: Bool?
    private(set) var documentTitle: String?
    private let links: FeedLinks
    private var heading: String?
    private var meta: [String: String] = [:]
    private var canonicals: [String] = []
    private var times: [String] = []

    init(_ document: HTMLDocument, url: String) {
        links = FeedLinks(base: url)
        guard let root = document.root else { return }
        var linked = LinkedArticle()
        root.descendants { element in
            switch element.name {
            case "meta": takeMeta(element)
            case "link" where element["rel"]?.lowercased() == "canonical":
                if let href = links.resolve(element["href"]) { canonicals.append(href) }
            case "script" where element["type"]?.lowercased() == "application/ld+json":
                linked.take(script: element.rawText)
            case "title": documentTitle = documentTitle ?? Self.line(element.rawText)
            case "h1": heading = heading ?? Self.line(element.rawText)
            case "time": if let time = element["datetime"] { times.append(time) }
            default: break
            }
        }
        isFree = linked.isFree
        page.language = language(root["lang"] ?? root["xml:lang"])
        takeNames(linked)
        takeTimes(linked)
        page.canonicalURL = canonicals.first ?? links.resolve(first("og:url"))
        page.image = links.resolve(linked.image ?? first("og:image", "twitter:image"))
        page.directives = directives
    }

    /// Takes the time that stands in the lines below the title, where the page says none elsewhere:
    /// most Chinese pages do not.
    mutating func takeByline(of tree: PageTree) {
        guard page.published == nil else { return }
        let title = tree.blocks.firstIndex { $0.tag == .topHeading || $0.text == page.title } ?? 0
        for block in tree.blocks[title...].prefix(8) where block.weight < 160 {
            // Looking for the form itself is dear.
            guard block.text.utf8.contains(UInt8(ascii: "2")), block.text.contains("20"),
                let written = block.text.firstMatch(
                    of:
                        /20\d\d ?[-年\/.] ?\d{1,2} ?[-月\/.] ?\d{1,2}( ?日)?([ T]*\d{1,2}:\d{2}(:\d{2})?)?/
                )
            else { continue }
            page.published = time(String(written.output.0))
            return
        }
    }

    private mutating func takeMeta(_ element: HTMLElement) {
        let key =
            element["property"] ?? element["name"] ?? element["itemprop"] ?? element["http-equiv"]
        guard let key = key?.lowercased(), let content = element["content"], !content.isEmpty,
            content.utf8.count < 10_000
        else { return }
        meta[key] = meta[key] ?? content
    }

    private func first(_ keys: String...) -> String? {
        keys.lazy.compactMap { meta[$0] }.first
    }

    // MARK: - Names

    private mutating func takeNames(_ linked: LinkedArticle) {
        page.publisher =
            linked.publisher
            ?? first("og:site_name", "publisher", "application-name")
            .flatMap(Self.line)
        page.title =
            linked.headline.flatMap(Self.line)
            ?? first("og:title", "twitter:title").flatMap { title($0) }
            ?? heading ?? documentTitle.flatMap { title($0) }
        page.author =
            linked.author
            ?? first("author", "article:author", "byl", "dc.creator", "parsely-author")
            .flatMap(Self.name)
    }

    /// A title without the publisher's name behind it.
    private func title(_ text: String) -> String? {
        guard let line = Self.line(text) else { return nil }
        for separator in [" - ", " | ", " – ", " — ", "_", "-", "|", "－"] {
            guard let cut = line.range(of: separator, options: .backwards) else { continue }
            let (head, tail) = (line[..<cut.lowerBound], line[cut.upperBound...])
            let isPublisher = page.publisher.map { tail.contains($0) || $0.contains(tail) } ?? false
            // What the page's own heading says too is not the publisher's.
            if isPublisher && !tail.isEmpty || heading == Self.line(String(head)) {
                return Self.line(String(head))
            }
        }
        return line
    }

    /// Nil for nothing; no longer than a title or a name is.
    private static func line(_ text: String) -> String? {
        let line = cleanParagraph(text)
        return line.isEmpty ? nil : String(line.prefix(500))
    }

    /// A person's name; an address of a profile is none.
    static func name(_ text: String) -> String? {
        guard let line = line(text), !line.contains("://"), line.count <= 100 else { return nil }
        return line
    }

    // MARK: - Times

    private mutating func takeTimes(_ linked: LinkedArticle) {
        let published = [
            linked.published,
            first(
                "article:published_time", "og:article:published_time", "datepublished", "pubdate",
                "publishdate", "publish-date", "publish_time", "og:published_time",
                "og:release_date", "dc.date.issued", "dc.date", "dcterms.created", "date",
                "parsely-pub-date", "sailthru.date"),
            times.first,
        ]
        page.published = published.compactMap { $0.flatMap { time($0) } }.first
        let updated = [
            linked.updated, first("article:modified_time", "og:updated_time", "datemodified"),
        ]
        page.updated = updated.compactMap { $0.flatMap { time($0) } }.first
    }

    /// A time as the page writes it; one with a clock but no zone is China's on a Chinese page.
    func time(_ text: String) -> Date? {
        guard let date = writtenDate(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            return nil
        }
        let isLocal =
            page.language?.hasPrefix("zh") == true
            && text.wholeMatch(
                of: /\s*\d{4}[-\/]\d{1,2}[-\/]\d{1,2}[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*/)
                != nil
        return isLocal ? date.addingTimeInterval(-8 * 3600) : date
    }

    // MARK: - Language and wishes

    /// BCP 47, `zh_CN` as `zh-CN`; nil for what is no tag.
    private func language(_ ofRoot: String?) -> String? {
        [ofRoot, first("og:locale", "language", "content-language")].lazy.compactMap { written in
            let tag = (written ?? "").trimmingCharacters(in: .whitespaces).replacing("_", with: "-")
            return isLanguageTag(tag) ? tag : nil
        }.first
    }

    /// What the page asks of all programs, or of this one.
    private var directives: [String] {
        [meta["robots"], meta["caibian"]].compactMap { $0 }.flatMap(robotsDirectives)
    }
}

/// Two or three letters, then at most three parts of two to eight letters or digits.
private func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isLetter = { (byte: UInt8) in byte | 32 >= 97 && byte | 32 <= 122 }
    guard let first = parts.first, parts.count <= 4, (2...3).contains(first.count),
        first.allSatisfy(isLetter)
    else { return false }
    return parts.dropFirst().allSatisfy { part in
        (2...8).contains(part.count)
            && part.allSatisfy { isLetter($0) || $0 >= 48 && $0 <= 57 }
    }
}

/// The words of a robots meta element or of an `X-Robots-Tag` header, in lower case; those that are
/// for another program (`otherbot: noindex`) left out.
package func robotsDirectives(_ text: String) -> [String] {
    var isForUs = true
    return text.lowercased().prefix(1000).split(separator: ",").compactMap { part in
        var word = part.trimmingCharacters(in: .whitespaces)
        if let colon = word.firstIndex(of: ":"), !word.hasPrefix("unavailable_after"),
            !word.hasPrefix("max-")
        {
            isForUs = ["caibian", "*"].contains(word[..<colon].trimmingCharacters(in: .whitespaces))
            word = word[word.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        return isForUs && !word.isEmpty ? word : nil
    }
}
