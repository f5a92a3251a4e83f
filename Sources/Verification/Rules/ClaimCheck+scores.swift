import Domain

extension ClaimCheck {
    /// A score is a pair: 3-1 is not made of the 3 of one and the 1 of another.
    mutating func checkScores() {
        let theirs = scores(in: grounds.near).map(\.pair)
        guard !theirs.isEmpty else { return }
        for sets in scoreRuns() {
            // Seen from one side or from the other, but the sets of a match from the same.
            func missing(_ turned: Bool) -> Range<Int>? {
                var left = theirs
                for (pair, range) in sets {
                    guard let index = left.firstIndex(of: turned ? pair.reversed() : pair) else {
                        return range
                    }
                    left.remove(at: index)
                }
                return nil
            }
            guard let range = missing(false), missing(true) != nil, !isOnTheWay(sets.map(\.pair)),
                !sets.allSatisfy({ isOfSets($0.pair, theirs) })
            else { continue }
            find("number.score", .hard, "\"\(claim.text(range))\" is no score of the evidence")
        }
    }

    /// 2 比 1 in sets of 21-17, 18-21 and 21-12.
    private func isOfSets(_ pair: [Double], _ sets: [[Double]]) -> Bool {
        guard sets.count > 1, pair.allSatisfy({ $0 <= 4 }) else { return false }
        let won = sets.count { $0[0] > $0[1] }
        let counts = [Double(won), Double(sets.count - won)]
        return pair == counts || pair == counts.reversed() || pair.reduce(0, +) < Double(sets.count)
    }

    /// 0 比 2 for two goals down, which names no score.
    private func isOnTheWay(_ pairs: [[Double]]) -> Bool {
        pairs.contains { $0.contains(0) }
            && grounds.near.passage.holdsAnyLower([
                " down", "behind", "trail", "lead", "led ", "ahead", "落后", "领先",
            ])
    }

    /// Whether a figure is of a score, which is checked as a pair where the evidence has one.
    func isOfScore(_ quantity: Quantity) -> Bool {
        !scores(in: grounds.near).isEmpty
            && scores(in: claim).contains { $0.range.overlaps(quantity.range) }
    }

    /// The scores of the sentence, those of one match together: 6-4、3-6、7-6.
    private func scoreRuns() -> [[(pair: [Double], range: Range<Int>)]] {
        var runs: [[(pair: [Double], range: Range<Int>)]] = []
        for score in scores(in: claim) {
            if let last = runs.last?.last,
                ["、", ",", ", ", "，"].contains(
                    claim.text(between: last.range, and: score.range))
            {
                runs[runs.count - 1].append(score)
            } else {
                runs.append([score])
            }
        }
        return runs
    }

    private func scores(in reading: Reading) -> [(pair: [Double], range: Range<Int>)] {
        zip(reading.quantities, reading.quantities.dropFirst()).compactMap { first, second in
            guard first.isCount, second.isCount, !first.number.hasScale, !second.number.hasScale,
                first.number.value <= 200, second.number.value <= 200, first.bound == .none,
                first.range.upperBound < second.range.lowerBound,
                ["-", "比", ":"].contains(
                    reading.text(between: first.range, and: second.range).filter {
                        $0 != " "
                    })
            else { return nil }
            return (
                [first.number.value, second.number.value],
                first.range.lowerBound..<second.range.upperBound
            )
        }
    }
}
