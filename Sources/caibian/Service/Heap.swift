import CMalloc
import Foundation
import Glibc

/// How memory is treated by a process that lives for years.
enum Heap {
    /// Each thread that allocates has an arena of its own, by default eight for each core, and each
    /// keeps what its busiest moment took. Before the threads begin.
    static func limitArenas() {
        // One that is refused leaves everything as it was.
        _ = mallopt(M_ARENA_MAX, 2)
    }

    /// Gives free pages back to the system.
    static func giveBack() {
        _ = malloc_trim(0)
    }

    /// Lets go of the program's own text, of which the start needed much and the rest of the day
    /// little: what is needed again is mapped again out of the page cache.
    static func forgetText() {
        // Where /proc is not to be seen everything stays as it is.
        let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
        for line in maps.split(separator: "\n") {
            let parts = line.split(separator: " ", omittingEmptySubsequences: true)
            guard parts.count == 6, parts[1] == "r-xp", parts[5].hasPrefix("/") else { continue }
            let ends = parts[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard ends.count == 2, ends[0] < ends[1] else { continue }
            // Nobody writes to text, so that nothing is lost with a page of it.
            _ = unsafe madvise(
                UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]), MADV_DONTNEED)
        }
    }
}
