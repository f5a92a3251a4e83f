import Synchronization

/// Who may call an endpoint now: no more calls at a time than its settings bear, whatever they are
/// for. The others wait in their order.
final class Slots: Sendable {
    private struct Waiting {
        var ticket: Int
        var parallel: Int
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var lastTicket = 0
        /// Calls under way, by endpoint.
        var taken: [String: Int] = [:]
        var waiting: [String: [Waiting]] = [:]
        /// Of tasks that were stopped before they came to wait.
        var stopped: Set<Int> = []
    }

    private let state = Mutex(State())

    /// Does the work when an endpoint bears one call more. Throws `CancellationError` when the task is
    /// stopped while it waits.
    func hold<Value: Sendable>(
        _ endpoint: String, of parallel: Int, while work: () async throws -> Value
    ) async throws -> Value {
        try await take(endpoint, of: parallel)
        defer { giveBack(endpoint) }
        return try await work()
    }

    private func take(_ endpoint: String, of parallel: Int) async throws {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isStopped: Bool? = state.withLock { state in
                    if state.stopped.remove(ticket) != nil { return true }
                    if state.taken[endpoint, default: 0] < parallel {
                        state.taken[endpoint, default: 0] += 1
                        return false
                    }
                    state.waiting[endpoint, default: []].append(
                        Waiting(ticket: ticket, parallel: parallel, continuation: continuation))
                    return nil
                }
                switch isStopped {
                case true?: continuation.resume(throwing: CancellationError())
                case false?: continuation.resume()
                case nil: break
                }
            }
        } onCancel: {
            stop(ticket, at: endpoint)
        }
        state.withLock { _ = $0.stopped.remove(ticket) }
    }

    private func stop(_ ticket: Int, at endpoint: String) {
        let stopped = state.withLock { state -> Waiting? in
            let index = state.waiting[endpoint]?.firstIndex { $0.ticket == ticket }
            guard let index else {
                state.stopped.insert(ticket)
                return nil
            }
            return state.waiting[endpoint]?.remove(at: index)
        }
        stopped?.continuation.resume(throwing: CancellationError())
    }

    private func giveBack(_ endpoint: String) {
        let next = state.withLock { state -> Waiting? in
            let taken = state.taken[endpoint, default: 1] - 1
            state.taken[endpoint] = taken
            guard let first = state.waiting[endpoint]?.first, taken < first.parallel else {
                return nil
            }
            state.taken[endpoint] = taken + 1
            return state.waiting[endpoint]?.removeFirst()
        }
        next?.continuation.resume()
    }
}
