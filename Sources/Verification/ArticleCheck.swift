import Domain
import Editing

/// Checks what stands of a draft as a whole: lengths, and that title, summary and headings say
/// nothing that the body does not.
struct ArticleCheck {
    private(set) var findings: [Finding] = []
    /// Those that occur in title or body, eight at most.
    private(set) var keywords: [String] = []
    private let body: String

    init(_ draft: ProvenDraft, kind: ArticleKind, sources: [Source], keywords: [String]) {
        body = draft.paragraphs.flatMap(\.sentences).map(\.text).joined()
        guard !draft.paragraphs.isEmpty else { return }
        checkTitle(draft.title)
        checkSummary(draft.tldr)
        checkHeadings(draft.paragraphs, kind)
        checkLength(kind, sources)
        for keyword in keywords.map(mended) where !self.keywords.contains(keyword) {
            if !keyword.isEmpty, (draft.title + body).contains(keyword), self.keywords.count < 8 {
                self.keywords.append(keyword)
            }
        }
        if self.keywords.count < 3 {
            find("keywords.few", .form, .article, "fewer than 3 keywords occur in the text")
        }
    }

    private mutating func checkTitle(_ title: String) {
        findings += formFindings(in: title, place: .title)
        if !(10...28).contains(title.hanCount + title.unicodeScalars.count(where: \.isLatin) / 2) {
            find("title.length", .hard, .title, "the title has \(title.hanCount) Han, not 10 to 28")
        }
        if title.contains(where: { "？?！!".contains($0) }) {
            find("title.punctuation", .form, .title, "a title neither asks nor shouts")
        }
        support(title, .title)
    }

    private mutating func checkSummary(_ sentences: [String]) {
        for (index, sentence) in sentences.enumerated() {
            findings += formFindings(in: sentence, place: .tldr(index))
            support(sentence, .tldr(index))
        }
        let count = sentences.joined().hanCount
        if !(40...180).contains(count) {
            find("tldr.length", .hard, .tldr(0), "the TL;DR has \(count) Han, not 60 to 160")
        } else if !(60...160).contains(count) {
            find("tldr.length", .form, .tldr(0), "the TL;DR has \(count) Han, not 60 to 160")
        }
    }

    private mutating func checkHeadings(_ paragraphs: [ProvenDraft.Paragraph], _ kind: ArticleKind)
    {
        var seen: Set<String> = []
        for (index, paragraph) in paragraphs.enumerated() where !paragraph.heading.isEmpty {
            let place = Place.heading(paragraph: index)
            findings += formFindings(in: paragraph.heading, place: place)
            support(paragraph.heading, place)
            if !(2...24).contains(paragraph.heading.count) {
                find("heading.length", .form, place, "a heading has 4 to 18 Han")
            }
            if !seen.insert(paragraph.heading).inserted {
                find("heading.repeated", .hard, place, "the heading stands there twice")
            }
        }
    }

    private mutating func checkLength(_ kind: ArticleKind, _ sources: [Source]) {
        let words = body.count
        let limits = Policy.words(kind)
        if !limits.contains(words) {
            find(
                "article.length", .hard, .article,
                "the body has \(words) words; a \(kind.rawValue) article has "
                    + "\(limits.lowerBound) to \(limits.upperBound)")
        }
        let usable = sources.reduce(0) { $0 + $1.text.count }
        if words * 10 > usable * 8 {
            find(
                "article.thin", .hard, .article,
                "\(words) words from \(usable) characters of sources: more than 0.8 of them")
        }
    }

    /// Every number and Latin name of the text must stand in the body.
    private mutating func support(_ text: String, _ place: Place) {
        let missing = facts(of: text).filter { !body.contains($0) }
        if let first = missing.first {
            find(
                "\(place.rule).unsupported", .hard, place, "\"\(first)\" does not occur in the body"
            )
        }
    }

    private func facts(of text: String) -> [String] {
        var facts: [String] = []
        var fact = ""
        for character in text + " " {
            let scalar = character.unicodeScalars.first
            let isPart =
                scalar?.isLatin == true || scalar?.isDigit == true
                || (".%-".contains(character) && !fact.isEmpty)
            if isPart {
                fact.append(character)
            } else if !fact.isEmpty {
                while let last = fact.last, ".-".contains(last) { fact.removeLast() }
                if !fact.isEmpty { facts.append(fact) }
                fact = ""
            }
        }
        return facts
    }

    private mutating func find(
        _ rule: String, _ severity: Finding.Severity, _ place: Place, _ message: String
    ) {
        findings.append(Finding(rule: rule, severity: severity, place: place, message: message))
    }
}

extension Place {
    fileprivate var rule: String {
        switch self {
        case .title: "title"
        case .tldr: "tldr"
        case .heading: "heading"
        case .article, .sentence, .keyword, .line: "text"
        }
    }
}
