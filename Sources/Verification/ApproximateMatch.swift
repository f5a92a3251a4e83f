/// Where a pattern nearly stands in a text: Myers' bit vectors (JACM 46:3, 1999), in blocks of 64
/// rows as Hyyrö puts them together. A text costs a few operations for each scalar and block, where
/// a table of all edits costs one for each scalar and row.
struct ApproximateMatch {
    private let count: Int
    private let blocks: Int
    /// For each scalar of the pattern, the rows that have it: `blocks` words.
    private let rows: [Unicode.Scalar: Int]
    private let masks: [UInt64]
    private let pattern: [Unicode.Scalar]

    init(of pattern: [Unicode.Scalar]) {
        let blocks = (pattern.count + 63) / 64
        var rows: [Unicode.Scalar: Int] = [:]
        // What the pattern does not have is in no row.
        var masks = [UInt64](repeating: 0, count: blocks)
        for (row, scalar) in pattern.enumerated() {
            let start = rows[scalar] ?? masks.count
            if start == masks.count {
                rows[scalar] = start
                masks += [UInt64](repeating: 0, count: blocks)
            }
            masks[start + row / 64] |= 1 << UInt64(row % 64)
        }
        count = pattern.count
        self.blocks = blocks
        self.rows = rows
        self.masks = masks
        self.pattern = pattern
    }

    /// The first stretch of the text that takes the fewest edits to become the pattern, and how many;
    /// of stretches that differ by their last scalars alone, the longest. Nil when nothing of the
    /// text is like it.
    func nearest(in text: [Unicode.Scalar]) -> (range: Range<Int>, edits: Int)? {
        guard let end = best(in: text, isAnchored: false), end.edits < count else { return nil }
        // The same backwards from there finds where it begins.
        let window = text[max(0, end.length - count - end.edits)..<end.length]
        let backwards = ApproximateMatch(of: pattern.reversed())
        guard let start = backwards.best(in: window.reversed(), isAnchored: true) else {
            return nil
        }
        return (end.length - start.length..<end.length, end.edits)
    }

    /// How much of the text is read when the fewest edits are reached. Anchored: the match begins
    /// where the text does.
    private func best(
        in text: [Unicode.Scalar], isAnchored: Bool
    ) -> (length: Int, edits: Int)? {
        guard count > 0 else { return nil }
        var up = [UInt64](repeating: ~0, count: blocks)
        var down = [UInt64](repeating: 0, count: blocks)
        let last = UInt64(1) << UInt64((count - 1) % 64)
        var edits = count
        var best: (length: Int, edits: Int)?
        for (position, scalar) in text.enumerated() {
            let mask = rows[scalar] ?? 0
            // What comes in from above: a match that may begin anywhere costs nothing there.
            var (plus, minus): (UInt64, UInt64) = (isAnchored ? 1 : 0, 0)
            for block in 0..<blocks {
                let (above, below) = (up[block], down[block])
                let equal = masks[mask + block]
                let vertical = equal | below
                let carried = equal | minus
                let diagonal = (((carried & above) &+ above) ^ above) | carried
                var rise = below | ~(diagonal | above)
                var fall = above & diagonal
                if block == blocks - 1 {
                    if rise & last != 0 { edits += 1 }
                    if fall & last != 0 { edits -= 1 }
                }
                let (nextPlus, nextMinus) = (rise >> 63, fall >> 63)
                rise = rise << 1 | plus
                fall = fall << 1 | minus
                up[block] = fall | ~(vertical | rise)
                down[block] = rise & vertical
                (plus, minus) = (nextPlus, nextMinus)
            }
            let isFewer = best.map { edits < $0.edits } ?? true
            let goesOn = best.map { edits == $0.edits && position == $0.length } ?? false
            if isFewer || goesOn { best = (position + 1, edits) }
        }
        return best
    }
}
