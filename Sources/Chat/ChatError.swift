package import Domain

/// Why a model endpoint gave no answer that can be read on.
package enum ChatError: Error, Equatable {
    case unreachable(endpoint: String, reason: String)
    /// 401 or 403.
    case badKey(endpoint: String, detail: String)
    /// 402, or 429 for an account without money.
    case noCredit(endpoint: String, detail: String)
    case noModel(endpoint: String, model: String, detail: String)
    case throttled(endpoint: String, wait: Duration)
    /// 408 and 5xx: it may pass.
    case failed(endpoint: String, status: Int, detail: String)
    /// 400, 413, 422: the request itself is wrong for this endpoint.
    case refusedRequest(endpoint: String, status: Int, detail: String)
    /// The prompt is longer than the endpoint takes.
    case tooLong(endpoint: String, detail: String)
    /// 200 with something else than a completion.
    case notACompletion(endpoint: String, detail: String)
    /// 200 with something else than one vector for each text.
    case notVectors(endpoint: String, detail: String)
    /// The answer broke off with the connection.
    case cutOff(endpoint: String, reason: String)
    /// The model declined to answer, in its own words.
    case declined(endpoint: String, reason: String)
    /// It billed more than it was allowed to use.
    case overcharged(endpoint: String, Usage, of: Int)
    /// It failed so, and said how much it used all the same.
    indirect case billed(Usage, ChatError)
    /// No endpoint is set up for what is asked.
    case noEndpoint
    case cancelled
}

extension ChatError: Failure {
    package var description: String {
        switch self {
        case .unreachable(let endpoint, let reason):
            "cannot reach the endpoint \(endpoint): \(reason)"
        case .badKey(let endpoint, let detail):
            "the endpoint \(endpoint) refused the key (\(detail)); set its key under models to a valid one"
        case .noCredit(let endpoint, let detail):
            "the account at the endpoint \(endpoint) has no credit left (\(detail)); top it up"
        case .noModel(let endpoint, let model, let detail):
            "the endpoint \(endpoint) has no model \(model) (\(detail)); correct its model or url under models"
        case .throttled(let endpoint, let wait):
            "the endpoint \(endpoint) asks to wait \(wait)"
        case .failed(let endpoint, let status, let detail):
            "the endpoint \(endpoint) answered \(status): \(detail)"
        case .refusedRequest(let endpoint, let status, let detail):
            "the endpoint \(endpoint) refused the request with \(status): \(detail)"
        case .tooLong(let endpoint, let detail):
            "the prompt is too long for the endpoint \(endpoint) (\(detail)); lower its context under models"
        case .notACompletion(let endpoint, let detail):
            "the endpoint \(endpoint) did not answer with a chat completion: \(detail)"
        case .notVectors(let endpoint, let detail):
            "the endpoint \(endpoint) did not answer with a vector for each text: \(detail)"
        case .cutOff(let endpoint, let reason):
            "the answer of the endpoint \(endpoint) broke off: \(reason)"
        case .declined(_, let reason): "the model declined: \(reason)"
        case .overcharged(let endpoint, let usage, let most):
            "the endpoint \(endpoint) billed \(usage.promptTokens) tokens of prompt and "
                + "\(usage.completionTokens) of answer, where \(most) of answer were allowed: the "
                + "budget cannot hold it; set limit or answer under models so that it obeys"
        case .billed(_, let error): error.description
        case .noEndpoint: "no model is set up for this; give one the role under models"
        case .cancelled: "stopped"
        }
    }

    package var remedy: Remedy {
        switch self {
        case .badKey, .noCredit, .noModel, .overcharged, .noEndpoint: .mend
        case .throttled(_, let wait): .wait(wait)
        case .unreachable, .failed, .notACompletion, .notVectors, .cutOff, .cancelled:
            .retry(after: nil)
        case .refusedRequest, .tooLong, .declined: .discard
        case .billed(_, let error): error.remedy
        }
    }
}

extension ChatError {
    /// Whether the service may have worked, and may ask money for it.
    package var mayBeBilled: Bool {
        switch self {
        case .badKey, .noCredit, .noModel, .throttled, .refusedRequest, .tooLong, .noEndpoint: false
        case .unreachable, .failed, .notACompletion, .notVectors, .cutOff, .declined, .overcharged,
            .billed, .cancelled:
            true
        }
    }
}
