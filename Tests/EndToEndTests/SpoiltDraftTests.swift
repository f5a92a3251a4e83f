import Domain
import Drafting
import Foundation
import Newsroom
import Publishing
import Testing
import Verification

struct SpoiltDraftTests {
    private let now = Desk.moment

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `makes sound files of whatever a model may send, or none`(seed: UInt64) throws {
        let layout = try Layout(
            path: Desk.root.appending(path: "config/layouts/default.md").path)
        var generator = try DraftGenerator(seed: seed, now: now)
        var (drafts, files) = (0, 0)
        for number in 0..<250 {
            let item = generator.next()
            // Its texts in a file as they are, which verification would never let through.
            if let text = try file(of: unproven(item), item, layout) {
                let broken = checkFrame(text).filter {
                    $0.severity == .hard
                        && ($0.rule.hasPrefix("footnote.") && $0.rule != "footnote.few"
                            || $0.rule == "front_matter.broken")
                }
                #expect(broken == [], "seed \(seed), draft \(number)")
                files += 1
            }
            guard let draft = try? parseDraft(item.answer) else { continue }
            drafts += 1
            // Evidence is most of the time; `caibian-lab spoilt` looks for that of every draft.
            guard number % 50 == 0 else { continue }
            let verdict = verify(draft, against: item.sources, kind: item.kind, policy: Policy())
            guard case .approve = verdict.decision else { continue }
            let text = try #require(try file(of: verdict.draft, item, layout))
            let hard = checkFile(text).filter { $0.severity == .hard }
            #expect(hard == [], "seed \(seed), draft \(number)")
        }
        #expect(drafts > 150 && files > 200)
    }

    private func unproven(_ item: DraftGenerator.Case) -> ProvenDraft {
        ProvenDraft(
            title: item.draft.title, tldr: item.draft.tldr, slug: item.draft.slug,
            keywords: item.draft.keywords,
            paragraphs: item.draft.paragraphs.map { paragraph in
                ProvenDraft.Paragraph(
                    heading: paragraph.heading,
                    sentences: paragraph.sentences.enumerated().map { index, sentence in
                        ProvenDraft.Sentence(
                            text: sentence.text,
                            evidence: [
                                Evidence(source: index % item.sources.count + 1, range: 0..<3)
                            ])
                    })
            })
    }

    /// Nil when it cites nothing.
    private func file(
        of draft: ProvenDraft, _ item: DraftGenerator.Case, _ layout: Layout
    ) throws -> String? {
        guard draft.paragraphs.contains(where: { !$0.sentences.isEmpty }) else { return nil }
        let compiled = try compile(
            Article(
                story: "0123456789", draft: draft, kind: item.kind, sources: item.sources,
                tags: [], categories: ["新闻"], author: "采编", date: now,
                zone: TimeZone(identifier: "Asia/Shanghai") ?? .gmt,
                producer: Article.Producer(program: "caibian", version: "test", model: "m")),
            layout: layout)
        return String(decoding: compiled.bytes, as: UTF8.self)
    }
}
