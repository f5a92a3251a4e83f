import Domain

extension ClaimCheck {
    /// 38 公里 northwest is not 38 kilometres southwest.
    mutating func checkCompass() {
        let length = Measure.physical(lexicon.key("length"))
        for quantity in claim.quantities
        where quantity.units.contains(where: { $0.measure == length }) {
            let start = quantity.range.lowerBound
            let before = claim.text(max(0, start - 6)..<start)
            let after = claim.text(quantity.range.upperBound..<quantity.range.upperBound + 6)
            guard let ours = point(before) ?? point(after) else { continue }
            let theirs = grounds.near.quantities.filter {
                lexicon.agreement(of: quantity, with: $0) == .full
            }.compactMap { match in
                let (start, end) = (match.range.lowerBound, match.range.upperBound)
                return point(grounds.near.text(end..<end + 16).lowercased())
                    ?? point(grounds.near.text(max(0, start - 6)..<start).lowercased())
            }
            guard !theirs.isEmpty, !theirs.contains(ours) else { continue }
            find(
                "place.compass", .hard,
                "\"\(claim.text(quantity.range))\" lies in another direction in the evidence")
        }
    }

    /// The point of the compass that a few words name, as east and north.
    private func point(_ words: String) -> [Int]? {
        Self.points.first { words.contains($0.word) }?.point
    }

    // Two points before one: southwest holds south and west.
    private static let points: [(word: String, point: [Int])] = [
        ("东北", [1, 1]), ("东南", [1, -1]), ("西北", [-1, 1]), ("西南", [-1, -1]),
        ("northeast", [1, 1]), ("north-east", [1, 1]), ("southeast", [1, -1]),
        ("south-east", [1, -1]), ("northwest", [-1, 1]), ("north-west", [-1, 1]),
        ("southwest", [-1, -1]), ("south-west", [-1, -1]),
        ("东移", [1, 0]), ("西移", [-1, 0]), ("南移", [0, -1]), ("北移", [0, 1]), ("以东", [1, 0]),
        ("以西", [-1, 0]), ("以南", [0, -1]), ("以北", [0, 1]),
        (" east of", [1, 0]), (" west of", [-1, 0]), (" south of", [0, -1]), (" north of", [0, 1]),
    ]
}
