import Chat
import Configuration
import Domain
import Drafting
import Foundation
import Ledger
import Web

extension Line {
    /// Has a model write a draft from a story's sources, within the budget.
    func draft(_ story: Story) async throws {
        let endpoint = endpoint
        if let pause = try await ledger.pause(of: endpoint.name, now: effects.now()) {
            throw Rest(until: pause.until, reason: pause.reason, at: effects.now())
        }
        let sources = try await ledger.sources(of: story.id)
        guard let kind = try await ledger.kind(of: story.id) else {
            return try await rest(story, as: .dead(reason: "gathered without a kind of article"))
        }
        let request = DraftRequest(
            story: story.id, sources: sources, kind: kind, secret: try await ledger.secret(),
            prompts: prompts, room: room(for: endpoint), zone: settings.site.zone)
        guard let (call, answer) = try await answer(to: request.chat, for: story, at: endpoint)
        else { return }
        if let defect = defect(of: answer) {
            return try await rest(
                story, as: .held(reason: "\(defect); the answer is kept in model_call"))
        }
        try await ledger.settle(
            story, draft: answer, kind: kind, call: call,
            shown: Dictionary(
                uniqueKeysWithValues: request.shown.map { ($0.number, $0.text.utf8.count) }),
            now: effects.now())
        report(.reached(story: story.id, .drafted, detail: nil))
    }

    /// Why an answer is no draft; nil when it is one.
    private func defect(of answer: String) -> String? {
        do throws(DraftError) {
            _ = try parseDraft(answer)
            return nil
        } catch {
            return error.description
        }
    }

    /// The answer to a request: the one that was paid for before, else a new one. Nil when the model
    /// declined, which brings the story to rest.
    private func answer(
        to chat: ChatRequest, for story: Story, at endpoint: Endpoint
    ) async throws -> (call: Int64, text: String)? {
        let key = chat.key(at: endpoint)
        if let known = try await ledger.answer(to: key) { return known }
        let started = effects.now()
        let call = try await reserve(chat, key: key, for: story, at: endpoint, now: started)
        switch await ask(chat, at: endpoint, now: started) {
        case .success(let completion):
            try await settle(call, completion, at: endpoint, since: started)
            return (call, completion.text)
        case .failure(let error):
            try await settle(call, after: error, at: endpoint, since: started)
            if error == .cancelled { throw CancellationError() }
            guard case .declined = error else { throw error }
            try await rest(story, as: .rejected(reason: error.description))
            return nil
        }
    }

    private func ask(
        _ chat: ChatRequest, at endpoint: Endpoint, now: Date
    ) async -> Result<Completion, ChatError> {
        do throws(ChatError) {
            return .success(
                try await complete(chat, at: endpoint, over: effects.http, now: now))
        } catch {
            return .failure(error)
        }
    }

    private func reserve(
        _ chat: ChatRequest, key: String, for story: Story, at endpoint: Endpoint, now: Date
    ) async throws -> Int64 {
        let request = CallRequest(
            story: story.id, purpose: .draft, endpoint: endpoint.name, model: endpoint.model,
            requestKey: key, promptSHA256: prompts.sha256, day: day(at: now),
            tokens: chat.tokenCeiling + endpoint.answer,
            cost: endpoint.price.cost(prompt: chat.tokenCeiling, answer: endpoint.answer))
        do {
            return try await ledger.reserve(request, within: caps, now: now)
        } catch {
            guard case .overBudget(let scope, let used) = error, scope != .article
            else { throw error }
            let until = budgetRenewal(scope, after: now)
            throw Rest(
                until: until,
                reason: "the budget of the \(scope.rawValue) is used up (\(used)); the queue waits "
                    + "until \(Timestamp.text(until))",
                at: now)
        }
    }

    private func settle(
        _ call: Int64, _ completion: Completion, at endpoint: Endpoint, since started: Date
    ) async throws(LedgerError) {
        let now = effects.now()
        try await ledger.settle(
            call: call,
            as: CallResult(
                promptTokens: completion.usage.promptTokens,
                completionTokens: completion.usage.completionTokens,
                cost: endpoint.price.cost(
                    prompt: completion.usage.promptTokens,
                    answer: completion.usage.completionTokens),
                duration: .seconds(now.timeIntervalSince(started)), outcome: "answered",
                answer: completion.text),
            now: now)
    }

    /// A refusal costs nothing; what may have been billed keeps its reservation.
    private func settle(
        _ call: Int64, after error: ChatError, at endpoint: Endpoint, since started: Date
    ) async throws {
        let now = effects.now()
        if !error.mayBeBilled {
            try await ledger.settle(
                call: call,
                as: CallResult(
                    promptTokens: 0, completionTokens: 0, cost: 0,
                    duration: .seconds(now.timeIntervalSince(started)),
                    outcome: error.description, answer: nil),
                now: now)
        } else {
            try await ledger.note(call: call, outcome: error.description, now: now)
        }
        if error.remedy == .mend {
            try await ledger.pause(
                endpoint.name, until: now.addingTimeInterval(900), reason: error.description)
        }
    }

    private var endpoint: Endpoint {
        let model = settings.model
        return Endpoint(
            name: model.name, url: model.url, model: model.model, key: key,
            context: model.context, answer: model.answer,
            output: Endpoint.Output(rawValue: model.output.rawValue) ?? .text,
            streams: model.streams,
            price: Price(prompt: model.promptPrice, answer: model.answerPrice),
            timeout: model.timeout)
    }

    /// Bytes for the sources' texts: two a token, where tokenizers make about three of Chinese and
    /// four of English; 6,000 tokens are left for the instructions.
    private func room(for endpoint: Endpoint) -> Int {
        max(2000, (endpoint.context - endpoint.answer - 6000) * 2)
    }

    private var caps: Caps {
        func cap(_ cap: Settings.Budget.Cap) -> Caps.Cap {
            Caps.Cap(tokens: cap.tokens, money: cap.money)
        }
        return Caps(
            article: cap(settings.budget.article), day: cap(settings.budget.day),
            month: cap(settings.budget.month))
    }

    private func budgetRenewal(_ scope: Caps.Scope, after now: Date) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = settings.site.zone
        let unit: Calendar.Component = scope == .month ? .month : .day
        return calendar.dateInterval(of: unit, for: now)?.end ?? now.addingTimeInterval(86_400)
    }
}

/// A step waits as a whole.
struct Rest: Failure {
    let until: Date
    let reason: String
    let wait: Duration

    init(until: Date, reason: String, at now: Date) {
        self.until = until
        self.reason = reason
        wait = .seconds(max(1, until.timeIntervalSince(now)))
    }

    var description: String { reason }
    var remedy: Remedy { .wait(wait) }
}
