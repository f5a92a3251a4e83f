import Domain
package import Foundation
import GRDB

/// The most that model calls may cost; nil leaves a cap out. Money in micro-units.
package struct Caps: Sendable, Equatable {
    package struct Cap: Sendable, Equatable {
        package var tokens: Int?
        package var money: Int?

        package init(tokens: Int? = nil, money: Int? = nil) {
            self.tokens = tokens
            self.money = money
        }
    }

    /// What a cap is over.
    package enum Scope: String, Sendable {
        case article, day, month
    }

    package var article: Cap
    package var day: Cap
    package var month: Cap

    package init(article: Cap = Cap(), day: Cap = Cap(), month: Cap = Cap()) {
        self.article = article
        self.day = day
        self.month = month
    }
}

/// A model call about to be sent, with the most that it may cost.
package struct CallRequest: Sendable {
    package enum Purpose: String, Sendable {
        case draft, judge, repair, extract, group
    }

    package var story: String
    package var purpose: Purpose
    package var endpoint: String
    package var model: String
    package var requestKey: String
    package var promptSHA256: String
    /// The day in the site's zone, `2025-06-09`.
    package var day: String
    package var tokens: Int
    package var cost: Int

    package init(
        story: String, purpose: Purpose, endpoint: String, model: String, requestKey: String,
        promptSHA256: String, day: String, tokens: Int, cost: Int
    ) {
        self.story = story
        self.purpose = purpose
        self.endpoint = endpoint
        self.model = model
        self.requestKey = requestKey
        self.promptSHA256 = promptSHA256
        self.day = day
        self.tokens = tokens
        self.cost = cost
    }
}

/// How a model call ended.
package struct CallResult: Sendable {
    package var promptTokens: Int
    package var completionTokens: Int
    package var cost: Int
    package var duration: Duration
    /// In words: `answered`, or what went wrong.
    package var outcome: String
    /// Kept so that the same request is never paid for twice.
    package var answer: String?

    package init(
        promptTokens: Int, completionTokens: Int, cost: Int, duration: Duration, outcome: String,
        answer: String?
    ) {
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.cost = cost
        self.duration = duration
        self.outcome = outcome
        self.answer = answer
    }
}

extension Ledger {
    /// Reserves the worst case of a call and answers its row, or throws `overBudget` when spent plus
    /// reserved would pass a cap.
    package func reserve(
        _ call: CallRequest, within caps: Caps, now: Date
    ) async throws(LedgerError) -> Int64 {
        try await write { connection in
            let scopes = [
                (Caps.Scope.article, caps.article, "story_id = :value", call.story),
                (.day, caps.day, "day = :value", call.day),
                (.month, caps.month, "substr(day, 1, 7) = :value", String(call.day.prefix(7))),
            ]
            for (scope, cap, condition, value) in scopes {
                let used = try connection.used(where: condition, value: value)
                if let most = cap.tokens, used.tokens + call.tokens > most {
                    throw LedgerError.overBudget(scope, "\(used.tokens) of \(most) tokens used")
                }
                if let most = cap.money, used.cost + call.cost > most {
                    throw LedgerError.overBudget(scope, "\(used.cost) of \(most) micro-units used")
                }
            }
            try call.insert(connection, now: now)
            return connection.lastInsertedRowID
        }
    }

    /// Replaces what was reserved by what the call used.
    package func settle(
        call: Int64, as result: CallResult, now: Date
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.execute(
                sql: """
                    UPDATE model_call SET ended_at = :now, prompt_tokens = :prompt,
                        completion_tokens = :completion, cost = :cost,
                        milliseconds = :milliseconds, outcome = :outcome, answer = :answer
                    WHERE id = :id
                    """,
                arguments: [
                    "id": call, "now": Timestamp.text(now), "prompt": result.promptTokens,
                    "completion": result.completionTokens, "cost": result.cost,
                    "milliseconds": result.duration.milliseconds, "outcome": result.outcome,
                    "answer": result.answer,
                ])
        }
    }

    /// Notes how a call ended that may have been billed all the same: its reservation stands.
    package func note(call: Int64, outcome: String, now: Date) async throws(LedgerError) {
        try await write { connection in
            try connection.execute(
                sql: "UPDATE model_call SET ended_at = :now, outcome = :outcome WHERE id = :id",
                arguments: ["id": call, "now": Timestamp.text(now), "outcome": outcome])
        }
    }

    /// The answer to a request that was paid for before, with the call that brought it.
    package func answer(
        to requestKey: String
    ) async throws(LedgerError) -> (call: Int64, text: String)? {
        try await read { connection in
            try Row.fetchOne(
                connection,
                sql: """
                    SELECT id, answer FROM model_call
                    WHERE request_key = :key AND answer IS NOT NULL
                    ORDER BY id DESC LIMIT 1
                    """, arguments: ["key": requestKey]
            ).map { ($0["id"], $0["answer"]) }
        }
    }

    /// Until when an endpoint rests, and why.
    package func pause(
        of endpoint: String, now: Date
    ) async throws(LedgerError) -> (until: Date, reason: String)? {
        try await read { connection in
            try Row.fetchOne(
                connection,
                sql: """
                    SELECT paused_until, reason FROM endpoint
                    WHERE name = :name AND paused_until > :now
                    """, arguments: ["name": endpoint, "now": Timestamp.text(now)]
            ).map { ($0.date("paused_until") ?? now, $0["reason"]) }
        }
    }

    /// Lets an endpoint rest until then; nil ends its rest.
    package func pause(
        _ endpoint: String, until: Date?, reason: String?
    ) async throws(LedgerError) {
        try await write { connection in
            try connection.execute(
                sql: """
                    INSERT INTO endpoint (name, paused_until, reason, failures)
                    VALUES (:name, :until, :reason, :failed)
                    ON CONFLICT (name) DO UPDATE SET paused_until = :until, reason = :reason,
                        failures = CASE WHEN :failed THEN failures + 1 ELSE 0 END
                    """,
                arguments: [
                    "name": endpoint, "until": until.map(Timestamp.text), "reason": reason,
                    "failed": until != nil,
                ])
        }
    }

    /// The random key of this ledger, 64 hexadecimal characters.
    package func secret() async throws(LedgerError) -> String {
        try await read { connection in
            try String.fetchOne(connection, sql: "SELECT secret FROM ledger") ?? ""
        }
    }
}

extension Database {
    fileprivate func used(
        where condition: String, value: String
    ) throws -> (tokens: Int, cost: Int) {
        let row = try Row.fetchOne(
            self,
            sql: """
                SELECT COALESCE(SUM(CASE WHEN cost IS NULL THEN reserved_tokens
                        ELSE prompt_tokens + completion_tokens END), 0) AS tokens,
                    COALESCE(SUM(COALESCE(cost, reserved_cost)), 0) AS cost
                FROM model_call WHERE \(condition)
                """, arguments: ["value": value])
        return (row?["tokens"] ?? 0, row?["cost"] ?? 0)
    }
}

extension CallRequest {
    fileprivate func insert(_ connection: Database, now: Date) throws {
        try connection.execute(
            sql: """
                INSERT INTO model_call (story_id, purpose, endpoint, model, request_key,
                    prompt_sha256, day, started_at, reserved_tokens, reserved_cost)
                VALUES (:story, :purpose, :endpoint, :model, :key,
                    :prompt, :day, :now, :tokens, :cost)
                """,
            arguments: [
                "story": story, "purpose": purpose.rawValue, "endpoint": endpoint,
                "model": model, "key": requestKey, "prompt": promptSHA256, "day": day,
                "now": Timestamp.text(now), "tokens": tokens, "cost": cost,
            ])
    }
}
