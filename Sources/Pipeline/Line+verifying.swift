import Configuration
import Domain
import Drafting
import Editing
import Foundation
import Ledger
import Publishing
import Verification

extension Line {
    /// Decides what becomes of a draft: rules, then a judge, then repair, which makes it a draft
    /// again; at last the bytes of an article, stored with the verdict.
    func verify(_ story: Story) async throws {
        guard let record = try await ledger.draft(of: story.id) else {
            return try await rest(story, as: .dead(reason: "drafted without a draft"))
        }
        let stored = try await ledger.sources(of: story.id)
        let trial = try await trial(of: record, for: story, stored)
        if case .failed(let reason) = trial.judged {
            return try await settle(story, trial, as: .held(reason: reason))
        }
        // A round that left more unsupported than it found is not taken.
        if record.repairs > 0,
            let before = try await ledger.draft(of: story.id, round: record.round - 1),
            let count = before.unsupported, trial.unsupported > count
        {
            try await ledger.note(
                draft: record.id, findings: trial.inspection.findings,
                judgments: trial.records)
            let earlier = try await self.trial(of: before, for: story, stored)
            return try await conclude(story, earlier, stored)
        }
        if record.repairs < Self.repairRounds, trial.isWorthRepairing,
            let better = try await repaired(
                trial.draft, trial.inspection, trial.judged.judgments, of: story, record,
                trial.sources)
        {
            try await ledger.settle(
                story, repaired: try text(of: better.draft), of: record, call: better.call,
                unsupported: trial.unsupported, findings: trial.inspection.findings,
                judgments: trial.records, now: effects.now())
            report(.reached(story: story.id, .drafted, detail: "repaired"))
            return
        }
        try await conclude(story, trial, stored)
    }

    /// A draft with all that was found out about it.
    private struct Trial {
        let record: DraftRecord
        let draft: Draft
        /// As the model saw them.
        let sources: SourceReadings
        let inspection: Inspection
        let judged: Judged

        var unsupported: Int {
            inspection.sentences.count { $0.isUnsupported(judged.judgments) }
        }

        /// A draft that is wrong for the most part was written from something else.
        var isWorthRepairing: Bool { unsupported * 2 <= inspection.sentences.count }

        var records: [JudgmentRecord] {
            inspection.claims.compactMap { claim in
                judged.judgments?[claim.place].map {
                    JudgmentRecord(
                        place: claim.place.description, key: claim.key, claim: claim.text,
                        judgment: $0)
                }
            }
        }
    }

    private func trial(
        of record: DraftRecord, for story: Story, _ stored: [Source]
    ) async throws -> Trial {
        let draft = try parseDraft(record.raw)
        let sources = try await read(shown(stored, by: record))
        let inspection = inspect(draft, against: sources)
        return Trial(
            record: record, draft: draft, sources: sources, inspection: inspection,
            judged: try await judged(inspection.claims, of: story, record, sources))
    }

    /// Sources as the rules read them, by the names that the ledger knows.
    func read(_ sources: [Source]) async throws -> SourceReadings {
        SourceReadings(
            sources,
            names: try await ledger.names(seededWith: seedNames, now: effects.now()))
    }

    private func conclude(_ story: Story, _ trial: Trial, _ stored: [Source]) async throws {
        if case .failed(let reason) = trial.judged {
            return try await settle(story, trial, as: .held(reason: reason))
        }
        let publish = settings.publish
        let verdict = Verification.conclude(
            trial.draft, trial.inspection, judgments: trial.judged.judgments,
            sources: trial.sources, kind: trial.record.kind,
            policy: Policy(
                publishers: publish.publishers, sensitiveWords: publish.sensitive,
                score: publish.score, reject: publish.rejectBelow,
                usable: publish.sourceCharacters),
            reuse: try await reuse(of: trial.inspection, in: story))
        let decision: Decision
        switch verdict.decision {
        case .approve:
            // Before the verdict: a crash between the two loses nothing.
            try await ledger.propose(
                explainedNames(in: verdict.draft, knowing: trial.sources.names), in: story,
                now: effects.now())
            decision = .approved(
                try await article(
                    story, verdict.draft, trial.record, stored, score: verdict.score?.value,
                    at: effects.now()))
        case .hold(let reason) where publish.drafts:
            decision = .draft(
                try await article(
                    story, verdict.draft, trial.record, stored, score: verdict.score?.value,
                    isDraft: true, at: effects.now()), reason: reason)
        case .hold(let reason): decision = .held(reason: reason)
        case .reject(let reason): decision = .rejected(reason: reason)
        }
        try await settle(story, trial, verdict, as: decision)
    }

    /// The largest share that the draft has in common with an article of the last ninety days.
    private func reuse(
        of inspection: Inspection, in story: Story
    ) async throws -> (share: Double, title: String)? {
        let since = effects.now().addingTimeInterval(-90 * 86_400)
        let own = inspection.sentences.map(\.text).joined()
        return try await ledger.archive(since: since, sharing: marks(of: own), without: story.id)
            .map { (jaccard(own, $0.text, gram: 8), $0.title) }
            .max { $0.0 < $1.0 }
    }

    private func settle(
        _ story: Story, _ trial: Trial, _ verdict: Verdict? = nil, as decision: Decision
    ) async throws {
        try await ledger.settle(
            story, draft: trial.record.id, proven: verdict?.draft,
            findings: verdict?.findings ?? trial.inspection.findings, judgments: trial.records,
            score: verdict?.score, decision: decision, now: effects.now())
        switch decision {
        case .approved(let article):
            report(.reached(story: story.id, .approved, detail: article.path))
        case .draft(let article, let reason):
            report(
                .reached(
                    story: story.id, .approved, detail: "\(article.path), as a draft: \(reason)"))
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
        score: Int? = nil, isDraft: Bool = false, at now: Date
    ) async throws -> ArticleRecord {
        let origins = Set(try await ledger.entries(of: story.id).map(\.feedURL))
        let tags = feeds.filter { origins.contains($0.url) }.flatMap(\.tags)
        let compiled = try compile(
            Article(
                story: story.id, draft: draft, kind: record.kind, sources: sources,
                tags: tags, categories: settings.site.categories, author: settings.site.author,
                date: now, zone: settings.site.zone, isDraft: isDraft, score: score,
                producer: Article.Producer(
                    program: program.name, version: program.version, model: record.model),
                cover: try await cover(of: draft, from: sources)),
            layout: layout)
        return ArticleRecord(
            path: compiled.path, bytes: compiled.bytes, sha256: compiled.sha256,
            title: draft.title, sourceURL: compiled.sourceURL, sync: now,
            wordCount: compiled.wordCount, score: score, cited: compiled.cited,
            marks: marks(of: draft.paragraphs.flatMap(\.sentences).map(\.text).joined()),
            recipe: ArticleRecord.Recipe(
                text: compiled.recipe, layout: layout.text, layoutSHA256: layout.sha256))
    }

    /// A draft in the form of a model's answer.
    private func text(of draft: Draft) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(draft), as: UTF8.self)
    }
}
