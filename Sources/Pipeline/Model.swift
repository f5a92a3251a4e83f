import Chat
import Configuration
import Domain
import Ledger

/// An endpoint as the settings name it, with the pace that it bears.
struct Model: Sendable {
    let endpoint: Endpoint
    let pace: Pace
    /// Calls at a time.
    let parallel: Int
    /// Texts in a request for vectors.
    let texts: Int
    /// The least cosine of two texts on one story.
    let similarity: Double

    init(_ model: Settings.Model, key: Secret?) {
        endpoint = Endpoint(
            name: model.name, url: model.url, model: model.model, key: key,
            roles: model.roles.compactMap { Endpoint.Role(rawValue: $0.rawValue) },
            context: model.context, answer: model.answer,
            output: Endpoint.Output(rawValue: model.output.rawValue) ?? .text,
            streams: model.streams,
            dialect: Dialect(
                limitMember: Dialect.LimitMember(rawValue: model.limitMember.rawValue) ?? .tokens,
                sendsTemperature: model.sendsTemperature, asksForUsage: model.asksForUsage,
                members: model.members),
            price: Price(prompt: model.promptPrice, answer: model.answerPrice),
            timeout: model.timeout, stall: model.stall)
        parallel = model.parallel
        texts = model.texts
        similarity = Double(model.similarity) / 100
        pace = Pace(requests: model.requestsPerMinute, tokens: model.tokensPerMinute)
    }
}

extension CallRequest.Purpose {
    var role: Endpoint.Role {
        switch self {
        case .draft, .extract: .draft
        case .judge: .judge
        case .repair: .repair
        case .group: .group
        }
    }
}
