package import Domain

/// What an article must hold to be published by itself.
package struct Policy: Sendable, Equatable {
    /// Distinct publishers that must be cited.
    package var publishers: Int
    /// Words that make an article wait for a person.
    package var sensitiveWords: [String]
    /// The least score to be published, and the one below which an article is rejected.
    package var score: Int
    package var reject: Int
    /// Characters that the sources must have together.
    package var usable: Int

    package init(
        publishers: Int = 1, sensitiveWords: [String] = [], score: Int = 80, reject: Int = 60,
        usable: Int = 0
    ) {
        self.publishers = publishers
        self.sensitiveWords = sensitiveWords
        self.score = score
        self.reject = reject
        self.usable = usable
    }

    static func words(_ kind: ArticleKind) -> ClosedRange<Int> {
        switch kind {
        case .full: 600...1800
        case .brief: 100...450
        }
    }
}

/// What verification makes of a draft.
package struct Verdict: Sendable, Equatable {
    package enum Decision: Sendable, Equatable {
        case approve
        case hold(reason: String)
        case reject(reason: String)
    }

    package var findings: [Finding]
    /// The sentences that stand, with their evidence.
    package var draft: ProvenDraft
    package var decision: Decision
    /// Nil when no judge was asked.
    package var score: Score?

    package init(
        findings: [Finding], draft: ProvenDraft, decision: Decision, score: Score? = nil
    ) {
        self.findings = findings
        self.draft = draft
        self.decision = decision
        self.score = score
    }
}
