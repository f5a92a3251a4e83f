import Foundation
import Glibc

/// What this process has used.
struct Usage {
    let wall = ContinuousClock.now
    /// User and system, seconds.
    let cpu: Double

    init() {
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        cpu =
            Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }

    /// What this thread has used, seconds.
    static var ofThread: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// `4.1 s wall, 3.2 s CPU, 48 MB peak`, since an earlier moment.
    func since(_ start: Usage) -> String {
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let elapsed = start.wall.duration(to: wall)
        let seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return String(
            format: "%.2f s wall, %.2f s CPU, %d MB peak", seconds, cpu - start.cpu,
            usage.ru_maxrss / 1000)
    }
}
