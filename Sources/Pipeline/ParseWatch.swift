/// Remembers beyond the end of the process which feeds it is parsing: one that ends the process is
/// known to the next.
package struct ParseWatch: Sendable {
    package var begin: @Sendable (_ feed: Int64) -> Void
    package var end: @Sendable (_ feed: Int64) -> Void
    /// The feeds that a process before this one began and did not end.
    package var left: @Sendable () -> [Int64]
    /// Forgets them.
    package var clear: @Sendable () -> Void

    package init(
        begin: @escaping @Sendable (Int64) -> Void, end: @escaping @Sendable (Int64) -> Void,
        left: @escaping @Sendable () -> [Int64], clear: @escaping @Sendable () -> Void
    ) {
        self.begin = begin
        self.end = end
        self.left = left
        self.clear = clear
    }

    /// Remembers nothing.
    package static let none = ParseWatch(begin: { _ in }, end: { _ in }, left: { [] }, clear: {})
}
