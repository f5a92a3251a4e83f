/// What a judge says of a claim; it was checked itself.
package struct Judgment: Sendable, Equatable {
    package enum Word: String, Sendable, CaseIterable {
        case supported, partial, contradicted
        case notFound = "not_found"
    }

    package enum Slip: String, Sendable, CaseIterable {
        case none, number, unit, percent, date, entity, role, quote, attribution, negation, modality
        case comparison, causal, scope, extrinsic
    }

    package var word: Word
    /// The span that carries it, where the judge named one.
    package var evidence: Evidence?
    package var slip: Slip
    /// In the judge's words, short.
    package var note: String

    package init(word: Word, evidence: Evidence? = nil, slip: Slip = .none, note: String = "") {
        self.word = word
        self.evidence = evidence
        self.slip = slip
        self.note = note
    }
}
