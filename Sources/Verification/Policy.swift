package import Domain

/// What an article must hold to be published by itself.
package struct Policy: Sendable, Equatable {
    /// Distinct publishers that must be cited.
    package var publishers: Int
    /// Words that make an article wait for a person.
    package var sensitiveWords: [String]

    package init(publishers: Int = 1, sensitiveWords: [String] = []) {
        self.publishers = publishers
        self.sensitiveWords = sensitiveWords
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

    package init(findings: [Finding], draft: ProvenDraft, decision: Decision) {
        self.findings = findings
        self.draft = draft
        self.decision = decision
    }
}
