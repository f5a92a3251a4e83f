import Synchronization

/// What a part of the world does instead of answering as it should.
package enum Fault: Sendable, Equatable {
    case status(Int, retryAfter: Int? = nil)
    case delay(Duration)
    /// 200 with these bytes.
    case body(String, contentType: String)
    case empty
    /// The declared length is not reached.
    case cut
    /// A body that never ends.
    case endless
    /// A stream that begins well and then says nothing for so long.
    case stall(Duration)
    /// 200 with that many bytes of text.
    case large(Int)
    /// What the model's answer becomes.
    case answer(AnswerFault)
    /// A page with this paragraph among its own, for every reader to see.
    case paragraph(String)
    case redirect(String)
}

/// The faults that are switched on: by the path of a request, or `model` and `search`.
package final class Faults: Sendable {
    fileprivate struct Switch: Sendable {
        let part: String
        let fault: Fault
        /// How many requests it still spoils; nil for all.
        var left: Int?
    }

    fileprivate struct State: Sendable {
        var switches: [Switch] = []
        var counts: [String: Int] = [:]
        /// The share of requests that any fault at all spoils, and the dice that choose them.
        var share = 0.0
        var dice: UInt64 = 1
    }

    private let state = Mutex(State())

    package init() {}

    /// Spoils the next requests to a part: a path, a site's key, `model`, `vectors`, `search` or `robots`.
    package func set(_ fault: Fault, for part: String, times: Int? = nil) {
        state.withLock { $0.switches.append(Switch(part: part, fault: fault, left: times)) }
    }

    /// Spoils that share of all requests, each in one of all the ways; the same dice every time.
    package func spoil(share: Double) {
        state.withLock { $0.share = share }
    }

    package func clear() {
        state.withLock {
            $0.switches.removeAll()
            $0.share = 0
        }
    }

    /// Requests to a part so far; `304` counts those that were answered so.
    package func count(of part: String) -> Int {
        state.withLock { $0.counts[part] ?? 0 }
    }

    package var allCounts: [String: Int] {
        state.withLock { $0.counts }
    }

    func note(_ parts: String...) {
        state.withLock {
            for part in parts { $0.counts[part, default: 0] += 1 }
        }
    }

    /// The fault that spoils a request to any of these parts.
    func next(for parts: [String]) -> Fault? {
        state.withLock { $0.next(for: parts) }
    }
}

extension Faults.State {
    fileprivate mutating func next(for parts: [String]) -> Fault? {
        guard let index = switches.firstIndex(where: { parts.contains($0.part) }) else {
            return chance(for: parts)
        }
        let fault = switches[index].fault
        if let left = switches[index].left {
            if left <= 1 {
                switches.remove(at: index)
            } else {
                switches[index].left = left - 1
            }
        }
        return fault
    }

    private mutating func chance(for parts: [String]) -> Fault? {
        guard share > 0, Double(roll() % 10_000) < share * 10_000 else { return nil }
        let kinds = parts.contains("model") ? Fault.all + Fault.ofModels : Fault.all
        return kinds[Int(roll() % UInt64(kinds.count))]
    }

    /// Knuth's linear congruential generator, its high bits.
    private mutating func roll() -> UInt64 {
        dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return dice >> 33
    }
}

extension Fault {
    /// One of each kind; what would take long is short.
    fileprivate static let all: [Fault] = [
        .status(500), .status(503, retryAfter: 30), .status(429, retryAfter: 60), .status(404),
        .delay(.seconds(1)), .body("<html><body>no</body></html>", contentType: "text/html"),
        .empty, .cut, .endless, .large(6_000_000), .redirect("http://10.0.0.1/"),
    ]

    fileprivate static let ofModels: [Fault] =
        [.status(401), .status(402)] + AnswerFault.allCases.map { .answer($0) }
}
