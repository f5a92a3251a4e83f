/// What a rule demands, with sentences that it catches and others that it lets pass: the text of its
/// page in `docs/rules`, and the cases of its tests.
package struct RulePage: Sendable {
    package struct Example: Sendable {
        /// The span that carries the sentence.
        package var evidence: String
        /// The source, where it is longer than the span.
        package var source: String?
        /// The day of the source, 2026-03-05.
        package var published: String?
        package var caught: String
        package var passed: String
    }

    package var rule: String
    /// Whether it condemns the sentence or asks a judge.
    package var isHard: Bool
    /// What the sentence must do.
    package var demand: String
    /// What would satisfy it.
    package var remedy: String
    package var examples: [Example]

    /// The page as Markdown.
    package var markdown: String {
        var text = "# \(rule)\n\n\(demand)\n\n"
        text += isHard ? "It condemns the sentence. " : "It sends the sentence to the judge. "
        text += "What satisfies it: \(remedy)\n\n"
        for example in examples {
            text += example.source.map { "Source: \($0)\n\n" } ?? ""
            text += "Evidence: \(example.evidence)"
            text += example.published.map { " (\($0))" } ?? ""
            text += "\n\n- caught: \(example.caught)\n- passes: \(example.passed)\n\n"
        }
        return String(text.dropLast())
    }

    init(
        _ rule: String, hard: Bool = true, _ demand: String, remedy: String, _ examples: [Example]
    ) {
        self.rule = rule
        isHard = hard
        self.demand = demand
        self.remedy = remedy
        self.examples = examples
    }
}

extension RulePage.Example {
    init(
        _ evidence: String, in source: String? = nil, on published: String? = nil, caught: String,
        passed: String
    ) {
        self.evidence = evidence
        self.source = source
        self.published = published
        self.caught = caught
        self.passed = passed
    }
}

/// The pages of all rules over a sentence and its evidence.
package let rulePages: [RulePage] =
    numberPages + comparisonPages + datePages + namePages + peoplePages + cuePages
