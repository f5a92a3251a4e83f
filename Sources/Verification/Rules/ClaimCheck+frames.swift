import Domain

extension ClaimCheck {
    /// In Chinese evidence a figure stands where the sentence puts it: 换乘站 6 座 is no 换乘站 4 座,
    /// wherever else a 6 may stand.
    mutating func checkFrames() {
        let near = grounds.near
        guard near.isChinese, !near.passage.holds("分别") || !claim.passage.holds("分别") else {
            return
        }
        for quantity in claim.quantities where isChecked(quantity) && quantity.bound.side == 0 {
            let ours = frame(quantity.range, claim)
            var (same, other) = (0, (size: 0, range: 0..<0))
            var homes: [Int] = []
            for (index, candidate) in near.quantities.enumerated() {
                let size = ours.shared(frame(candidate.range, near))
                if lexicon.agreement(of: quantity, with: candidate) == .full {
                    homes.append(index)
                    same = max(same, size)
                } else if isAlike(quantity, candidate), size > other.size, !isTold(candidate),
                    quantity.number.isOrdinal == candidate.number.isOrdinal
                {
                    other = (size, candidate.range)
                }
            }
            // What the span has is not taken from beside it.
            let span = grounds.span.quantities
            let isOfSpan =
                span.contains { lexicon.agreement(of: quantity, with: $0) == .full }
                && !span.contains {
                    grounds.span.text($0.range) == near.text(other.range)
                }
            guard other.size >= Self.frameSize, other.size >= same + 2, !homes.isEmpty, !isOfSpan,
                !homes.contains(where: {
                    // 首批 1500 件文献, of 1.2 万件文献
                    ours.begins(like: frame(near.quantities[$0].range, near))
                        && !ours.begins(like: frame(other.range, near))
                        || isOfHead($0, other.range) || isBesideTold($0, quantity)
                        || leads($0, from: other.range)
                        || ours.alike(frame(near.quantities[$0].range, near)) * 2
                            >= ours.alike(frame(other.range, near))
                })
            else { continue }
            find(
                "number.binding", .hard,
                "\"\(claim.text(quantity.range))\" is \"\(near.text(other.range))\" in the evidence"
            )
        }
        checkDateFrames()
    }

    /// The sentence names what the clause of the figure begins with, and not what that of the rival does:
    /// 海外市场贡献 44%, where 海外市场占比为 44% stands behind 机器人业务占 58%.
    private func isOfHead(_ home: Int, _ rival: Range<Int>) -> Bool {
        func head(_ place: Int) -> String {
            let near = grounds.near
            let before = near.text(max(0, place - 40)..<place)
            let clause = before.split { "，。；、,;".contains($0) }.last ?? ""
            return String(clause.filter { $0 != " " }.prefix(4))
        }
        let (own, other) = (
            head(grounds.near.quantities[home].range.lowerBound), head(rival.lowerBound)
        )
        return own.count == 4 && own != other && claim.passage.holds(own)
            && !claim.passage.holds(other)
    }

    private mutating func checkDateFrames() {
        let near = grounds.near
        func isWhole(_ date: DateMention) -> Bool {
            date.relative == nil && (date.written.month != nil || date.written.year != nil)
        }
        for date in claim.dates where isWhole(date) && !isYearOfWorking(date) {
            let wanted = date.days(published: grounds.published)
            let ours = frame(date.range, claim)
            var (same, other, alike) = (0, (size: 0, range: 0..<0), 0)
            for candidate in near.dates
            where isWhole(candidate)
                && (candidate.written.month == nil) == (date.written.month == nil)
            {
                let size = ours.shared(frame(candidate.range, near))
                let days = candidate.days(published: grounds.published)
                if wanted.contains(where: { want in days.contains { fits(want, $0, []) } }) {
                    same = max(same, size)
                    alike = max(alike, ours.alike(frame(candidate.range, near)))
                } else if size > other.size,
                    !claim.dates.contains(where: { $0.written == candidate.written })
                {
                    other = (size, candidate.range)
                }
            }
            guard other.size >= Self.frameSize, other.size >= same + 2, same < 2,
                alike * 2 < ours.alike(frame(other.range, near))
            else { continue }
            find(
                "date.binding", .hard,
                "\"\(claim.text(date.range))\" is \"\(near.text(other.range))\" in the evidence")
        }
    }

    /// A figure that stands beside this one in the evidence stands with it in the sentence as well.
    private func isBesideTold(_ home: Int, _ quantity: Quantity) -> Bool {
        let all = grounds.near.quantities
        return [home - 1, home + 1].contains { place in
            all.indices.contains(place) && all[place].sentence == all[home].sentence
                && claim.quantities.contains { other in
                    other.range != quantity.range && isChecked(other)
                        && lexicon.agreement(of: other, with: all[place]) == .full
                }
        }
    }

    /// 由 6.5 万提至 10 万: the words before the first figure are the second's as well.
    private func leads(_ home: Int, from range: Range<Int>) -> Bool {
        let all = grounds.near.quantities
        return home > 0 && all[home - 1].range == range && all[home].role == .to
    }

    /// Fewer characters stand beside figures of anything.
    private static let frameSize = 4

    /// The characters before and behind a figure, as far as its clause reaches; what only introduces
    /// a figure is left out.
    private struct Frame {
        var before: [UInt32]
        var behind: [UInt32]

        /// How many characters right beside the figures are the same.
        func shared(_ other: Frame) -> Int {
            zip(before, other.before).prefix { $0 == $1 }.count
                + zip(behind, other.behind).prefix { $0 == $1 }.count
        }

        /// Whether the same two characters lead to the figures.
        func begins(like other: Frame) -> Bool {
            zip(before, other.before).prefix { $0 == $1 }.count > 1
        }

        /// How many pairs of characters beside the figures are the same, wherever they stand.
        func alike(_ other: Frame) -> Int {
            func pairs(_ side: [UInt32]) -> [[UInt32]] {
                zip(side, side.dropFirst()).map { [$0, $1] }
            }
            func same(_ ours: [UInt32], _ theirs: [UInt32]) -> Int {
                let theirs = Set(pairs(theirs))
                return pairs(ours).count(where: theirs.contains)
            }
            return same(before, other.before) + same(behind, other.behind)
        }
    }

    private func frame(_ range: Range<Int>, _ reading: Reading) -> Frame {
        let scalars = reading.passage.lower
        func isInside(_ scalar: UInt32) -> Bool {
            Passage.isHan(scalar) || Passage.isLatin(scalar) || Passage.isDigit(scalar)
                || scalar == 0x20
        }
        let before = scalars[..<range.lowerBound].reversed().prefix { isInside($0) }.prefix(16)
        let behind = scalars[range.upperBound...].prefix { isInside($0) }.prefix(16)
        let isFiller = { (scalar: UInt32) in scalar == 0x20 || Self.fillers.contains(scalar) }
        return Frame(
            before: before.drop(while: isFiller).filter { $0 != 0x20 },
            behind: behind.drop(while: isFiller).filter { $0 != 0x20 })
    }

    private static let fillers = Set("约达为共有近超逾仅了至到的于在将则是由".unicodeScalars.map(\.value))
}
