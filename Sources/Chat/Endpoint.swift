package import Domain

/// A model service that speaks OpenAI's `/chat/completions`, or its `/embeddings`.
package struct Endpoint: Sendable, Equatable {
    /// How far the service can be held to a form, strictest first.
    package enum Output: String, Sendable, CaseIterable {
        case schema = "json_schema"
        case object = "json_object"
        case text

        /// The next that asks less of the service; nil after the last.
        package var weaker: Output? {
            switch self {
            case .schema: .object
            case .object: .text
            case .text: nil
            }
        }
    }

    /// What an endpoint is asked for.
    package enum Role: String, Sendable, CaseIterable {
        case draft, judge, repair, group
        /// Alone among them answered by `/embeddings`.
        case embed
    }

    package var name: String
    /// Ends before the path of what is asked, such as `https://api.example.com/v1`.
    package var url: String
    package var model: String
    package var key: Secret?
    package var roles: [Role]
    /// Tokens of prompt and answer together.
    package var context: Int
    /// Tokens of an answer.
    package var answer: Int
    /// The strictest that is tried; what it turns out to be is learned.
    package var output: Output
    package var streams: Bool
    package var dialect: Dialect
    package var price: Price
    /// From the request to the last byte.
    package var timeout: Duration
    /// Without a byte.
    package var stall: Duration

    package init(
        name: String, url: String, model: String, key: Secret? = nil,
        roles: [Role] = [.draft, .judge, .repair, .group], context: Int, answer: Int,
        output: Output = .schema, streams: Bool = true, dialect: Dialect = Dialect(),
        price: Price = Price(), timeout: Duration = .seconds(600), stall: Duration = .seconds(120)
    ) {
        self.name = name
        self.url = url
        self.model = model
        self.key = key
        self.roles = roles
        self.context = context
        self.answer = answer
        self.output = output
        self.streams = streams
        self.dialect = dialect
        self.price = price
        self.timeout = timeout
        self.stall = stall
    }
}
