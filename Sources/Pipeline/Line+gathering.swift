import Configuration
import Domain
import Drafting
import Foundation
import Ledger
import Parsing
import Publishing
import Research
import Web

extension Line {
    /// Finds the sources of a story: the pages behind its entries, else what the feeds themselves
    /// carried, and what a search knows of it.
    func gather(_ story: Story) async throws {
        if let path = site.file(of: story.id) {
            return try await rest(
                story,
                as: .held(
                    reason: "path taken: \(path) tells this story already, and the ledger does not "
                        + "know it, as after a restore; reject the story, or move the file away "
                        + "and retry"))
        }
        var collection = SourceCollection(limit: settings.stories.sources)
        var details: [Int: GatheredSource] = [:]
        var troubles: [String] = []
        for (feedURL, feedTitle, entry, seen) in try await ledger.entries(of: story.id) {
            let feed = feeds.first { $0.url == feedURL }
            let (candidates, trouble) = try await sources(
                of: entry, publisher: feed?.name ?? feedTitle, seen: seen,
                isReusable: feed?.isReusable ?? false)
            if let trouble { troubles.append(trouble) }
            for candidate in candidates where collection.add(candidate.source) {
                details[collection.sources.count] = candidate
                break
            }
        }
        if !collection.isFull {
            troubles += try await search(for: story, into: &collection, &details)
        }
        let now = effects.now()
        if let reason = staleness(of: collection.sources, at: now) {
            return try await rest(story, as: .rejected(reason: reason))
        }
        guard let kind = articleKind(for: collection.sources) else {
            let characters = collection.sources.map(\.text.count).reduce(0, +)
            let why = troubles.isEmpty ? "" : "; " + troubles.prefix(2).joined(separator: "; ")
            return try await rest(
                story,
                as: .rejected(
                    reason: "too thin: \(characters) characters in \(collection.sources.count) "
                        + "sources carry no article\(why)"))
        }
        let gathered = collection.sources.map { source in
            var detail = details[source.number] ?? GatheredSource(source)
            detail.source = source
            return detail
        }
        try await ledger.settle(story, sources: gathered, kind: kind, now: now)
        report(.reached(story: story.id, .gathered, detail: "\(gathered.count) sources"))
    }

    /// Why the event is no news, whatever the entries' dates say: the pages themselves are old.
    private func staleness(of sources: [Source], at now: Date) -> String? {
        // A day's grace: many pages say the day alone, and in their own zone.
        let oldest = now.addingTimeInterval(-settings.stories.window.inSeconds - 86_400)
        guard let newest = sources.compactMap(\.published).max(), newest < oldest else {
            return nil
        }
        return "older than the freshness window: its sources are of "
            + Timestamp.text(newest).prefix(10)
    }

    /// The page behind an entry, then the entry's own text: whichever comes first is taken. Also why
    /// the page is none.
    private func sources(
        of entry: Entry, publisher: String?, seen: Date, isReusable: Bool
    ) async throws -> (candidates: [GatheredSource], trouble: String?) {
        guard let link = entry.link else { return ([], "an entry has no link") }
        let own = plainText(ofHTML: entry.content ?? entry.summary ?? "")
        let fromFeed = GatheredSource(
            Source(
                number: 0, kind: .entry, url: link, title: entry.title ?? link,
                publisher: publisher, author: entry.author, published: entry.published,
                retrieved: seen, language: entry.language, text: own, isReusable: isReusable,
                isSuspect: isSuspect(own)))
        let record = try await page(at: link)
        guard record.error == nil, record.page.text.count > own.count else {
            return ([fromFeed], record.error)
        }
        let page = source(
            of: record, title: entry.title, publisher: publisher, published: entry.published,
            isReusable: isReusable)
        return ([GatheredSource(page, status: record.status), fromFeed], nil)
    }

    private func search(
        for story: Story, into collection: inout SourceCollection,
        _ details: inout [Int: GatheredSource]
    ) async throws -> [String] {
        let answer = try await search(story.headline)
        for snippet in answer.snippets {
            guard !collection.isFull, collection.isNew(snippet.url),
                isRelevant(snippet, to: story.headline)
            else { continue }
            let record = try await page(at: snippet.url)
            let isReusable = try await isReusable(record)
            let source =
                record.error == nil
                ? source(
                    of: record, title: snippet.title, publisher: snippet.publisher,
                    published: snippet.published, isReusable: isReusable)
                : Source(
                    number: 0, kind: .snippet, url: snippet.url, title: snippet.title,
                    publisher: snippet.publisher, published: snippet.published,
                    retrieved: snippet.retrieved, text: snippet.extract, isReusable: isReusable,
                    isSuspect: isSuspect(snippet.extract))
            if collection.add(source) {
                details[collection.sources.count] = GatheredSource(
                    source, status: record.status, provider: snippet.provider,
                    query: snippet.query, rank: snippet.rank)
            }
        }
        return answer.troubles
    }

    private func source(
        of record: PageRecord, title: String?, publisher: String?, published: Date?,
        isReusable: Bool
    ) -> Source {
        Source(
            number: 0, kind: .page, url: citableURL(of: record),
            title: record.page.title ?? title ?? record.finalURL,
            publisher: record.page.publisher ?? publisher, author: record.page.author,
            published: record.page.published ?? published, retrieved: record.retrieved,
            language: record.page.language, text: record.page.text, isReusable: isReusable,
            isSuspect: isSuspect(record.page.text))
    }

    /// The page's canonical URL where it is on the same site, else the one that answered.
    private func citableURL(of record: PageRecord) -> String {
        guard let canonical = record.page.canonicalURL,
            let own = URL(string: canonical)?.host, own == URL(string: record.finalURL)?.host,
            canonical.hasPrefix("http")
        else { return record.finalURL }
        return canonical
    }

    /// Whether a feed that may be taken over word for word lists the page.
    private func isReusable(_ record: PageRecord) async throws -> Bool {
        let addresses = [record.url, record.finalURL, record.page.canonicalURL]
            .compactMap { $0.flatMap(canonicalURL) }
        let listing = try await ledger.feeds(listing: addresses)
        return feeds.contains { $0.isReusable && listing.contains($0.url) }
    }
}
