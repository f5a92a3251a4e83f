import Chat
import Configuration
import Domain
import Foundation
import Ledger

/// What a call costs, before and after, and what it says of its endpoint.
extension Line {
    /// Reserves the worst case of a call. Throws `Rest` when the budget or the endpoint's pace bids
    /// to wait.
    func reserve(_ question: Question, at now: Date) async throws -> Int64 {
        do throws(LedgerError) {
            return try await ledger.reserve(
                question.call(on: day(at: now)), within: caps, pace: question.model.pace, now: now)
        } catch {
            switch error {
            case .overBudget(let scope, let used) where scope != .article:
                let until = budgetRenewal(scope, after: now)
                throw Rest(
                    until: until,
                    reason: "the budget of the \(scope.rawValue) is used up (\(used)); the queue "
                        + "waits until \(Timestamp.text(until))",
                    at: now)
            case .overPace(_, let wait):
                throw Rest(
                    until: now.addingTimeInterval(wait.inSeconds), reason: error.description,
                    at: now)
            default: throw error
            }
        }
    }

    /// Writes down what an answer cost, and what is learned of its endpoint.
    func settle(
        _ call: Int64, _ completion: Completion, of question: Question, by output: Endpoint.Output,
        since started: Date
    ) async throws -> Answer {
        let endpoint = question.model.endpoint
        let now = effects.now()
        let usage = completion.usage
        // What a model declined is no answer to take again when a person bids to.
        var isText = completion.vectors.isEmpty
        if case .declined = completion.ending { isText = false }
        try await ledger.settle(
            call: call,
            as: CallResult(
                promptTokens: usage.promptTokens, completionTokens: usage.completionTokens,
                cost: endpoint.price.cost(
                    prompt: usage.promptTokens, answer: usage.completionTokens),
                duration: .seconds(now.timeIntervalSince(started)),
                outcome: completion.ending.description,
                answer: isText ? completion.text : nil,
                vectors: question.hashed(completion.vectors)),
            now: now)
        if output != endpoint.output {
            try await ledger.learn(output.rawValue, of: endpoint.identity, at: endpoint.name)
        }
        if let rest = completion.rest {
            try await ledger.leaveAlone(
                endpoint.name, until: now.addingTimeInterval(rest.inSeconds))
        }
        try await pauseIfOvercharged(usage, question)
        if case .declined(let reason) = completion.ending {
            throw ChatError.declined(endpoint: endpoint.name, reason: reason)
        }
        return Answer(call: call, text: completion.text, endpoint: endpoint)
    }

    /// Writes down how a call failed, and answers what is to be thrown. A refusal costs nothing; what
    /// may have been billed keeps its reservation, unless the service said how much it used.
    func settle(
        _ call: Int64, after failure: ChatError, of question: Question, since started: Date
    ) async throws -> any Error {
        let endpoint = question.model.endpoint
        let now = effects.now()
        var error = failure
        var usage: Usage? =
            failure.mayBeBilled ? nil : Usage(promptTokens: 0, completionTokens: 0)
        if case .billed(let known, let inner) = failure { (usage, error) = (known, inner) }
        if let usage {
            try await ledger.settle(
                call: call,
                as: CallResult(
                    promptTokens: usage.promptTokens, completionTokens: usage.completionTokens,
                    cost: endpoint.price.cost(
                        prompt: usage.promptTokens, answer: usage.completionTokens),
                    duration: .seconds(now.timeIntervalSince(started)),
                    outcome: error.description, answer: nil),
                now: now)
            try await pauseIfOvercharged(usage, question)
        } else {
            try await ledger.note(call: call, outcome: error.description, now: now)
        }
        switch error {
        case .cancelled: return CancellationError()
        case .badKey, .noCredit, .noModel, .overcharged:
            let until = try await pause(endpoint, error)
            return Rest(until: until, reason: error.description, at: now)
        case .throttled(_, let wait):
            let until = now.addingTimeInterval(wait.inSeconds)
            try await ledger.leaveAlone(endpoint.name, until: until)
            return Rest(until: until, reason: error.description, at: now)
        case .unreachable, .failed, .notACompletion, .notVectors, .cutOff:
            let reason = error.description
            if let pause = try await ledger.countFailure(
                of: endpoint.name, reason: reason, now: now), pause.isFirst
            {
                report(.endpointPaused(name: endpoint.name, until: pause.until, reason: reason))
            }
            return error
        case .refusedRequest, .tooLong, .declined, .noEndpoint, .billed: return error
        }
    }

    /// An endpoint that uses more than was reserved for it is no longer asked.
    private func pauseIfOvercharged(_ usage: Usage, _ question: Question) async throws {
        let endpoint = question.model.endpoint
        let ceiling = question.ceiling
        guard
            usage.completionTokens > ceiling.completionTokens
                || usage.promptTokens > ceiling.promptTokens
        else { return }
        try await pause(
            endpoint, .overcharged(endpoint: endpoint.name, usage, of: ceiling.completionTokens))
    }

    @discardableResult
    private func pause(_ endpoint: Endpoint, _ error: ChatError) async throws -> Date {
        let pause = try await ledger.pause(
            endpoint.name, reason: error.description, now: effects.now())
        if pause.isFirst {
            report(
                .endpointPaused(
                    name: endpoint.name, until: pause.until, reason: error.description))
        }
        return pause.until
    }

    private var caps: Caps {
        let budget = settings.budget
        func cap(_ cap: Settings.Budget.Cap) -> Caps.Cap {
            Caps.Cap(tokens: cap.tokens, money: cap.money)
        }
        return Caps(
            article: cap(budget.article), day: cap(budget.day), month: cap(budget.month),
            feed: cap(budget.feed))
    }

    private func budgetRenewal(_ scope: Caps.Scope, after now: Date) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = settings.site.zone
        let unit: Calendar.Component = scope == .month ? .month : .day
        return calendar.dateInterval(of: unit, for: now)?.end ?? now.addingTimeInterval(86_400)
    }
}

extension Completion.Ending {
    fileprivate var description: String {
        switch self {
        case .stop: "answered"
        case .limit: "answered, cut off at the limit of tokens"
        case .runaway: "answered without end, and was stopped"
        case .declined(let reason): "declined: \(reason)"
        }
    }
}
