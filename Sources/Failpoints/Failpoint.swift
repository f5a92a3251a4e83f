import Foundation
import Glibc
import Synchronization

/// A place by name at which a test build can be told to end, hang or fail.
///
/// `CAIBIAN_FAILPOINT` holds `NAME=ACTION` or `NAME=ACTION@N` for the Nth time only, several by
/// `;`. NAME is a pattern of fnmatch(3); ACTION is `kill`, `abort`, `hang`, `swallow`
/// (memory, until there is none) or `error`.
/// `CAIBIAN_FAILPOINT_TRACE` names a file that receives each name as it is reached. A release
/// build holds neither the places nor their names.
package enum Failpoint {
    #if FAILPOINTS
        /// Does what the environment asks for here; true when the step is to fail, with errno EIO.
        @discardableResult
        package static func reach(_ name: @autoclosure () -> String) -> Bool {
            guard let plan else { return false }
            return plan.reach(name())
        }

        private static let plan = Plan(ProcessInfo.processInfo.environment)
    #else
        /// Nothing.
        @discardableResult @inlinable
        package static func reach(_ name: @autoclosure () -> String) -> Bool { false }
    #endif
}

#if FAILPOINTS
    /// What the environment asks for.
    private final class Plan: Sendable {
        private struct Order: Sendable {
            let pattern: String
            let action: String
            /// Nil for every time.
            let turn: Int?
        }

        private let orders: [Order]
        private let trace: Int32?
        private let counts = Mutex<[String: Int]>([:])

        init?(_ environment: [String: String]) {
            let text = environment["CAIBIAN_FAILPOINT"] ?? ""
            orders = text.split(separator: ";").compactMap { Plan.order(String($0)) }
            trace = environment["CAIBIAN_FAILPOINT_TRACE"].map {
                unsafe open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            }
            if orders.isEmpty, trace == nil { return nil }
        }

        private static func order(_ text: String) -> Order? {
            guard let equals = text.lastIndex(of: "=") else { return nil }
            let parts = text[text.index(after: equals)...].split(separator: "@").map(String.init)
            guard let action = parts.first else { return nil }
            return Order(
                pattern: String(text[..<equals]), action: action,
                turn: parts.count > 1 ? Int(parts[1]) : nil)
        }

        func reach(_ name: String) -> Bool {
            if let trace {
                let line = name + "\n"
                _ = unsafe write(trace, line, line.utf8.count)
            }
            for order in orders where unsafe fnmatch(order.pattern, name, 0) == 0 {
                let count = counts.withLock {
                    $0[order.pattern, default: 0] += 1
                    return $0[order.pattern]
                }
                guard order.turn == nil || order.turn == count else { continue }
                switch order.action {
                case "kill": kill(getpid(), SIGKILL)
                case "abort": abort()
                case "swallow": while true { unsafe memset(malloc(1 << 26), 1, 1 << 26) }
                case "hang": while true { sleep(3600) }
                default:
                    errno = EIO
                    return true
                }
            }
            return false
        }
    }
#endif
