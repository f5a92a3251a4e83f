import Domain
import Foundation
import Parsing

/// A thing that a report speaks of: its kind, and a hash of what it is. Four bytes, because a
/// hundred thousand reports of sixty each are remembered.
struct StorySignal: Hashable, Comparable, Sendable {
    enum Kind: UInt32 {
        /// A name in Latin letters, or one that the lexicon knows.
        case name
        /// A country or a city that the lexicon knows.
        case place
        /// A name by its consonants or its syllables, across scripts.
        case sound
        /// An amount with its unit.
        case number
        /// A thing that the lexicon knows.
        case concept
        /// A word, or two Han characters: compared within one script.
        case word
    }

    private let bits: UInt32

    init(_ kind: Kind, _ text: String) {
        var hash: UInt32 = 0x811c_9dc5
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        bits = kind.rawValue << 29 | (hash ^ hash >> 29) & 0x1fff_ffff
    }

    var kind: Kind { Kind(rawValue: bits >> 29) ?? .word }

    static func < (one: StorySignal, other: StorySignal) -> Bool { one.bits < other.bits }
}

/// What a report's title and lead speak of, in a form in which reports of several languages agree.
struct StorySignals {
    /// Sorted, each once.
    private(set) var all: [StorySignal] = []
    let isHan: Bool
    /// By which one event is told from another that is like it.
    let marks: EventMarks
    /// Latin names that stand behind their Chinese ones: 科凡（Corvane）.
    private(set) var aliases: [(han: String, latin: String)] = []

    /// - Parameter known: Latin names by the Chinese ones that earlier reports gave them.
    init(_ report: Report, aliases known: [String: String] = [:]) {
        let summary = String(plainText(ofHTML: report.summary ?? "").prefix(400))
        let title = StoryText.scalars(report.title)
        let text = title + ["。"] + StoryText.scalars(summary)
        let words = Self.words(in: text)
        marks = EventMarks(title: title, words: Self.words(in: title), summary: summary)
        isHan = text.count { $0.isHan } * 4 > text.count
        takeWords(words)
        takeOthers(text)
        takeAliases(text, known)
        for amount in Amounts.found(in: text) { add(.number, amount) }
        all = Array(Set(all)).sorted()
    }

    private mutating func add(_ kind: StorySignal.Kind, _ text: String) {
        all.append(StorySignal(kind, text))
    }

    // MARK: - Latin

    /// Runs of Latin letters, digits and hyphens, as they stand.
    private static func words(in text: [Unicode.Scalar]) -> [String] {
        text.split { !($0.isLatin || $0.isDigit || $0 == "-") }.map { word in
            String(String.UnicodeScalarView(word))
        }
    }

    private mutating func takeWords(_ words: [String]) {
        for word in words {
            guard let first = word.unicodeScalars.first, first.isLatin, word.utf8.count > 1 else {
                continue
            }
            let lower = word.lowercased()
            if let concept = Lexicon.shared.concept(latin: lower) {
                add(concept)
                continue
            }
            guard lower.utf8.count > 2, !Self.common.contains(lower) else { continue }
            let isName = first.properties.isUppercase
            if isName {
                if let sound = consonants(ofLatin: lower) { add(.sound, sound) }
                if lower.utf8.count > 4 { add(.sound, lower) }
            }
            add(isName || word.unicodeScalars.contains { $0.isDigit } ? .name : .word, lower)
        }
    }

    private mutating func add(_ concept: Lexicon.Concept) {
        add(concept.isPlace ? .place : concept.isName ? .name : .concept, concept.name)
    }

    private static let common: Set<String> = Set(
        """
        the and for with from that this has have had was were will would its their said says after
        over into than more about when what why how who which been are not but you your all can new
        one two three four five six first last year years day days week month next could may also
        monday tuesday wednesday thursday friday saturday sunday january february march april june
        july august september october november december percent million billion trillion company
        people told out off der die das und für mit von den dem des ein eine auf ist im in am zu sich
        hat nach bei als auch wird werden sind aus an um noch tag read full story newsletter
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    // MARK: - Han and Kana

    private mutating func takeAliases(_ text: [Unicode.Scalar], _ known: [String: String]) {
        for index in text.indices {
            for length in 2...4
            where index + length <= text.count && !known.isEmpty && text[index].isHan {
                if let latin = known[Self.string(text[index..<(index + length)])] {
                    add(.name, latin)
                }
            }
            guard text[index] == "(", index >= 2 else { continue }
            let inside = text[(index + 1)...].prefix { $0 != ")" }
            guard (3...30).contains(inside.count), inside.first?.properties.isUppercase == true,
                let word = inside.split(separator: " ").first
            else { continue }
            let before = text[..<index].reversed().drop { "」”』\"".unicodeScalars.contains($0) }
                .prefix { $0.isHan }.prefix(4)
            let han = Array(before.reversed())
            guard han.count >= 2 else { continue }
            for length in 2...han.count {
                aliases.append((Self.string(han.suffix(length)), Self.string(word).lowercased()))
            }
        }
    }

    private mutating func takeOthers(_ text: [Unicode.Scalar]) {
        for concept in Lexicon.shared.concepts(in: text) { add(concept) }
        for run in text.split(whereSeparator: { !$0.isHan && !$0.isKatakana }) where run.count > 1 {
            takeRun(run)
        }
    }

    /// Pairs of characters, names that transcribe others, and pairs as pinyin writes them: 启衡 is
    /// Qiheng.
    private mutating func takeRun(_ run: ArraySlice<Unicode.Scalar>) {
        let syllables = run.map { StoryText.syllable($0) }
        for (index, pair) in zip(run, run.dropFirst()).enumerated()
        where !Self.function.contains(pair.0) && !Self.function.contains(pair.1) {
            add(.word, Self.string([pair.0, pair.1]))
            let sound = syllables[index] + syllables[index + 1]
            // As long as what a Latin name is heard by.
            if sound.utf8.count > 4, !syllables[index].isEmpty, !syllables[index + 1].isEmpty {
                add(.sound, sound)
            }
        }
        var start = run.startIndex
        for index in run.startIndex...run.endIndex {
            if index < run.endIndex, transcribing.contains(run[index]) { continue }
            if index - start >= 3 {
                add(.name, Self.string(run[start..<index]))
                let range = (start - run.startIndex)..<(index - run.startIndex)
                if let sound = consonants(ofPinyin: syllables[range]) { add(.sound, sound) }
            }
            start = index + 1
        }
    }

    /// What holds words together is part of none, and of no name.
    private static let function = Set("的了在是和与对将并为及于也而但或从到由被把向其这那该此".unicodeScalars)

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

extension Unicode.Scalar {
    var isHan: Bool { (0x3400...0x9fff).contains(value) }
    var isKatakana: Bool { (0x30a1...0x30fe).contains(value) }
    var isDigit: Bool { (48...57).contains(value) }

    var isLatin: Bool {
        switch value {
        case 65...90, 97...122, 0xc0...0x24f: true
        default: false
        }
    }
}
