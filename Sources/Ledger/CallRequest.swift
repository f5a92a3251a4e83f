package import Domain

/// A model call about to be sent, with the most that it may cost.
package struct CallRequest: Sendable {
    package enum Purpose: String, Sendable {
        case draft, judge, repair, extract, group
    }

    /// Nil for a call that groups entries into stories.
    package var story: String?
    package var purpose: Purpose
    package var endpoint: String
    package var model: String
    package var requestKey: String
    package var prompt: PromptRecord
    /// The day in the site's zone, `2025-06-09`.
    package var day: String
    package var tokens: Int
    package var cost: Int

    package init(
        story: String?, purpose: Purpose, endpoint: String, model: String, requestKey: String,
        prompt: PromptRecord, day: String, tokens: Int, cost: Int
    ) {
        self.story = story
        self.purpose = purpose
        self.endpoint = endpoint
        self.model = model
        self.requestKey = requestKey
        self.prompt = prompt
        self.day = day
        self.tokens = tokens
        self.cost = cost
    }
}

/// The templates that a call was made from, kept once for each hash.
package struct PromptRecord: Sendable, Equatable {
    package var name: String
    package var text: String
    package var sha256: String

    package init(name: String, text: String, sha256: String) {
        self.name = name
        self.text = text
        self.sha256 = sha256
    }
}

/// How a model call ended.
package struct CallResult: Sendable {
    package var promptTokens: Int
    package var completionTokens: Int
    package var cost: Int
    package var duration: Duration
    /// In words: `answered`, or what went wrong.
    package var outcome: String
    /// Kept so that the same request is never paid for twice.
    package var answer: String?
    /// By the hashes of what was embedded, to the same end.
    package var vectors: [String: Vector]

    package init(
        promptTokens: Int, completionTokens: Int, cost: Int, duration: Duration, outcome: String,
        answer: String?, vectors: [String: Vector] = [:]
    ) {
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.cost = cost
        self.duration = duration
        self.outcome = outcome
        self.answer = answer
        self.vectors = vectors
    }
}
