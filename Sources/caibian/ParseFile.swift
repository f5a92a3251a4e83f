import Foundation
import Glibc
import Pipeline
import Synchronization

/// The file beside the ledger that names the feeds which are being parsed, a line each.
///
/// The kernel keeps what was written when the process ends, however it ends; it is never flushed,
/// for a power cut is no feed's fault.
final class ParseFile: Sendable {
    /// Bytes of a line: a number of 64 bits, and the end of the line.
    private static let width = 21
    private let descriptor: Int32
    /// The feed of each line.
    private let lines = Mutex<[Int64?]>([])

    /// Where it cannot be opened nothing is remembered: the ledger beside it says why.
    init(beside ledger: String) {
        descriptor = unsafe open(ledger + ".parsing", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    }

    deinit {
        close(descriptor)
    }

    var watch: ParseWatch {
        ParseWatch(begin: begin, end: end, left: left, clear: clear)
    }

    private func begin(_ feed: Int64) {
        lines.withLock { lines in
            let free = lines.firstIndex { $0 == nil } ?? lines.count
            if free == lines.count { lines.append(nil) }
            lines[free] = feed
            put(String(feed), at: free)
        }
    }

    private func end(_ feed: Int64) {
        lines.withLock { lines in
            guard let line = lines.firstIndex(of: feed) else { return }
            lines[line] = nil
            put("", at: line)
        }
    }

    private func put(_ text: String, at line: Int) {
        let padded = text.padding(toLength: Self.width - 1, withPad: " ", startingAt: 0) + "\n"
        _ = unsafe pwrite(descriptor, padded, Self.width, off_t(line * Self.width))
    }

    private func left() -> [Int64] {
        var bytes = [UInt8](repeating: 0, count: 64 * Self.width)
        let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).compactMap { Int64($0) }
    }

    private func clear() {
        ftruncate(descriptor, 0)
    }
}
