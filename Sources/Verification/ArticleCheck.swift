import Domain
import Editing

/// Checks what stands of a draft as a whole: lengths, and that title, summary and headings say
/// nothing that the body does not.
struct ArticleCheck {
    private(set) var findings: [Finding] = []
    /// Those that occur in title or body, eight at most.
    private(set) var keywords: [String] = []
    private let body: String

    init(
        _ draft: ProvenDraft, kind: ArticleKind, sources readings: SourceReadings,
        keywords: [String]
    ) {
        let sources = readings.all
        body = draft.paragraphs.flatMap(\.sentences).map(\.text).joined()
        guard !draft.paragraphs.isEmpty else { return }
        for keyword in keywords.map(mended) where !self.keywords.contains(keyword) {
            if !keyword.isEmpty, (draft.title + body).holds(keyword), self.keywords.count < 8 {
                self.keywords.append(keyword)
            }
        }
        let article = ArticleText(draft, keywords: self.keywords, kind: kind)
        findings += articleFindings(
            of: article, titles: sources.filter { !$0.isReusable }.map(\.title)
        ).filter { $0.rule != FormRule.sentenceLong.rawValue }
        check(draft.title, .title)
        for (index, sentence) in draft.tldr.enumerated() { check(sentence, .tldr(index)) }
        for (index, paragraph) in draft.paragraphs.enumerated() where !paragraph.heading.isEmpty {
            check(paragraph.heading, .heading(paragraph: index))
        }
        checkSummary(draft.tldr)
        checkLength(kind, sources)
        findings += readings.overlap.findings(in: body)
    }

    private mutating func check(_ text: String, _ place: Place) {
        findings += formFindings(in: text, place: place)
        support(text, place)
    }

    /// Too far from the length of a summary to be one.
    private mutating func checkSummary(_ sentences: [String]) {
        let count = sentences.joined().hanCount
        if !(40...180).contains(count) {
            find("tldr.length", .hard, .tldr(0), "the TL;DR has \(count) Han, not 60 to 160")
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
        let missing = facts(of: text).filter { !body.holds($0) }
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

extension ArticleText {
    fileprivate init(_ draft: ProvenDraft, keywords: [String], kind: ArticleKind) {
        self.init(
            title: Piece(draft.title, .title),
            summary: draft.tldr.enumerated().map { Piece($1, .tldr($0)) },
            paragraphs: draft.paragraphs.enumerated().map { number, paragraph in
                Paragraph(
                    heading: paragraph.heading.isEmpty
                        ? nil : Piece(paragraph.heading, .heading(paragraph: number)),
                    sentences: paragraph.sentences.enumerated().map {
                        Piece($1.text, .sentence(paragraph: number, sentence: $0))
                    })
            },
            keywords: keywords.enumerated().map { Piece($1, .keyword($0)) }, isFull: kind == .full)
    }
}
