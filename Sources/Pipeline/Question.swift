import Chat
import Domain
import Ledger

/// A request on its way to one endpoint.
struct Question: Sendable {
    enum Request: Sendable {
        case chat(ChatRequest)
        case vectors(EmbeddingRequest)
    }

    let story: String?
    let purpose: CallRequest.Purpose
    let model: Model
    let request: Request

    var key: String {
        switch request {
        case .chat(let chat): chat.key(at: model.endpoint)
        case .vectors(let texts): texts.key(at: model.endpoint)
        }
    }

    /// The most that it may use.
    var ceiling: Usage {
        switch request {
        case .chat(let chat):
            Usage(promptTokens: chat.tokenCeiling, completionTokens: model.endpoint.answer)
        case .vectors(let texts): Usage(promptTokens: texts.tokenCeiling, completionTokens: 0)
        }
    }

    /// The most that the answer may cost.
    func call(on day: String) -> CallRequest {
        let endpoint = model.endpoint
        return CallRequest(
            story: story, purpose: purpose, endpoint: endpoint.name, model: endpoint.model,
            requestKey: key,
            prompt: PromptRecord(name: prompt.name, text: prompt.text, sha256: prompt.sha256),
            day: day, tokens: ceiling.promptTokens + ceiling.completionTokens,
            cost: endpoint.price.cost(
                prompt: ceiling.promptTokens, answer: ceiling.completionTokens))
    }

    /// Vectors of an answer by the hashes under which they are kept.
    func hashed(_ vectors: [Vector]) -> [String: Vector] {
        guard case .vectors(let request) = request else { return [:] }
        let hashes = request.texts.map { EmbeddingRequest.hash(of: $0, at: model.endpoint) }
        return Dictionary(zip(hashes, vectors), uniquingKeysWith: { first, _ in first })
    }

    private var prompt: PromptText {
        switch request {
        case .chat(let chat): chat.prompt
        case .vectors(let texts): texts.prompt
        }
    }
}

extension Endpoint {
    /// What is learned of an output belongs to a service and its model.
    var identity: String { "\(url) \(model)" }

    /// How far it is held to a form: as strictly as the settings say and it is known to bear.
    func output(learned record: EndpointRecord?) -> Output {
        guard let record, record.learnedOf == identity,
            let learned = record.output.flatMap(Output.init)
        else { return output }
        let order = Output.allCases
        return (order.firstIndex(of: learned) ?? 0) > (order.firstIndex(of: output) ?? 0)
            ? learned : output
    }
}
