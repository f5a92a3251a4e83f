import Domain
package import Foundation
import GRDB

extension Ledger {
    /// Reserves the worst case of a call and answers its row. Throws `overBudget` when spent plus
    /// reserved would pass a cap, and `overPace` when the endpoint has had its share of this minute.
    package func reserve(
        _ call: CallRequest, within caps: Caps, pace: Pace = Pace(), now: Date
    ) async throws(LedgerError) -> Int64 {
        try await write { connection in
            let feed = try connection.feed(opening: call.story)
            for bill in Bill.all(of: call, feed: feed, caps) {
                let used = try connection.used(by: bill)
                try bill.check(call, used: used)
            }
            try connection.check(pace, of: call, now: now)
            try call.insert(connection, feed: feed, now: now)
            return connection.lastInsertedRowID
        }
    }

    /// Replaces what was reserved by what the call used, and keeps its answer or its vectors. Either
    /// ends the troubles of its endpoint.
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
            try connection.keep(result.vectors, of: call, now: now)
            guard result.answer != nil || !result.vectors.isEmpty else { return }
            try connection.execute(
                sql: """
                    UPDATE endpoint SET failures = 0, pauses = 0, paused_until = NULL, reason = NULL
                    WHERE name = (SELECT endpoint FROM model_call WHERE id = :id)
                        AND (failures > 0 OR pauses > 0)
                    """, arguments: ["id": call])
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
                    WHERE request_key = :key AND answer IS NOT NULL AND is_void = 0
                    ORDER BY id DESC LIMIT 1
                    """, arguments: ["key": requestKey]
            ).map { ($0["id"], $0["answer"]) }
        }
    }

    /// Marks answers that could not be used: the same request is asked anew when a person bids to try
    /// again.
    package func void(_ calls: [Int64]) async throws(LedgerError) {
        try await write { connection in
            for call in calls {
                try connection.execute(
                    sql: "UPDATE model_call SET is_void = 1 WHERE id = :id",
                    arguments: ["id": call])
            }
        }
    }

    /// The random key of this ledger, 64 hexadecimal characters.
    package func secret() async throws(LedgerError) -> String {
        try await read { connection in
            try String.fetchOne(connection, sql: "SELECT secret FROM ledger") ?? ""
        }
    }
}

/// One of the caps that a call counts against, and the calls that count against it too.
private struct Bill {
    let scope: Caps.Scope
    let cap: Caps.Cap
    let condition: String
    let arguments: StatementArguments

    static func all(of call: CallRequest, feed: Int64?, _ caps: Caps) -> [Bill] {
        let month = call.day.prefix(7)
        return [
            Bill(
                scope: .article, cap: call.story == nil ? Caps.Cap() : caps.article,
                condition: "story_id = :story", arguments: ["story": call.story]),
            Bill(
                scope: .feed, cap: feed == nil ? Caps.Cap() : caps.feed,
                condition: "day = :day AND feed_id = :feed",
                arguments: ["day": call.day, "feed": feed]),
            Bill(
                scope: .day, cap: caps.day, condition: "day = :day",
                arguments: ["day": call.day]),
            Bill(
                scope: .month, cap: caps.month, condition: "day BETWEEN :first AND :last",
                arguments: ["first": "\(month)-01", "last": "\(month)-31"]),
        ].filter { $0.cap != Caps.Cap() }
    }

    func check(_ call: CallRequest, used: (tokens: Int, cost: Int)) throws(LedgerError) {
        for (most, needed, used, unit) in [
            (cap.tokens, call.tokens, used.tokens, "tokens"),
            (cap.money, call.cost, used.cost, "micro-units"),
        ] {
            guard let most, used + needed > most else { continue }
            throw needed > most
                ? .beyondBudget(scope, "it may take \(needed) of \(most) \(unit)")
                : .overBudget(scope, "\(used) of \(most) \(unit) used")
        }
    }
}

extension Database {
    fileprivate func used(by bill: Bill) throws -> (tokens: Int, cost: Int) {
        let row = try Row.fetchOne(
            self,
            sql: """
                SELECT COALESCE(SUM(CASE WHEN cost IS NULL THEN reserved_tokens
                        ELSE prompt_tokens + completion_tokens END), 0) AS tokens,
                    COALESCE(SUM(COALESCE(cost, reserved_cost)), 0) AS cost
                FROM model_call WHERE \(bill.condition)
                """, arguments: bill.arguments)
        return (row?["tokens"] ?? 0, row?["cost"] ?? 0)
    }

    /// The feed whose entry opened a story.
    fileprivate func feed(opening story: String?) throws -> Int64? {
        try Int64.fetchOne(
            self,
            sql: """
                SELECT entry.feed_id
                FROM story_entry JOIN entry ON entry.id = story_entry.entry_id
                WHERE story_entry.story_id = :story
                ORDER BY story_entry.relation <> 'new', entry.id LIMIT 1
                """, arguments: ["story": story])
    }

    /// A call that is larger than a minute's share goes alone.
    fileprivate func check(_ pace: Pace, of call: CallRequest, now: Date) throws {
        guard pace != Pace() else { return }
        let row = try Row.fetchOne(
            self,
            sql: """
                SELECT COUNT(*) AS calls, MIN(started_at) AS first,
                    COALESCE(SUM(CASE WHEN cost IS NULL THEN reserved_tokens
                        ELSE prompt_tokens + completion_tokens END), 0) AS tokens
                FROM model_call WHERE endpoint = :endpoint AND started_at > :since
                """,
            arguments: [
                "endpoint": call.endpoint, "since": Timestamp.text(now.addingTimeInterval(-60)),
            ])
        guard let row, let first = row.date("first") else { return }
        let (calls, tokens) = (row["calls"] as Int, row["tokens"] as Int)
        let isOver =
            pace.requests.map { calls >= $0 } == true
            || pace.tokens.map { tokens + call.tokens > $0 } == true
        // A clock that was set back has calls in its future.
        let wait = min(max(first.timeIntervalSince(now) + 60, 1), 60)
        if isOver { throw LedgerError.overPace(call.endpoint, wait: .seconds(wait)) }
    }
}

extension CallRequest {
    fileprivate func insert(_ connection: Database, feed: Int64?, now: Date) throws {
        try connection.execute(
            sql: """
                INSERT INTO prompt (sha256, name, text, first_used_at)
                VALUES (:sha256, :name, :text, :now) ON CONFLICT DO NOTHING
                """,
            arguments: [
                "sha256": prompt.sha256, "name": prompt.name, "text": prompt.text,
                "now": Timestamp.text(now),
            ])
        try connection.execute(
            sql: """
                INSERT INTO model_call (story_id, feed_id, purpose, endpoint, model, request_key,
                    prompt_sha256, day, started_at, reserved_tokens, reserved_cost)
                VALUES (:story, :feed, :purpose, :endpoint, :model, :key,
                    :prompt, :day, :now, :tokens, :cost)
                """,
            arguments: [
                "story": story, "feed": feed, "purpose": purpose.rawValue, "endpoint": endpoint,
                "model": model, "key": requestKey, "prompt": prompt.sha256, "day": day,
                "now": Timestamp.text(now), "tokens": tokens, "cost": cost,
            ])
    }
}
