/// Numbers that only grow, each kept as its distance from the one before it: most take a byte or
/// two, and one alone takes no memory of its own. A hundred thousand reports have six million.
package struct Postings: Sequence, Sendable {
    private var earlier: [UInt8] = []
    private var last: Int32 = -1
    /// How many were added.
    package private(set) var count: Int32 = 0
    /// Whether they are only counted any more.
    package var isForgotten: Bool { last == Self.forgotten }
    private static let forgotten = Int32.min

    package init() {}

    /// Adds a number that is not less than the last.
    package mutating func append(_ number: Int32) {
        count += 1
        guard !isForgotten else { return }
        if count > 1 {
            var distance = UInt32(bitPattern: number &- last)
            while distance >= 0x80 {
                earlier.append(UInt8(truncatingIfNeeded: distance) | 0x80)
                distance >>= 7
            }
            earlier.append(UInt8(distance))
        }
        last = number
    }

    /// Lets go of the numbers; their count goes on.
    package mutating func forget() {
        earlier = []
        last = Self.forgotten
    }

    /// From the last to the first: distances are read backwards.
    package func makeIterator() -> Iterator {
        Iterator(
            earlier: earlier, place: earlier.count, number: count > 0 && !isForgotten ? last : nil)
    }

    package struct Iterator: IteratorProtocol {
        fileprivate let earlier: [UInt8]
        fileprivate var place: Int
        fileprivate var number: Int32?

        package mutating func next() -> Int32? {
            guard let answer = number else { return nil }
            number = nil
            guard place > 0 else { return answer }
            // The last byte of a distance has no high bit; those before it have one.
            place -= 1
            var distance = UInt32(earlier[place])
            while place > 0, earlier[place - 1] & 0x80 != 0 {
                place -= 1
                distance = distance << 7 | UInt32(earlier[place] & 0x7f)
            }
            number = answer &- Int32(bitPattern: distance)
            return answer
        }
    }
}
