import Domain

extension ClaimCheck {
    /// A figure belongs to what the evidence ties it to, where both sides name it.
    mutating func checkBinding() {
        let ours = Anchors(claim, lexicon)
        let theirs = grounds.anchors
        let pairs = bound(ours, theirs)
        checkSwaps(pairs, ours, theirs)
        checkLists(pairs, ours, theirs)
        // 分别 gives each its own, in the order in which they stand.
        if claim.passage.holds("分别") { return }
        for pair in pairs {
            // One thing that the sentence ties to the figure and the evidence ties to another.
            let strangers = pair.own.subtracting(pair.evidence)
            let missing = pair.evidence.subtracting(pair.all)
            guard !strangers.isEmpty, !missing.isEmpty else { continue }
            let rivals = grounds.near.quantities.filter { isRival($0, of: pair.match) }
            guard
                let stranger = strangers.sorted().first(where: { key in
                    rivals.contains { rival in
                        let named = theirs.of(rival)
                        // A thing may be named in another sentence by the way.
                        let isNear =
                            rival.sentence == pair.match.sentence || lexicon.kinds[key] != nil
                        return isNear && named.contains(key) && !missing.subtracting(named).isEmpty
                    }
                })
            else { continue }
            // What the evidence names instead: Honda for Toyota.
            let isName =
                lexicon.kinds[stranger] != nil
                && missing.intersection(theirs.own(pair.match)).contains {
                    // The Shenzhen company is no other one.
                    lexicon.kinds[$0] != nil && lexicon.kinds[$0] == lexicon.kinds[stranger]
                }
                && claim.passage.isDigit(pair.range.lowerBound) && !pair.match.number.isOrdinal
                && !isBeside(pair)
                && !pair.own.contains {
                    // 三星从华为手中: who has the figure stands there as well.
                    (lexicon.kinds[$0] == .country || lexicon.kinds[$0] == lexicon.kinds[stranger])
                        && pair.evidence.contains($0)
                }
                && !isBesideAnother(stranger, pair)
            // 对美出口 names a country by one character.
            let isShort = claim.passage.holdsAny(["对美", "输美", "赴美", "对欧", "对华", "对日", "对俄"])
            // A country is what all of a text is of.
            if !isName, [.country, .place].contains(lexicon.kinds[stranger]) { continue }
            find(
                "number.binding", isName && !isShort ? .hard : .soft,
                "\"\(claim.text(pair.range))\" belongs to something else in the evidence: "
                    + "\"\(context(pair.match))\"")
        }
    }

    /// 15 架波音 787: who stands right beside the figure stands with it in the evidence.
    private func isBeside(_ pair: Pair) -> Bool {
        claim.items.contains { item in
            (0...3).contains(item.range.lowerBound - pair.range.upperBound)
                && item.meanings.contains { $0.kind == .name && pair.evidence.contains($0.key) }
        }
    }

    /// 获救的 8 人中有 6 名印度尼西亚人: the name belongs to another figure of the sentence.
    private func isBesideAnother(_ name: Lexicon.Key, _ pair: Pair) -> Bool {
        claim.items.contains { item in
            item.meanings.contains { $0.key == name }
                && claim.quantities.contains {
                    $0.range != pair.range
                        && (0...2).contains(item.range.lowerBound - $0.range.upperBound)
                }
        }
    }

    /// Two figures of one kind that have changed places: profit for forecast and forecast for profit.
    private mutating func checkSwaps(_ pairs: [Pair], _ ours: Anchors, _ theirs: Anchors) {
        for (index, first) in pairs.enumerated() {
            for second in pairs.dropFirst(index + 1) where isRival(second.match, of: first.match) {
                guard let a = ours.nearest(before: first.range),
                    let b = ours.nearest(before: second.range),
                    let c = theirs.nearest(before: first.match.range),
                    let d = theirs.nearest(before: second.match.range),
                    a.key != b.key, c.key == b.key, d.key == a.key
                else { continue }
                // A place far from a figure is where it was told.
                let isPlace = [a.key, b.key].contains {
                    [.country, .place].contains(lexicon.kinds[$0])
                }
                guard !isPlace || [a, b, c, d].allSatisfy({ $0.distance <= Self.besideLabel })
                else { continue }
                find(
                    "number.binding", .hard,
                    "\"\(claim.text(first.range))\" and \"\(claim.text(second.range))\" have changed places"
                )
            }
        }
    }

    /// 浙江获得 8000 万元 where the evidence lists 福建 8000 万元、浙江 7000 万元.
    private mutating func checkLists(_ pairs: [Pair], _ ours: Anchors, _ theirs: Anchors) {
        for pair in pairs where !pair.match.number.isOrdinal {
            guard let own = ours.nearest(before: pair.range), own.distance <= Self.besideLabel,
                let told = theirs.nearest(before: pair.match.range),
                told.distance <= Self.besideLabel, own.key != told.key,
                let kind = lexicon.kinds[own.key], kind == lexicon.kinds[told.key],
                let rival = grounds.near.quantities.first(where: { other in
                    guard isRival(other, of: pair.match), !isTold(other),
                        let name = theirs.nearest(before: other.range)
                    else { return false }
                    return name.key == own.key && name.distance <= Self.besideLabel
                })
            else { continue }
            find(
                "number.binding", .hard,
                "\"\(claim.text(pair.range))\" belongs to another in the evidence, which has "
                    + "\"\(grounds.near.text(rival.range))\" there")
        }
    }

    /// As far as a name can stand before the figure that a list gives it, in characters.
    private static let besideLabel = 12

    /// Another figure of the same kind, with which this one can be confused.
    private func isRival(_ other: Quantity, of match: Quantity) -> Bool {
        other.range != match.range
            // One or two cuts are no rivals of 22 analysts.
            && !(match.isCount && match.number.digits > 1 && other.number.form == .words)
            && other.units.contains { unit in match.units.contains { $0.measure == unit.measure } }
    }

    private struct Pair {
        var range: Range<Int>
        var match: Quantity
        var own: Set<Lexicon.Key>
        var all: Set<Lexicon.Key>
        var evidence: Set<Lexicon.Key>
    }

    /// The figures that one figure of the evidence alone agrees with, and what each is tied to.
    private func bound(_ ours: Anchors, _ theirs: Anchors) -> [Pair] {
        claim.quantities.filter {
            isChecked($0) && !isNamed($0) && !isOfScore($0) && [.none, .about].contains($0.bound)
        }.compactMap {
            quantity in
            let matches = grounds.near.quantities.filter {
                lexicon.agreement(of: quantity, with: $0) == .full
            }
            guard matches.count == 1, let match = matches.first else { return nil }
            return Pair(
                range: quantity.range, match: match, own: ours.own(quantity), all: ours.all,
                evidence: theirs.of(match))
        }
    }
}

/// Which names and things each stretch of a text speaks of.
struct Anchors: Sendable {
    private(set) var segments: [Set<Lexicon.Key>] = []
    private(set) var all: Set<Lexicon.Key> = []
    private var starts: [Int] = []
    private var places: [(start: Int, key: Lexicon.Key, sentence: Int)] = []
    private var inherited: Set<Int> = []

    init(_ reading: Reading, _ lexicon: Lexicon) {
        var current: Set<Lexicon.Key> = []
        var (start, sentence) = (0, 0)
        func isBreak(_ item: Item) -> Bool {
            if item.endsClause { return true }
            guard item.range.count <= 7 else { return false }
            return reading.passage.isLatin(item.range.lowerBound)
                ? item.range.count >= 3
                    && ["while", "whereas", "but", "and"].contains(
                        reading.text(item.range).lowercased())
                : item.range.count == 1 && ["而", "但"].contains(reading.text(item.range))
        }
        for (index, item) in reading.items.enumerated() {
            if isBreak(item) || reading.sentences[index] != sentence {
                add(current, start)
                // A stretch that names nothing goes on about what the one before named.
                current = []
                start = item.range.upperBound
                if reading.sentences[index] != sentence { current = [] }
                sentence = reading.sentences[index]
            }
            for meaning in item.meanings where meaning.kind == .noun || meaning.kind == .name {
                current.insert(meaning.key)
                if places.last?.start != item.range.lowerBound {
                    places.append((item.range.lowerBound, meaning.key, reading.sentences[index]))
                }
            }
        }
        add(current, start)
        all = segments.reduce(into: []) { $0.formUnion($1) }
    }

    private mutating func add(_ keys: Set<Lexicon.Key>, _ start: Int) {
        if keys.isEmpty { inherited.insert(segments.count) }
        segments.append(keys.isEmpty ? segments.last ?? [] : keys)
        starts.append(start)
    }

    /// The last thing named before a figure, and how many characters before it that begins.
    func nearest(before range: Range<Int>) -> (key: Lexicon.Key, distance: Int)? {
        places.last { $0.start < range.lowerBound }.map { ($0.key, range.lowerBound - $0.start) }
    }

    /// What the stretch of a figure names by itself.
    func own(_ quantity: Quantity) -> Set<Lexicon.Key> {
        let index = starts.lastIndex { $0 <= quantity.range.lowerBound } ?? 0
        return inherited.contains(index) ? [] : of(quantity)
    }

    func of(_ quantity: Quantity) -> Set<Lexicon.Key> {
        let index = starts.lastIndex { $0 <= quantity.range.lowerBound } ?? 0
        return segments.indices.contains(index) ? segments[index] : []
    }
}
