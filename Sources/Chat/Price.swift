/// Micro-units of the configured currency for a million tokens.
package struct Price: Sendable, Equatable {
    package var prompt: Int
    package var answer: Int

    package init(prompt: Int = 0, answer: Int = 0) {
        self.prompt = prompt
        self.answer = answer
    }

    /// Micro-units, rounded up: a bill is never smaller than what was counted.
    package func cost(prompt tokens: Int, answer answerTokens: Int) -> Int {
        (tokens * prompt + answerTokens * answer + 999_999) / 1_000_000
    }
}
