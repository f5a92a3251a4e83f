package import Chat
package import Domain
import Foundation
package import Ledger

/// What a model answered, from the call that brought it; the call may be an earlier one.
package struct Answer: Sendable, Equatable {
    package var call: Int64
    package var text: String
    package var endpoint: Endpoint
}

extension Line {
    /// Has a model answer a request, within the budget: the first endpoint with the purpose's role
    /// that is well, else the next. An answer that was paid for before is taken again.
    ///
    /// Waits here for what passes within a minute. Throws `Rest` for what takes longer, such as the
    /// budget's next day, and a `ChatError` when none could answer.
    /// - Parameters:
    ///   - story: nil only for grouping.
    ///   - avoided: the model that is asked last, such as the one that wrote what is to be judged.
    package func answer(
        to chat: ChatRequest, for story: Story?, purpose: CallRequest.Purpose,
        avoiding avoided: String? = nil
    ) async throws -> Answer {
        try await answer(for: story, purpose: purpose, avoiding: avoided) { _ in chat }
    }

    /// The same, where the request depends on the endpoint, such as on its context.
    package func answer(
        for story: Story?, purpose: CallRequest.Purpose, avoiding avoided: String? = nil,
        request: (Endpoint) -> ChatRequest
    ) async throws -> Answer {
        let questions = models(for: purpose.role, avoiding: avoided).map { model in
            Question(
                story: story?.id, purpose: purpose, model: model,
                request: .chat(request(model.endpoint)))
        }
        for question in questions {
            if let known = try await ledger.answer(to: question.key) {
                return Answer(
                    call: known.call, text: known.text, endpoint: question.model.endpoint)
            }
        }
        return try await answer(to: questions)
    }

    /// Asks what has no answer yet of one endpoint after the other, and waits for what passes soon.
    func answer(to questions: [Question]) async throws -> Answer {
        var patience = Self.patience
        while true {
            let wait: Rest
            switch try await ask(questions) {
            case .answered(let answer): return answer
            case .waits(let rest): wait = rest
            }
            guard wait.wait <= patience else { throw wait }
            patience -= wait.wait
            try await effects.sleep(wait.wait)
        }
    }

    /// The endpoints of a role in order of preference; without one, those that draft, which make no
    /// vectors.
    func models(for role: Endpoint.Role, avoiding avoided: String? = nil) -> [Model] {
        let able = models.filter { $0.endpoint.roles.contains(role) }
        let drafters = role == .embed ? [] : models.filter { $0.endpoint.roles.contains(.draft) }
        let all = able.isEmpty ? drafters : able
        return all.filter { $0.endpoint.model != avoided }
            + all.filter { $0.endpoint.model == avoided }
    }

    /// How long a call waits in its place.
    private static let patience = Duration.seconds(60)

    private enum Outcome {
        case answered(Answer)
        case waits(Rest)
    }

    /// Asks one endpoint after the other. Throws what failed when all are in vain and one failed;
    /// else they wait, and the first to be ready counts.
    private func ask(_ questions: [Question]) async throws -> Outcome {
        var failure: ChatError?
        var first: Rest?
        for question in questions {
            do {
                return .answered(try await ask(question))
            } catch let rest as Rest {
                if first.map({ rest.until < $0.until }) ?? true { first = rest }
            } catch let error as ChatError {
                if case .declined = error { throw error }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        guard let first else { throw ChatError.noEndpoint }
        return .waits(first)
    }

    private func ask(_ question: Question) async throws -> Answer {
        let model = question.model
        return try await slots.hold(model.endpoint.name, of: model.parallel) {
            try await call(question)
        }
    }

    private func call(_ question: Question) async throws -> Answer {
        let endpoint = question.model.endpoint
        let known = try await ledger.endpoint(endpoint.name)
        let now = effects.now()
        if let pause = known?.pause, pause.until > now {
            throw Rest(until: pause.until, reason: pause.reason, at: now)
        }
        if let ready = known?.readyAt, ready > now {
            throw Rest(
                until: ready,
                reason: ChatError.throttled(
                    endpoint: endpoint.name, wait: .seconds(ready.timeIntervalSince(now))
                )
                .description, at: now)
        }
        let call = try await reserve(question, at: now)
        var output = endpoint.output(learned: known)
        while true {
            let completion: Completion
            do throws(ChatError) {
                completion = try await send(question, output, now: now)
            } catch {
                // Refusing costs nothing: the same reservation holds for a simpler form.
                if case .refusedRequest = error, case .chat = question.request,
                    let weaker = output.weaker
                {
                    output = weaker
                    continue
                }
                throw try await settle(call, after: error, of: question, since: now)
            }
            return try await settle(call, completion, of: question, by: output, since: now)
        }
    }

    private func send(
        _ question: Question, _ output: Endpoint.Output, now: Date
    ) async throws(ChatError) -> Completion {
        let endpoint = question.model.endpoint
        return switch question.request {
        case .chat(let chat):
            try await complete(chat, at: endpoint, output: output, over: effects.http, now: now)
        case .vectors(let request):
            try await embed(request, at: endpoint, over: effects.http, now: now)
        }
    }
}
