import Foundation

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
    private struct Switch: Sendable {
        let part: String
        let fault: Fault
        /// How many requests it still spoils; nil for all.
        var left: Int?
    }

    private let lock = NSLock()
    nonisolated(unsafe) private var switches: [Switch] = []
    nonisolated(unsafe) private var counts: [String: Int] = [:]
    /// The share of requests that any fault at all spoils, and the dice that choose them.
    nonisolated(unsafe) private var share = 0.0
    nonisolated(unsafe) private var dice: UInt64 = 1

    package init() {}

    /// Spoils the next requests to a part: a path, a site's key, `model`, `search` or `robots`.
    package func set(_ fault: Fault, for part: String, times: Int? = nil) {
        lock.withLock { unsafe switches.append(Switch(part: part, fault: fault, left: times)) }
    }

    /// Spoils that share of all requests, each in one of all the ways; the same dice every time.
    package func spoil(share: Double) {
        lock.withLock { unsafe self.share = share }
    }

    package func clear() {
        lock.withLock {
            unsafe switches.removeAll()
            unsafe share = 0
        }
    }

    /// Requests to a part so far; `304` counts those that were answered so.
    package func count(of part: String) -> Int {
        lock.withLock { unsafe counts[part] ?? 0 }
    }

    package var allCounts: [String: Int] {
        lock.withLock { unsafe counts }
    }

    func note(_ parts: String...) {
        lock.withLock {
            for part in parts { unsafe counts[part, default: 0] += 1 }
        }
    }

    /// The fault that spoils a request to any of these parts.
    func next(for parts: [String]) -> Fault? {
        lock.withLock {
            guard let index = unsafe switches.firstIndex(where: { parts.contains($0.part) }) else {
                return chance(for: parts)
            }
            let fault = unsafe switches[index].fault
            if let left = unsafe switches[index].left {
                if left <= 1 {
                    unsafe switches.remove(at: index)
                } else {
                    unsafe switches[index].left = left - 1
                }
            }
            return fault
        }
    }

    /// Under the lock.
    private func chance(for parts: [String]) -> Fault? {
        let share = unsafe share
        guard share > 0, Double(roll() % 10_000) < share * 10_000 else { return nil }
        let kinds = parts.contains("model") ? Fault.all + Fault.ofModels : Fault.all
        return kinds[Int(roll() % UInt64(kinds.count))]
    }

    /// Knuth's linear congruential generator, its high bits.
    private func roll() -> UInt64 {
        unsafe dice = unsafe dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return unsafe dice >> 33
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
