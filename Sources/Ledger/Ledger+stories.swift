package import Domain
package import Foundation
import GRDB

/// What ends a try at a step without a result.
package enum Setback: Sendable, Equatable {
    /// It failed and is tried again then; counts as an attempt.
    case retry(at: Date, reason: String)
    /// The other side, or the budget, asks to wait; counts as no attempt.
    case wait(until: Date, reason: String)
    /// The program is being stopped; as if never begun.
    case stopped
    case rejected(reason: String)
    case held(reason: String)
    case dead(reason: String)
}

extension Ledger {
    /// Ends a try without a result: the story waits, or comes to rest.
    package func settle(_ story: Story, as setback: Setback, now: Date) async throws(LedgerError) {
        try await write { connection in
            switch setback {
            case .retry(let due, let reason):
                try connection.postpone(story, until: due, trouble: reason, refund: 0)
            case .wait(let due, let reason):
                try connection.postpone(story, until: due, trouble: reason, refund: 1)
            case .stopped:
                try connection.postpone(story, until: now, trouble: nil, refund: 1)
            case .rejected(let reason):
                try connection.move(story, to: .rejected, reason: reason, now: now)
            case .held(let reason):
                try connection.move(story, to: .held, reason: reason, now: now)
            case .dead(let reason):
                try connection.move(story, to: .dead, reason: reason, now: now)
            }
            try connection.endAttempt(
                of: story, outcome: setback.word, detail: setback.reason, now: now)
        }
    }

    /// Rejects queued stories that began before then: no news any more when their turn comes.
    package func rejectQueued(
        before: Date, reason: String, now: Date
    ) async throws(LedgerError) -> Int {
        try await write { connection in
            try connection.execute(
                sql: """
                    UPDATE story SET state = 'rejected', reason = :reason, changed_at = :now
                    WHERE state = 'queued' AND taken_at IS NULL AND began_at < :before
                    """,
                arguments: [
                    "reason": reason, "now": Timestamp.text(now), "before": Timestamp.text(before),
                ])
            return connection.changesCount
        }
    }
}

extension Setback {
    fileprivate var word: String {
        switch self {
        case .retry: "failed"
        case .wait: "waits"
        case .stopped: "stopped"
        case .rejected: "rejected"
        case .held: "held"
        case .dead: "dead"
        }
    }

    fileprivate var reason: String? {
        switch self {
        case .retry(_, let reason), .wait(_, let reason), .rejected(let reason),
            .held(let reason), .dead(let reason):
            reason
        case .stopped: nil
        }
    }
}

extension Database {
    /// Moves a story in progress to its next state, if it still is where the step found it.
    func move(_ story: Story, to state: Story.State, reason: String?, now: Date) throws {
        try execute(
            sql: """
                UPDATE story SET state = :next, reason = :reason, changed_at = :now, due_at = :now,
                    taken_at = NULL, attempts = 0, trouble = NULL, crashes = 0
                WHERE id = :id AND state = :state AND taken_at IS NOT NULL
                """,
            arguments: [
                "id": story.id, "state": story.state.rawValue, "next": state.rawValue,
                "reason": reason, "now": Timestamp.text(now),
            ])
        try requireChange(of: story)
        // What one story got through is open to the others.
        try execute(
            sql: "DELETE FROM step_rest WHERE step = :state",
            arguments: ["state": story.state.rawValue])
    }

    func endAttempt(of story: Story, outcome: String, detail: String?, now: Date) throws {
        try execute(
            sql: """
                UPDATE attempt SET ended_at = :now, outcome = :outcome, detail = :detail
                WHERE story_id = :story AND ended_at IS NULL
                """,
            arguments: [
                "story": story.id, "outcome": outcome, "detail": detail,
                "now": Timestamp.text(now),
            ])
    }

    fileprivate func postpone(
        _ story: Story, until due: Date, trouble: String?, refund: Int
    ) throws {
        try execute(
            sql: """
                UPDATE story SET taken_at = NULL, due_at = :due, trouble = :trouble,
                    attempts = attempts - :refund,
                    crashes = CASE WHEN :trouble IS NULL THEN crashes ELSE 0 END
                WHERE id = :id AND state = :state AND taken_at IS NOT NULL
                """,
            arguments: [
                "id": story.id, "state": story.state.rawValue, "due": Timestamp.text(due),
                "trouble": trouble, "refund": refund,
            ])
        try requireChange(of: story)
    }

    private func requireChange(of story: Story) throws {
        guard changesCount == 0 else { return }
        let state = try String.fetchOne(
            self, sql: "SELECT state FROM story WHERE id = :id", arguments: ["id": story.id])
        throw LedgerError.overtaken(story: story.id, state: state ?? "gone")
    }
}
