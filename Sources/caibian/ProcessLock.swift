import ArgumentParser
import Foundation

/// The lock file beside the ledger: one process works at a time.
///
/// The kernel drops the lock with the process, however it ends: a lock that is held is held by a
/// process that lives.
final class ProcessLock {
    private let descriptor: Int32

    /// Takes the lock, or says who holds it and exits with 75.
    static func taken(beside ledger: String) throws -> ProcessLock {
        let path = ledger + ".lock"
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            Output.error("cannot open the lock \(path): \(unsafe String(cString: strerror(errno)))")
            throw ExitCode.configuration
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            // Who holds it wrote a line of itself; it may be about to.
            let holder = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            let line = holder.trimmingCharacters(in: .whitespacesAndNewlines)
            Output.error("another caibian works on \(ledger): \(line.isEmpty ? "unknown" : line)")
            throw ExitCode.tryAgain
        }
        let line = "process \(getpid()), since \(Date.now.ISO8601Format())\n"
        ftruncate(descriptor, 0)
        _ = unsafe pwrite(descriptor, line, line.utf8.count, 0)
        return ProcessLock(descriptor: descriptor)
    }

    /// The line of the process that holds the lock; nil when none does.
    static func holder(beside ledger: String) -> String? {
        let path = ledger + ".lock"
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
        let line = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return line.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}
