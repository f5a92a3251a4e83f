import Domain
import Foundation

/// Turns an article into the bytes of its file. The same article gives the same bytes.
package func compile(_ article: Article, layout: Layout) throws(CompileError) -> CompiledArticle {
    var footnotes = Footnotes(article.sources)
    let sections = sections(of: article.draft, with: &footnotes)
    guard let primary = footnotes.sources.first else { throw .nothingCited }
    let dates = ArticleDates(zone: article.zone)
    let texts =
        [article.draft.tldr] + article.draft.paragraphs.map { $0.sentences.map(\.text) }
    // As they reach the file: one by one.
    let words = wordCount(texts.map { $0.map(visibleLine).joined() }.joined(separator: "\n"))
    let slug = slug(article.draft.slug, story: article.story)
    let head = frontMatter(of: article, citing: footnotes.sources, words: words, slug: slug, dates)
    let body = layout.render([
        "tldr": article.draft.tldr.map(escaped).joined(), "isFull": article.kind == .full,
        "sections": sections,
        "keywords": article.draft.keywords.map(escaped).joined(separator: "、"),
        "isReviewed": article.isReviewed, "time": dates.spoken(article.date),
        "definitions": footnotes.sources.enumerated().map { index, source in
            definition(index + 1, source, dates)
        }.joined(separator: "\n"),
    ])
    let bytes = Array("---\n\(try head.yaml())---\n\n\(body)".utf8)
    return CompiledArticle(
        path: "\(dates.day(article.date))-\(slug).md", bytes: bytes,
        sha256: SHA256.hexDigest(bytes), cited: footnotes.sources.map(\.number),
        sourceURL: primary.url, wordCount: words, recipe: try Recipe(article).json)
}

private func frontMatter(
    of article: Article, citing sources: [Source], words: Int, slug: String, _ dates: ArticleDates
) -> FrontMatter {
    let draft = article.draft
    let summary = summary(draft.tldr.map(visibleLine).filter { !$0.isEmpty })
    let producer = article.producer
    return FrontMatter(
        title: visibleLine(draft.title), date: dates.local(article.date),
        lastmod: dates.local(article.date), draft: article.isDraft,
        tags: unique(article.tags + draft.keywords), categories: unique(article.categories),
        keywords: unique(draft.keywords), author: visibleLine(article.author), summary: summary,
        description: summary,
        cover: article.cover.map {
            FrontMatter.Cover(
                image: escapedURL($0.image), alt: "图片来源：\(visibleLine($0.credit))")
        },
        sourceURL: escapedURL(sources.first?.url ?? ""),
        sources: sources.enumerated().map { index, source in
            FrontMatter.SourceEntry(
                id: index + 1, title: visibleLine(source.title), url: escapedURL(source.url),
                publisher: source.publisher.map(visibleLine),
                published: source.published.map(dates.local),
                retrieved: dates.local(source.retrieved))
        },
        wordCount: words, readingTime: readingTime(words: words), aiScore: article.score,
        syncTime: Timestamp.text(article.date), isCJKLanguage: true, slug: slug,
        aigc: FrontMatter.Mark(
            label: "AI 生成",
            producer: "\(producer.program) \(producer.version), \(visibleLine(producer.model))",
            contentID: article.story))
}

private func sections(
    of draft: ProvenDraft, with footnotes: inout Footnotes
) -> [[String: Any]] {
    var sections: [(heading: String, paragraphs: [String])] = []
    for paragraph in draft.paragraphs {
        var text = ""
        // Nothing is cited for what cannot be seen.
        for sentence in paragraph.sentences where !visibleLine(sentence.text).isEmpty {
            text += footnotes.marked(sentence)
        }
        if text.isEmpty { continue }
        if paragraph.heading.isEmpty, !sections.isEmpty {
            sections[sections.count - 1].paragraphs.append(text)
        } else {
            sections.append((escaped(paragraph.heading), [text]))
        }
    }
    return sections.map { section in
        var facts: [String: Any] = ["paragraphs": section.paragraphs.map { ["text": $0] }]
        if !section.heading.isEmpty { facts["heading"] = section.heading }
        return facts
    }
}

private func definition(_ label: Int, _ source: Source, _ dates: ArticleDates) -> String {
    let publisher = source.publisher.map { escaped($0) + "：" } ?? ""
    let published = source.published.map { "，\(dates.spokenDay($0))发布" } ?? ""
    let extent = source.kind == .snippet ? "（仅摘要）" : ""
    return "[^\(label)]: \(publisher)[\(escaped(source.title))](<\(escapedURL(source.url))>)"
        + "\(extent)\(published)，\(dates.spokenDay(source.retrieved))检索。"
}

/// The TL;DR, cut at the end of a sentence, at most 120 characters.
private func summary(_ sentences: [String]) -> String {
    var text = sentences.first ?? ""
    for sentence in sentences.dropFirst() where (text + sentence).count <= 120 { text += sentence }
    return text
}

/// ASCII, at most 60 characters, ending in the story's id.
private func slug(_ suggestion: String, story: String) -> String {
    let words = suggestion.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var slug = ""
    for word in words where slug.count + word.count + story.count + 2 <= 60 {
        slug += "\(word)-"
    }
    return slug + story
}

private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map(visibleLine).filter { !$0.isEmpty && seen.insert($0).inserted }
}

/// Moments as an article writes them, in the site's zone.
struct ArticleDates {
    private let calendar: Calendar
    private let zone: TimeZone

    init(zone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
        self.zone = zone
    }

    /// RFC 3339 with milliseconds and the site's offset.
    func local(_ date: Date) -> String {
        let offset = zone.secondsFromGMT(for: date)
        let text = Timestamp.text(date.addingTimeInterval(Double(offset))).dropLast()
        let minutes = abs(offset) / 60
        return text + (offset < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
    }

    func day(_ date: Date) -> String { String(local(date).prefix(10)) }

    /// 2025 年 6 月 9 日
    func spokenDay(_ date: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return "\(parts.year ?? 0) 年 \(parts.month ?? 0) 月 \(parts.day ?? 0) 日"
    }

    /// 2025 年 6 月 9 日 08:02（北京时间）
    func spoken(_ date: Date) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        let clock = "\(padded(parts.hour ?? 0)):\(padded(parts.minute ?? 0))"
        let name = zone.identifier == "Asia/Shanghai" ? "北京时间" : zone.identifier
        return "\(spokenDay(date)) \(clock)（\(name)）"
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
