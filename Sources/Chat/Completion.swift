package import Domain

/// What a model answered.
package struct Completion: Sendable, Equatable {
    /// How an answer came to its end.
    package enum Ending: Sendable, Equatable {
        case stop
        /// At the limit of tokens: the text breaks off.
        case limit
        /// It was stopped here, since it repeated itself or went on past every measure.
        case runaway
        /// The model declined, in its own words or its service's.
        case declined(String)
    }

    /// Empty where vectors were asked for.
    package var text: String
    /// Of the texts of an `EmbeddingRequest`, in their order; else empty.
    package var vectors: [Vector] = []
    package var usage: Usage
    package var ending: Ending
    /// How long the service's rate-limit headers ask to wait before the next request.
    package var rest: Duration?

    package init(text: String, usage: Usage, ending: Ending = .stop, rest: Duration? = nil) {
        self.text = text
        self.usage = usage
        self.ending = ending
        self.rest = rest
    }

    package init(vectors: [Vector], usage: Usage, rest: Duration?) {
        self.init(text: "", usage: usage, rest: rest)
        self.vectors = vectors
    }
}

/// Tokens of a call.
package struct Usage: Sendable, Equatable {
    package var promptTokens: Int
    package var completionTokens: Int

    /// A service may say anything: a count is taken for the nearest from none to a billion, so that
    /// none gives money back and none is too large to be reckoned with.
    package init(promptTokens: Int, completionTokens: Int) {
        self.promptTokens = min(max(promptTokens, 0), Self.most)
        self.completionTokens = min(max(completionTokens, 0), Self.most)
    }

    private static let most = 1_000_000_000
}
