import Domain
import Editing

/// What stands of a draft, and what follows from it.
struct Outcome {
    let draft: ProvenDraft
    let findings: [Finding]
    /// Sentences of the draft, and those that fell.
    let all: Int
    let removed: Int
    /// Title and TL;DR, as far as they stand.
    let summaries: [Place]
    let sources: [Source]
    let policy: Policy
    let reuse: (share: Double, title: String)?

    init(
        draft: ProvenDraft, findings: [Finding], all: Int, removed: Int,
        summaries: [Place], sources: [Source], policy: Policy,
        reuse: (share: Double, title: String)?
    ) {
        self.draft = draft
        self.findings = findings
        (self.all, self.removed) = (all, removed)
        self.summaries = summaries
        self.sources = sources
        self.policy = policy
        self.reuse = reuse
        let numbers = Set(draft.paragraphs.flatMap(\.sentences).flatMap(\.evidence).map(\.source))
        cited = sources.filter { numbers.contains($0.number) }
        publishers = Self.publishers(of: cited)
    }

    private var hard: [Finding] { findings.filter { $0.severity == .hard } }

    /// Hard findings that condemn more than a sentence.
    private var whole: [Finding] {
        hard.filter {
            if case .sentence = $0.place { false } else { true }
        }
    }

    private let cited: [Source]

    /// Independent ones among the cited: a host stands in where no publisher is known; what is copied
    /// from another source is not independent of it.
    private let publishers: Int

    private static func publishers(of cited: [Source]) -> Int {
        var known: [(name: String, grams: Set<Int>)] = []
        for source in cited {
            let name = source.publisher ?? host(of: source.url)
            guard !known.contains(where: { $0.name == name }) else { continue }
            let own = grams(source.text, of: 8)
            guard !known.contains(where: { jaccard($0.grams, own) > 0.5 }) else { continue }
            known.append((name, own))
        }
        return known.count
    }

    func score(
        _ inspection: Inspection, judgments: [Place: Judgment], fallen: Set<Place>
    ) -> Score {
        let standing = inspection.claims.filter { !fallen.contains($0.place) }
        let claims = standing.filter(\.isCheckworthy)
        let words = claims.map { judgments[$0.place]?.word ?? .notFound }
        let sentences = standing.filter {
            if case .sentence = $0.place { true } else { false }
        }
        let worthy = sentences.filter(\.isCheckworthy)
        var (markers, supporting) = (0, 0)
        for sentence in sentences {
            let own = Set(sentence.evidence.map(\.source))
            markers += own.count
            switch judgments[sentence.place]?.word {
            case .supported: supporting += own.count
            case .partial: supporting += 1
            case nil where !sentence.isCheckworthy: supporting += own.count
            case .contradicted, .notFound, nil: break
            }
        }
        return Score(
            claims: claims.count, supported: words.count { $0 == .supported },
            partial: words.count { $0 == .partial },
            contradicted: words.count { $0 == .contradicted }, markers: markers,
            supporting: supporting, sentences: worthy.count,
            cited: worthy.count { !$0.evidence.isEmpty }, publishers: publishers,
            formPoints: formPoints, cap: cap(contradicted: words.contains(.contradicted)))
    }

    /// A point for each finding of form; one rule gives no more than three.
    private var formPoints: Int {
        Dictionary(grouping: findings.filter { $0.severity == .form }, by: \.rule).values
            .reduce(0) { $0 + min(3, $1.count) }
    }

    private func cap(contradicted: Bool) -> Score.Cap? {
        if contradicted { return .contradicted }
        if cited.contains(where: \.isSuspect) { return .injection }
        if !whole.isEmpty { return .hard }
        return !cited.isEmpty && cited.allSatisfy { $0.kind == .snippet } ? .snippets : nil
    }

    func decision(score: Score?, judgments: [Place: Judgment]?) -> Verdict.Decision {
        if let reason = rejection { return .reject(reason: reason) }
        if let reason = condition(judgments) { return .hold(reason: reason) }
        guard let score else { return .approve }
        if score.claims == 0 { return .hold(reason: "nothing in the article can be checked") }
        let shown = "the score is \(score.value)"
        if score.value < policy.reject {
            return .reject(reason: "\(shown), below \(policy.reject)")
        }
        if score.value < policy.score {
            let cap = score.cap.map { " (capped: \($0.rawValue))" } ?? ""
            return .hold(reason: "\(shown)\(cap), below \(policy.score)")
        }
        return .approve
    }

    private var rejection: String? {
        if draft.paragraphs.isEmpty {
            let foreign = hard.filter { $0.rule.hasPrefix("language.") }
            if all > 0, foreign.count * 2 >= all {
                return "the draft is not in Simplified Chinese"
            }
            return "no sentence of the draft stands" + (hard.first.map { ": \($0.message)" } ?? "")
        }
        let usable = sources.reduce(0) { $0 + $1.text.count }
        if usable < policy.usable {
            return "the sources have \(usable) characters, fewer than \(policy.usable)"
        }
        return nil
    }

    /// What makes an article wait for a person, whatever its score.
    private func condition(_ judgments: [Place: Judgment]?) -> String? {
        if removed * 4 > all {
            return "\(removed) of \(all) sentences do not stand: "
                + (hard.first?.message ?? "the judge does not find them in the sources")
        }
        if let first = whole.first { return first.message }
        if let reason = sparseness { return reason }
        if let judgments, let place = unsupported(judgments) {
            return "\(place) is not supported by the sources: "
                + (judgments[place]?.note ?? "no judgment")
        }
        if let suspect = cited.first(where: \.isSuspect) {
            return "source \(suspect.number) reads like instructions to a model"
        }
        if publishers < policy.publishers {
            return "\(publishers) publishers are cited, \(policy.publishers) are required"
        }
        let text = draft.title + draft.paragraphs.flatMap(\.sentences).map(\.text).joined()
        if let found = Phrases(policy.sensitiveWords).foremost(in: text) {
            return "sensitive topic: \(found.phrase)"
        }
        let caution = ["caution.territory", "caution.cure"]
        if let finding = findings.first(where: { caution.contains($0.rule) }) {
            return finding.message
        }
        if let reuse, reuse.share >= 0.5 {
            return "\(Int(reuse.share * 100))% of it stands in our \(reuse.title) already"
        }
        return nil
    }

    /// One item of a draft may hold many sentences, and has one marker.
    private var sparseness: String? {
        let spoken = draft.paragraphs.map { paragraph in
            spokenSentences(of: paragraph.sentences.map { $0.text + "[^1]" }.joined())
        }
        let (all, cited) = spoken.reduce((0, 0)) { ($0.0 + $1.all, $0.1 + $1.cited) }
        return cited * 2 < all ? "\(cited) of \(all) sentences are cited" : nil
    }

    /// A title or TL;DR that a judge did not find; sentences were left out before.
    private func unsupported(_ judgments: [Place: Judgment]) -> Place? {
        summaries.first {
            judgments[$0].map { [.contradicted, .notFound].contains($0.word) } ?? false
        }
    }
}

private func host(of url: String) -> String {
    let rest = url.split(separator: "/", maxSplits: 1).last.map(String.init) ?? url
    return String(rest.drop { $0 == "/" }.prefix { $0 != "/" })
}
