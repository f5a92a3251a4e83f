import Configuration
import Domain
import Drafting
import Foundation
import Ledger
import Publishing
import Verification

extension Line {
    /// Decides what becomes of a draft; the bytes of an article are made here, and stored with the
    /// verdict.
    func verify(_ story: Story) async throws {
        guard let record = try await ledger.draft(of: story.id) else {
            return try await rest(story, as: .dead(reason: "drafted without a draft"))
        }
        let draft = try parseDraft(record.raw)
        let stored = try await ledger.sources(of: story.id)
        let verdict = Verification.verify(
            draft, against: shown(stored, by: record), kind: record.kind,
            policy: Policy(
                publishers: settings.publish.publishers,
                sensitiveWords: settings.publish.sensitive))
        let now = effects.now()
        let decision: Decision
        switch verdict.decision {
        case .approve:
            decision = .approved(try await article(story, verdict.draft, record, stored, at: now))
        case .hold(let reason): decision = .held(reason: reason)
        case .reject(let reason): decision = .rejected(reason: reason)
        }
        try await ledger.settle(
            story, draft: record.id, proven: verdict.draft, findings: verdict.findings,
            decision: decision, now: now)
        switch decision {
        case .approved(let article):
            report(.reached(story: story.id, .approved, detail: article.path))
        case .held(let reason): report(.reached(story: story.id, .held, detail: reason))
        case .rejected(let reason): report(.reached(story: story.id, .rejected, detail: reason))
        }
    }

    /// The sources as the model saw them: the beginnings of their texts.
    func shown(_ sources: [Source], by record: DraftRecord) -> [Source] {
        sources.compactMap { source in
            guard let bytes = record.shown[source.number] else { return nil }
            guard bytes < source.text.utf8.count else { return source }
            var cut = source
            cut.text = String(decoding: source.text.utf8.prefix(bytes), as: UTF8.self)
            return cut
        }
    }

    func article(
        _ story: Story, _ draft: ProvenDraft, _ record: DraftRecord, _ sources: [Source],
        at now: Date
    ) async throws -> ArticleRecord {
        let origins = Set(try await ledger.entries(of: story.id).map(\.feedURL))
        let tags = feeds.filter { origins.contains($0.url) }.flatMap(\.tags)
        let compiled = try compile(
            Article(
                story: story.id, draft: draft, kind: record.kind, sources: sources, tags: tags,
                categories: settings.site.categories, author: settings.site.author, date: now,
                zone: settings.site.zone,
                producer: Article.Producer(
                    program: program.name, version: program.version, model: record.model)),
            layout: layout)
        return ArticleRecord(
            path: compiled.path, bytes: compiled.bytes, sha256: compiled.sha256,
            title: draft.title, sourceURL: compiled.sourceURL, sync: now,
            wordCount: compiled.wordCount, cited: compiled.cited)
    }
}
