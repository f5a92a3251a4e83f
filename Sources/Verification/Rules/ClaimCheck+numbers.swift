import Domain

extension ClaimCheck {
    /// Every figure of the sentence follows from one of the evidence, with unit, bound and
    /// direction, or is worked out from several.
    mutating func checkNumbers() {
        checkEnds()
        checkStarts()
        checkScores()
        let evidence = grounds.near.quantities
        let arithmetic = Arithmetic(claim, evidence, lexicon: lexicon)
        var index = 0
        while index < claim.quantities.count {
            // Several readings of one number stand side by side: one that holds is enough.
            let first = claim.quantities[index]
            var readings = [first]
            while index + readings.count < claim.quantities.count,
                claim.quantities[index + readings.count].range.lowerBound == first.range.lowerBound
            {
                readings.append(claim.quantities[index + readings.count])
            }
            index += readings.count
            guard isChecked(first) else { continue }
            let results = readings.map { check($0, evidence, arithmetic) }
            if results.contains(where: { $0 == nil }) { continue }
            if let problem = results.compactMap({ $0 }).first {
                find(problem.rule, problem.severity, problem.message)
            }
        }
    }

    /// A score is a pair: 3-1 is not made of the 3 of one and the 1 of another.
    private mutating func checkScores() {
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
            guard let range = missing(false), missing(true) != nil else { continue }
            find("number.score", .hard, "\"\(claim.text(range))\" is no score of the evidence")
        }
    }

    /// The scores of the sentence, those of one match together: 6-4、3-6、7-6.
    private func scoreRuns() -> [[(pair: [Double], range: Range<Int>)]] {
        var runs: [[(pair: [Double], range: Range<Int>)]] = []
        for score in scores(in: claim) {
            if let last = runs.last?.last,
                ["、", ",", ", ", "，"].contains(
                    claim.text(last.range.upperBound..<score.range.lowerBound))
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
                    reading.text(first.range.upperBound..<second.range.lowerBound).filter {
                        $0 != " "
                    })
            else { return nil }
            return (
                [first.number.value, second.number.value],
                first.range.lowerBound..<second.range.upperBound
            )
        }
    }

    /// 从 1.4% 上调至 1.1% goes against itself.
    private mutating func checkEnds() {
        for (index, from) in claim.quantities.enumerated() where from.role == .from {
            // A range may stand at either end: 从 25 亿至 30 亿上调至 32 亿.
            guard
                let to = claim.quantities.dropFirst(index + 1).prefix(2).first(where: {
                    $0.role == .to && $0.direction != 0 && $0.sentence == from.sentence
                })
            else { continue }
            guard let unit = from.units.first,
                let other = to.units.first(where: { $0.measure == unit.measure })
            else { continue }
            let change = to.amount(other) - from.amount(unit)
            if change * Double(to.direction) < 0 {
                find(
                    "number.direction", .hard,
                    "\"\(claim.text(from.range.lowerBound..<to.range.upperBound))\" goes the other way"
                )
            }
        }
    }

    /// 从 A 调至 B begins where the evidence begins: A is no other of its figures.
    private mutating func checkStarts() {
        let near = grounds.near.quantities
        func matches(_ quantity: Quantity) -> [Quantity] {
            near.filter { lexicon.agreement(of: quantity, with: $0) == .full }
        }
        for (from, to) in zip(claim.quantities, claim.quantities.dropFirst())
        where from.role == .from && to.role == .to && from.sentence == to.sentence {
            let (starts, ends) = (matches(from), matches(to))
            guard !starts.isEmpty, let end = ends.first, ends.count == 1,
                let start = near.first(where: { other in
                    other.role == .from && other.sentence == end.sentence
                        && other.units.contains { unit in
                            end.units.contains { $0.measure == unit.measure }
                        }
                }), !starts.contains(where: { $0.range == start.range })
            else { continue }
            find(
                "number.binding", .hard,
                "\"\(claim.text(from.range))\" is not where the change began: "
                    + "\"\(context(start))\"")
        }
    }

    struct Problem {
        var rule: String
        var severity: Finding.Severity
        var message: String
    }

    private func check(
        _ quantity: Quantity, _ evidence: [Quantity], _ arithmetic: Arithmetic
    ) -> Problem? {
        let words = claim.text(quantity.range)
        if quantity.number.digits > 15 {
            return holds(quantity)
                ? nil
                : Problem(
                    rule: "number.absent", severity: .hard,
                    message: "\"\(words)\" does not stand in the evidence")
        }
        let ranked = evidence.map { ($0, lexicon.agreement(of: quantity, with: $0)) }
        let best = ranked.map(\.1).max() ?? .none
        if best == .hedge,
            isConversion(quantity)
                || isCapped(quantity, ranked.filter { $0.1 == .hedge }.map(\.0))
        {
            return nil
        }
        if best == .full {
            let matches = ranked.filter { $0.1 == .full }.map(\.0)
            if let prior = prior(quantity, matches, words) { return prior }
            return direction(quantity, matches, words) ?? basis(quantity, matches, words)
        }
        // A figure that the evidence has, but otherwise, is not worked out from two others.
        let isOwn = [.currency, .percent, .bound, .hedge].contains(best)
        if !isOwn, arithmetic.derives(quantity) { return nil }
        if isListed(quantity) || isElapsed(quantity) { return nil }
        let nearest = ranked.first { $0.1 == best }.map { grounds.near.text($0.0.range) } ?? ""
        var problem = problem(best, quantity, words, nearest)
        if best == .none, problem?.severity == .hard, isElsewhere(quantity) {
            problem?.severity = .soft
            problem?.message =
                "\"\(words)\" follows from another passage of the source; give that as evidence"
        }
        return problem
    }

    /// The figure stands in the source, or follows from its figures, but not where the evidence is.
    private func isElsewhere(_ quantity: Quantity) -> Bool {
        // A single digit stands somewhere in any source, and small counts often do.
        let isPlain =
            quantity.isCount
            || quantity.units.contains { $0.measure == .physical(lexicon.key("age")) }
        guard quantity.number.digits >= (isPlain && !quantity.number.hasScale ? 3 : 2) else {
            return false
        }
        return grounds.cited.contains { source in
            let all = source.reading.quantities
            return all.count <= 2000
                && (all.contains { lexicon.agreement(of: quantity, with: $0) == .full }
                    || quantity.number.digits >= 3
                        && Arithmetic(claim, all, lexicon: lexicon).derives(quantity))
        }
    }

    /// 限制在 8000 人以内 for a cap at 8,000.
    private func isCapped(_ quantity: Quantity, _ matches: [Quantity]) -> Bool {
        let (side, near) = (quantity.bound.side, grounds.near)
        guard side != 0 else { return false }
        let words =
            side < 0
            ? [" cap ", " cap on", "limit", "ceiling", "maximum", "上限", "封顶", "限制"]
            : [" floor", "minimum", "threshold", "下限", "门槛", "起点"]
        return matches.contains { match in
            let start = match.range.lowerBound
            return near.passage.holdsAnyLower(
                words, in: max(0, start - 90)..<match.range.upperBound + 20)
        }
    }

    /// 不到 20 磅（约 9.1 公斤）: the bound stands with the first figure.
    private func isConversion(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 4)..<start).filter { $0 != " " }
        return ["(约", "(", "(合", "(约合"].contains(where: before.hasSuffix)
    }

    /// The figure of a year ago is not that of today, unless the sentence speaks of then.
    private func prior(
        _ quantity: Quantity, _ matches: [Quantity], _ words: String
    ) -> Problem? {
        guard matches.allSatisfy(isPrior), let first = matches.first, quantity.role != .from,
            !quantity.units.contains(where: { $0.measure == .percent || $0.measure == .point })
        else { return nil }
        guard !claim.passage.holdsAny(Self.then, in: 0..<quantity.range.upperBound + 30) else {
            return nil
        }
        return Problem(
            rule: "number.binding", severity: .hard,
            message: "\"\(words)\" is the figure of before: \"\(context(first))\"")
    }

    private func isPrior(_ quantity: Quantity) -> Bool {
        let near = grounds.near
        let start = quantity.range.lowerBound
        let end = quantity.range.upperBound
        guard
            near.passage.holdsAnyLower(
                ["year earlier", "year ago", "year before", "last year", "earlier"],
                in: end..<end + 32)
        else { return false }
        let before = near.text(max(0, start - 20)..<start).lowercased()
        return [
            "compared with ", "compared to ", "versus ", "up from ", "down from ", "against ",
        ]
        .contains { before.hasSuffix($0) || before.hasSuffix($0 + "about ") }
    }

    private static let then = [
        "去年", "上年", "此前", "之前", "同期", "从", "由", "较", "比", "原", "曾", "前", "预期", "以往", "当时", "早先",
        "上一",
        "上月", "上季", "昨", "年初",
    ]

    private func problem(
        _ agreement: Agreement, _ quantity: Quantity, _ words: String, _ nearest: String
    ) -> Problem? {
        switch agreement {
        case .full: nil
        case .none:
            Problem(
                rule: quantity.number.isOrdinal ? "number.rank" : "number.absent",
                severity: isSmall(quantity) || isUnranked(quantity) ? .soft : .hard,
                message:
                    "\"\(words)\" follows from no figure of the evidence; give the evidence's own")
        case .currency:
            Problem(
                rule: "number.currency", severity: .hard,
                message: "\"\(words)\" is \"\(nearest)\" in the evidence; keep its currency")
        case .unit:
            Problem(
                rule: "number.unit", severity: isSmall(quantity) ? .soft : .hard,
                message: "\"\(words)\" is \"\(nearest)\" in the evidence; keep or convert its unit")
        case .percent:
            Problem(
                rule: "number.percent", severity: .hard,
                message: "\"\(words)\" is \"\(nearest)\" in the evidence; percent and points differ"
            )
        case .scale:
            Problem(
                rule: "number.scale", severity: .hard,
                message: "\"\(words)\" is \"\(nearest)\" in the evidence, a power of ten away")
        case .bound:
            Problem(
                rule: "number.bound", severity: .hard,
                message: "\"\(words)\" turns the bound of \"\(nearest)\" around")
        case .hedge:
            Problem(
                rule: "number.hedge",
                severity: quantity.bound == .about ? .soft : .hard,
                message: "\"\(words)\" loses or adds a bound; the evidence says \"\(nearest)\"")
        }
    }

    /// A number longer than arithmetic can hold stands in the evidence as it is written.
    private func holds(_ quantity: Quantity) -> Bool {
        let wanted = claim.text(quantity.range).filter(\.isNumber)
        return grounds.near.quantities.contains {
            grounds.near.text($0.range).filter(\.isNumber) == wanted
        }
    }

    /// Two and three come from `both`, `and` and lists as often as from a figure.
    private func isSmall(_ quantity: Quantity) -> Bool {
        quantity.isCount && quantity.number.form == .han && quantity.number.value <= 3
            && !quantity.number.isOrdinal
    }

    /// 第一 may be `leading` or `largest` in the evidence, unless that names another rank.
    private func isUnranked(_ quantity: Quantity) -> Bool {
        guard quantity.number.value <= 3 else { return false }
        let isListed = claim.passage.holds("分列")
        return (isListed || quantity.number.isOrdinal)
            && !grounds.near.quantities.contains { $0.number.isOrdinal }
    }

    /// 历时 2 小时 35 分钟 between two times, 21 天 between two days, 前四个月 up to April.
    private func isElapsed(_ quantity: Quantity) -> Bool {
        let key = lexicon.key("duration")
        guard let unit = quantity.units.first(where: { $0.measure == .physical(key) }) else {
            return false
        }
        let near = grounds.near
        let clocks = near.clocks.map(\.minutes)
        let value = Int(max(-1, min(quantity.number.value, 1e6)))
        if unit.factor == 3600 || unit.factor == 60 {
            return clocks.contains { start in
                clocks.contains { end in
                    let minutes = end - start
                    return minutes > 0
                        && (unit.factor == 60
                            ? minutes % 60 == value || minutes == value : minutes / 60 == value)
                }
            }
        }
        let start = quantity.range.lowerBound
        if claim.text(max(0, start - 2)..<start).contains("前"), unit.factor > 2e6, unit.factor < 3e6
        {
            return near.dates.contains { $0.written.month == value }
        }
        guard unit.factor == 86_400 || unit.factor == 604_800,
            claim.passage.holdsAny(["推迟", "提前", "延长", "为期", "相隔", "延后", "延期", "间隔", "期间"])
        else { return false }
        let days = near.dates.flatMap { $0.days(published: grounds.published).compactMap(\.number) }
        return days.contains { first in
            days.contains { $0 - first == value * Int(unit.factor / 86_400) }
        }
    }

    /// 五家公司 for a list of five names.
    private func isListed(_ quantity: Quantity) -> Bool {
        guard quantity.isCount, !quantity.number.isOrdinal, quantity.bound == .none,
            (2...12).contains(quantity.number.value)
        else { return false }
        // Any two things that `and` joins are two.
        if quantity.number.value == 2, quantity.number.form == .han, grounds.near.joinsTwo {
            return true
        }
        // 5 颗 is no list where the evidence says 8 颗.
        let near = grounds.near
        let what = claim.text(quantity.range.upperBound..<quantity.range.upperBound + 2)
            .filter { $0 != " " }.prefix(1)
        let isCounted =
            near.isChinese
            && near.quantities.contains {
                $0.isCount
                    && near.text($0.range.upperBound..<$0.range.upperBound + 1) == what
            }
        return !isCounted && lists(in: near).contains(Int(quantity.number.value))
    }

    /// How many things each list of the evidence names: A, B and C are three.
    private func lists(in reading: Reading) -> Set<Int> {
        var lengths: Set<Int> = []
        var commas = 0
        for item in reading.items {
            switch item.kind {
            case .mark(0x2c), .mark(0x3001): commas += 1
            case .mark: commas = 0
            case .latin where ["and", "or"].contains(reading.text(item.range).lowercased()):
                if commas > 0 { lengths.formUnion([commas + 1, commas + 2]) }
            default: break
            }
            if commas > 0, reading.text(item.range.upperBound..<item.range.upperBound + 1) == "和" {
                lengths.insert(commas + 2)
            }
        }
        return lengths
    }

    private func direction(
        _ quantity: Quantity, _ matches: [Quantity], _ words: String
    ) -> Problem? {
        let known = matches.filter { $0.direction != 0 }
        if quantity.direction != 0, known.count == matches.count,
            known.allSatisfy({ $0.direction == -quantity.direction }), let first = known.first
        {
            return Problem(
                rule: "number.direction", severity: .hard,
                message: "\"\(words)\" goes the other way in the evidence: \"\(context(first))\"")
        }
        let roles = matches.compactMap(\.role)
        guard let role = quantity.role, roles.count == matches.count, let first = matches.first,
            !roles.contains(role), roles.allSatisfy({ areApart(role, $0, quantity, first) })
        else { return nil }
        return Problem(
            rule: "number.change", severity: .hard,
            message: "\"\(words)\" is \(Self.words(of: first.role)) in the evidence: "
                + "\"\(context(first))\"")
    }

    /// From and to are told apart by their words; by and to where both sides tell of the change.
    private func areApart(
        _ ours: ChangeRole, _ theirs: ChangeRole, _ quantity: Quantity, _ match: Quantity
    ) -> Bool {
        if Set([ours, theirs]) == [.from, .to] { return true }
        return quantity.direction != 0 && match.direction != 0
            && Set([ours, theirs]) == [.by, .to]
    }

    private static func words(of role: ChangeRole?) -> String {
        switch role {
        case .by: "how much it changed"
        case .to: "where the change led"
        case .from: "where the change began"
        case nil: "no change"
        }
    }

    /// 同比 needs a year-ago figure, 环比 one of the period before.
    private func basis(
        _ quantity: Quantity, _ matches: [Quantity], _ words: String
    ) -> Problem? {
        let word = claim.items.indices.first {
            claim.clauses[$0] == quantity.clause
                && ["同比", "环比"].contains(claim.text(claim.items[$0].range))
        }
        guard let word, let basis = claim.items[word].meaning(.basis) else { return nil }
        let (sentences, clauses) = (Set(matches.map(\.sentence)), Set(matches.map(\.clause)))
        let near = grounds.near
        func keys(_ isIn: (Int) -> Bool) -> [Lexicon.Key] {
            near.items.indices.filter(isIn).flatMap { index in
                near.items[index].meanings.filter { $0.kind == .basis }.map(\.key)
            }
        }
        // What the figure's own clause says goes before what its sentence says.
        let own = keys { clauses.contains(near.clauses[$0]) }
        let keys = own.isEmpty ? keys { sentences.contains(near.sentences[$0]) } : own
        guard !keys.contains(basis.key) else { return nil }
        let message =
            "\"\(claim.text(claim.items[word].range))\" needs that comparison in the evidence"
        return Problem(
            rule: "number.basis", severity: keys.isEmpty ? .soft : .hard, message: message)
    }

    func context(_ quantity: Quantity) -> String {
        grounds.near.text(max(0, quantity.range.lowerBound - 24)..<quantity.range.upperBound + 12)
    }

    /// Whether a number says how much: Han numerals do before a unit or a measure word only.
    func isChecked(_ quantity: Quantity) -> Bool {
        let number = quantity.number
        if quantity.isLoose || number.isShare { return true }
        if isInTitle(quantity.range.lowerBound) || beginsMonths(quantity) { return false }
        guard number.form == .han else { return number.form == .digits }
        if number.isOrdinal {
            return isRanking(quantity) || (number.value > 1 && followed(quantity, by: Self.ranked))
        }
        if quantity.units.contains(where: { $0.measure != .count }) {
            return number.value != 1 || number.hasScale
        }
        if number.hasScale, number.value >= 1000 { return true }
        return number.value != 1 && followed(quantity, by: Self.measureWords)
    }

    /// 位列第一 ranks; 第一作者 and 第一次 do not.
    private func isRanking(_ quantity: Quantity) -> Bool {
        let start = quantity.range.lowerBound
        let before = claim.text(max(0, start - 8)..<start).filter { $0 != " " }
        return ["列第", "居第", "名第", "居世界第", "居全球第", "居全国第", "排第", "获第", "得第"].contains(
            where: before.hasSuffix)
    }

    private func followed(_ quantity: Quantity, by words: Set<Character>) -> Bool {
        let end = quantity.range.upperBound
        return claim.text(end..<end + 3).first { $0 != " " && $0 != "多" && $0 != "余" }
            .map(words.contains) ?? false
    }

    /// 1 至 4 月: the first number is a month as well.
    private func beginsMonths(_ quantity: Quantity) -> Bool {
        let end = quantity.range.upperBound
        guard claim.passage.holds("月", in: end..<end + 8) else { return false }
        let behind = claim.text(end..<end + 8).filter { $0 != " " }
        guard let mark = behind.first, "至到-~—".contains(mark) else { return false }
        return behind.dropFirst().drop(while: \.isNumber).first == "月"
    }

    /// Inside 《》 stands a name.
    private func isInTitle(_ index: Int) -> Bool {
        var depth = 0
        for place in 0..<index {
            if claim.passage.scalars[place] == 0x300a { depth += 1 }
            if claim.passage.scalars[place] == 0x300b { depth -= 1 }
        }
        return depth > 0
    }

    static let measureWords = Set(
        "个家名人台辆架艘座栋套件项份张次例条只头匹棵株户种款部支枚位所间处场届层代轮批组队票席颗块片段盏根幅本册篇集章枪回遍趟番剂床省市县区州国艇门村镇校店站起"
    )
    private static let ranked = Set("位名大个次届代批轮期家座款任位高")
}
