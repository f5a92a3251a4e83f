/// Elements by the name pointers that libxml2 gives out: it keeps one copy of each name of a
/// document, so that a name is looked at once and known by its address from then on.
@safe struct ElementNames {
    private struct Slot {
        var local: UInt = 0
        var space: UInt = 0
        var element: FeedElement?
    }

    private static let mask = 511
    private var slots = [Slot](repeating: Slot(), count: mask + 1)

    /// - Parameter space: the namespace's URI, else the prefix that nothing declares.
    mutating func element(
        local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, uri: UnsafePointer<UInt8>?
    ) -> FeedElement? {
        let name = UInt(bitPattern: local)
        let space = unsafe UInt(bitPattern: uri ?? prefix)
        var index = Int(truncatingIfNeeded: (name >> 3) &* 31 &+ (space >> 3)) & Self.mask
        // A document of more names than slots overwrites: it is read slower, not wrong.
        for _ in 0..<8 where slots[index].local != 0 {
            if slots[index].local == name, slots[index].space == space {
                return slots[index].element
            }
            index = (index + 1) & Self.mask
        }
        let element = unsafe resolve(local, prefix, uri)
        slots[index] = Slot(local: name, space: space, element: element)
        return element
    }

    private func resolve(
        _ local: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?,
        _ uri: UnsafePointer<UInt8>?
    ) -> FeedElement? {
        let local = unsafe String(cString: local).lowercased()
        let written = unsafe prefix.map { unsafe String(cString: $0) }?.lowercased() ?? ""
        // A vocabulary nobody knows is taken by the prefix that the document gives it.
        let known = unsafe uri.flatMap { unsafe FeedNamespace.prefix(of: String(cString: $0)) }
        let prefix = known ?? (["rss", "atom", "a10"].contains(written) ? "" : written)
        return FeedElement.named(prefix.isEmpty ? local : "\(prefix):\(local)")
    }
}
