import Foundation

/// What a title states of an event that another event of the same kind would state differently: the
/// second earthquake of a week, the next quarter, the other bank.
struct EventMarks: Sendable {
    private enum Class: UInt32 {
        /// Amounts in the title, apart by whether they are per cent.
        case amount, percent
        /// Names in the title that the lexicon knows, places apart from who acts there.
        case place, actor
        /// Capitalised words of the title that it does not know.
        case stranger
        case period
        /// Versions, magnitudes: numbers with a point and no unit.
        case version
        /// What kind of thing happens, where the title has a word for it.
        case kind
    }

    /// The class in the upper three bits, a hash below: sorted, each once.
    private let marks: [UInt32]
    /// Many events under one heading.
    let isRoundup: Bool
    /// A review, an explanation, a question why: it tells again what was told.
    let looksBack: Bool
    /// Whether the title tells of earnings or sales.
    let isOfFigures: Bool

    init(title: [Unicode.Scalar], words: [String], summary: String) {
        var marks: Set<UInt32> = []
        func add(_ kind: Class, _ text: String) {
            var hash: UInt32 = 0x811c_9dc5
            for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
            marks.insert(kind.rawValue << 29 | (hash ^ hash >> 29) & 0x1fff_ffff)
        }
        for amount in Amounts.found(in: title) {
            add(amount.hasPrefix("%") ? .percent : .amount, amount)
            if !amount.hasPrefix("%"), !amount.hasSuffix(".0") { add(.version, amount) }
        }
        var names = Lexicon.shared.concepts(in: title)
        for word in words where word.unicodeScalars.first.map(\.isLatin) == true {
            if let concept = Lexicon.shared.concept(latin: word.lowercased()) {
                names.append(concept)
            } else if word.unicodeScalars.first?.properties.isUppercase == true, word.count > 2 {
                add(.stranger, word.lowercased())
            }
        }
        var kinds: Set<String> = []
        for name in names {
            if name.isName { add(name.isPlace ? .place : .actor, name.name) }
            if let kind = Self.kinds[name.name] { kinds.insert(kind) }
        }
        for kind in kinds { add(.kind, kind) }
        let lower = String(String.UnicodeScalarView(title)).lowercased()
        for (period, words) in Self.periodWords where words.contains(where: lower.contains) {
            add(.period, period)
        }
        self.marks = marks.sorted()
        isOfFigures = kinds.contains("profit") || kinds.contains("sales")
        let separators = "；;、,，<｜|"
        looksBack = Self.reviews.contains(where: lower.contains)
        isRoundup =
            Self.roundups.contains(where: lower.contains)
            && (lower + summary).count { separators.contains($0) } >= 2
            || lower.count { "；;｜|".contains($0) } >= 3
    }

    /// Each names somebody whom the other does not, and nobody whom both do.
    func contradictInStrangers(_ other: EventMarks) -> Bool {
        areApart(.stranger, other) && !agree(.actor, other)
    }

    /// Whether two titles speak of other people, places or periods.
    func contradictInNames(_ other: EventMarks) -> Bool {
        areApart(.period, other) || areApart(.actor, other) || areApart(.version, other)
            || areApart(.place, other)
    }

    func contradictInAmounts(_ other: EventMarks) -> Bool {
        areApart(.percent, other) || areApart(.amount, other)
    }

    func agreeInAmounts(_ other: EventMarks) -> Bool {
        agree(.percent, other) || agree(.amount, other)
    }

    func contradictInKind(_ other: EventMarks) -> Bool { areApart(.kind, other) }

    private func of(_ kind: Class) -> [UInt32] { marks.filter { $0 >> 29 == kind.rawValue } }

    private func areApart(_ kind: Class, _ other: EventMarks) -> Bool {
        let (own, others) = (of(kind), other.of(kind))
        return !own.isEmpty && !others.isEmpty && !own.contains(where: others.contains)
    }

    private func agree(_ kind: Class, _ other: EventMarks) -> Bool {
        let others = other.of(kind)
        return of(kind).contains(where: others.contains)
    }

    private static let kinds: [String: String] = {
        var kinds: [String: String] = [:]
        for line in [
            "profit revenue loss dividend", "takeover merger offer stake",
            "lawsuit classaction appeal verdict", "recall", "hack theft breach", "licence approve",
            "layoff", "fine antitrust", "ipo", "contract order", "launch", "outage", "funding",
            "earthquake", "collision crash derail", "sales", "datacenter factory", "appoint resign",
            "rate", "trial", "strike", "election", "delay cancel", "fire wildfire", "flood",
        ] {
            let names = line.split(separator: " ").map(String.init)
            for name in names { kinds[name] = names[0] }
        }
        return kinds
    }()

    private static let periodWords: [(period: String, words: [String])] = [
        ("Q1", ["一季度", "首季", "第1季", "q1", "first-quarter", "first quarter", "1q"]),
        ("Q2", ["二季度", "第2季", "q2", "second-quarter", "second quarter", "2q"]),
        ("Q3", ["三季度", "第3季", "q3", "third-quarter", "third quarter", "3q"]),
        ("Q4", ["四季度", "第4季", "q4", "fourth-quarter", "fourth quarter", "4q"]),
        ("H1", ["上半年", "first-half", "first half"]),
        ("FY", ["年净利", "年归母", "全年", "年报", "年度", "full-year", "annual", "年营收"]),
    ]
    private static let reviews = [
        "explainer", "explained", "what we know", "what to know", "need to know", "timeline",
        "a look back", "looking back", "recap", "analysis", "opinion", "everything you", "why ",
        "how ", "一文", "读懂", "看懂", "回顾", "回看", "盘点", "复盘", "梳理", "解读", "科普", "时间线", "来龙去脉",
        "你需要知道", "始末", "为何", "为什么", "erklärt", "rückblick", "warum ", "解説", "まとめ", "なぜ",
    ]
    private static let roundups = [
        "晚报", "早报", "日报", "周报", "要闻", "一周", "盘点", "速览", "简报", "早知道", "晚间", "roundup",
        "round-up", "briefing", "digest", "this week", "week in", "newsletter", "wrap", "morning",
        "rückblick", "überblick", "ニュースまとめ",
    ]
}
