package import Domain
import Foundation

/// How the room of a prompt is shared among sources: each has a fair part, and what short ones leave
/// goes to the long ones.
package struct Shares: Sendable {
    private let bytes: [Int: Int]

    package init(of sources: [Source], in room: Int) {
        var left = max(room, 0)
        var bytes: [Int: Int] = [:]
        let order = sources.sorted { $0.text.utf8.count < $1.text.utf8.count }
        for (index, source) in order.enumerated() {
            let share = min(source.text.utf8.count, left / (order.count - index))
            bytes[source.number] = share
            left -= share
        }
        self.bytes = bytes
    }

    package func share(of source: Source) -> Int { bytes[source.number] ?? 0 }

    /// Whether so little of a source would be left that its beginning does not stand for it.
    package func isTooLong(_ source: Source) -> Bool {
        share(of: source) * 5 < source.text.utf8.count * 3
    }

    /// The beginning of each text that fits, cut at the end of a paragraph where one lies in the
    /// second half.
    func cut(_ sources: [Source]) -> [Source] {
        sources.map { source in
            let most = share(of: source)
            guard source.text.utf8.count > most else { return source }
            return source.showing(Self.beginning(of: source.text, within: most))
        }
    }

    private static func beginning(of text: String, within bytes: Int) -> String {
        var end = text.utf8.index(text.startIndex, offsetBy: bytes)
        while end > text.startIndex, String.Index(end, within: text) == nil {
            end = text.utf8.index(before: end)
        }
        let head = text[..<end]
        guard let gap = head.range(of: "\n\n", options: .backwards),
            head[..<gap.lowerBound].utf8.count * 2 >= bytes
        else { return String(head) }
        return String(head[..<gap.lowerBound])
    }
}
