package import Domain

/// A model service that speaks OpenAI's `/chat/completions`.
package struct Endpoint: Sendable, Equatable {
    /// How far the service can be held to a form, strictest first.
    package enum Output: String, Sendable, CaseIterable {
        case schema = "json_schema"
        case object = "json_object"
        case text
    }

    package var name: String
    /// Ends before `/chat/completions`, such as `https://api.example.com/v1`.
    package var url: String
    package var model: String
    package var key: Secret?
    /// Tokens of prompt and answer together.
    package var context: Int
    /// Tokens of an answer.
    package var answer: Int
    package var output: Output
    package var streams: Bool
    package var price: Price
    /// From the request to the last byte.
    package var timeout: Duration

    package init(
        name: String, url: String, model: String, key: Secret?, context: Int, answer: Int,
        output: Output = .schema, streams: Bool = true, price: Price = Price(),
        timeout: Duration = .seconds(300)
    ) {
        self.name = name
        self.url = url
        self.model = model
        self.key = key
        self.context = context
        self.answer = answer
        self.output = output
        self.streams = streams
        self.price = price
        self.timeout = timeout
    }
}

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
