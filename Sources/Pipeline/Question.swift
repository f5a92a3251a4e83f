import Chat
import Ledger

/// A request on its way to one endpoint.
struct Question: Sendable {
    let story: String?
    let purpose: CallRequest.Purpose
    let model: Model
    let chat: ChatRequest

    var key: String { chat.key(at: model.endpoint) }

    /// The most that the answer may cost.
    func call(on day: String) -> CallRequest {
        let endpoint = model.endpoint
        return CallRequest(
            story: story, purpose: purpose, endpoint: endpoint.name, model: endpoint.model,
            requestKey: key,
            prompt: PromptRecord(
                name: chat.prompt.name, text: chat.prompt.text, sha256: chat.prompt.sha256),
            day: day, tokens: chat.tokenCeiling + endpoint.answer,
            cost: endpoint.price.cost(prompt: chat.tokenCeiling, answer: endpoint.answer))
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
