import Foundation
import Glibc

/// Tells systemd how the service does (sd_notify(3)); nothing without `$NOTIFY_SOCKET`.
struct SystemdNotifier: Sendable {
    private let socketPath: String?
    /// What systemd allows between two signs of life; an hour where it asks for none.
    let watchdog: Duration

    init(_ environment: [String: String]) {
        socketPath = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        let micros = environment["WATCHDOG_USEC"].flatMap { Int64($0) }
        watchdog = .microseconds(micros ?? 3_600_000_000)
    }

    /// A message that does not arrive harms nobody: systemd notices what it misses.
    func send(_ state: String) {
        guard let socketPath else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | 0o2000000, 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var path = Array(socketPath.utf8)
        // A leading @ is an abstract name, which begins with a zero byte.
        if path.first == UInt8(ascii: "@") { path[0] = 0 }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) {
            unsafe $0.copyBytes(from: path.prefix(107))
        }
        let length = socklen_t(2 + min(path.count, 107))
        let bytes = Array(state.utf8)
        unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = unsafe sendto(
                    descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT),
                    address, length)
            }
        }
    }

    /// The moment belongs to it (sd_notify(3), RELOADING=1).
    func sendReloading() {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        send("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1000)")
    }
}
