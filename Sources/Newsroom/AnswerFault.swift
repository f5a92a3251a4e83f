/// Ways of a model to answer badly.
package enum AnswerFault: String, Sendable, CaseIterable {
    // The form of the answer.
    case prose, halfJSON = "half-json", nothing, reasoning, preamble
    case strayCommas = "stray-commas", wrongTypes = "wrong-types", noSentences = "no-sentences"
    /// It says one thing until it is stopped.
    case repeating
    /// A megabyte of answer.
    case megabyte
    /// It stops in mid-sentence at the limit of tokens.
    case limit
    case contentFilter = "content-filter"
    // Evidence that is none.
    case inventedEvidence = "invented-evidence", wrongSource = "wrong-source"
    case emptyEvidence = "empty-evidence", noEvidence = "no-evidence"
    case otherStory = "other-story"
    // Text that is not for readers.
    case english, traditional, chatter, markup, footnotes, links
    /// It does what a source tells it to.
    case obedient
    // Lies about what the evidence says.
    case wrongNumber = "wrong-number", wrongUnit = "wrong-unit", wrongPercent = "wrong-percent"
    case wrongDate = "wrong-date", wrongName = "wrong-name", wrongRole = "wrong-role"
    case madeUpQuote = "made-up-quote", wrongAttribution = "wrong-attribution", negated
    case certain, reversed, causal, overstated, extrinsic
    /// Some sentences say what their evidence does not: another figure, a clause of praise.
    case unsupported
    // Of the judge alone; the drafter stays honest.
    case judgesAllTrue = "judges-all-true", judgesNothing = "judges-nothing"
    case judgesInProse = "judges-in-prose", judgesInventing = "judges-inventing"
}
