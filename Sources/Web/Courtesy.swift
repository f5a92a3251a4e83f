/// One request at a time per host, some time apart, and no more than a number in all.
///
/// A place that is left is handed to whoever waits longest for it, so that nobody slips in between.
actor Courtesy {
    /// Who waits for places of which there is a number.
    private struct Gate {
        var free: Int
        /// When the last one left.
        var left: ContinuousClock.Instant?
        var waiters: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    }

    private var hosts: [String: Gate] = [:]
    private var all: Gate
    private var lastID = 0

    init(limit: Int) {
        all = Gate(free: limit)
    }

    /// Returns when it is this request's turn; `done(with:)` must follow. Throws when cancelled.
    func wait(for host: String, spacing: Duration) async throws {
        if hosts[host] == nil { hosts[host] = Gate(free: 1) }
        try await enter(host)
        do {
            if let left = hosts[host]?.left {
                try await Task.sleep(until: left + spacing, clock: .continuous)
            }
            try await enter(nil)
        } catch {
            leave(host)
            throw error
        }
    }

    func done(with host: String) {
        hosts[host]?.left = .now
        leave(host)
        leave(nil)
    }

    /// The gate of a host, or of all for nil.
    private subscript(host: String?) -> Gate {
        get { host.map { hosts[$0] ?? Gate(free: 1) } ?? all }
        set {
            if let host { hosts[host] = newValue } else { all = newValue }
        }
    }

    private func enter(_ host: String?) async throws {
        try Task.checkCancellation()
        guard self[host].free == 0 else {
            self[host].free -= 1
            return
        }
        lastID += 1
        let id = lastID
        let entered = await withTaskCancellationHandler {
            await withCheckedContinuation { self[host].waiters.append((id, $0)) }
        } onCancel: {
            Task { await self.giveUp(id, at: host) }
        }
        guard entered else { throw CancellationError() }
    }

    private func leave(_ host: String?) {
        if self[host].waiters.isEmpty {
            self[host].free += 1
        } else {
            self[host].waiters.removeFirst().continuation.resume(returning: true)
        }
    }

    private func giveUp(_ id: Int, at host: String?) {
        guard let index = self[host].waiters.firstIndex(where: { $0.id == id }) else { return }
        self[host].waiters.remove(at: index).continuation.resume(returning: false)
    }
}
