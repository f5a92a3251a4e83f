import Domain
import Foundation
import Synchronization

/// Words of the languages by what they mean to a rule, from the files beside this one.
///
/// Scanned by a trie, longest word first, in time bounded by the text and the longest word.
struct Lexicon: Sendable {
    /// What a word can be; one word can be several things.
    struct Meaning: Sendable, Equatable {
        var kind: WordKind
        /// Which one of its kind: `USD`, `revenue`, `up`.
        var key: Key
        var value: Double
    }

    /// A word of the files by number; equal numbers are equal keys.
    typealias Key = Int

    /// With the names that the program knows by itself.
    static let shared = words.adding(seedNames)

    /// With these names. The last one made is kept: making one takes longer than checking an article
    /// by it, and names rarely change.
    static func knowing(_ names: [Name]) -> Lexicon {
        if names == seedNames { return shared }
        return lastMade.withLock { last in
            if let last, last.names == names { return last.lexicon }
            let lexicon = words.adding(names)
            last = (names, lexicon)
            return lexicon
        }
    }

    private static let lastMade = Mutex<(names: [Name], lexicon: Lexicon)?>(nil)

    /// Without names.
    static let words = Lexicon(
        words: PackageResources.Words_txt, nouns: PackageResources.Nouns_txt,
        cues: PackageResources.Cues_txt)

    private(set) var names: [String] = []
    /// Of each dimension: how large its units are, in its base unit.
    private(set) var factors: [Key: [Double]] = [:]
    private var keys: [String: Key] = [:]
    private var edges = Edges()
    private var ends: [[Meaning]] = [[]]
    /// Nodes where a word may go on to the end of the Latin word it begins.
    private var isStem: [Bool] = [false]

    init(words: [UInt8], nouns: [UInt8], cues: [UInt8]) {
        for bytes in [words, nouns, cues] {
            let text = String(decoding: bytes, as: UTF8.self)
            for line in text.split(separator: "\n") where !line.hasPrefix("#") { add(line) }
        }
    }

    /// Of each name by its key: what kind of a name it is.
    private(set) var kinds: [Key: Name.Kind] = [:]

    /// Knows these names as well.
    func adding(_ known: [Name]) -> Lexicon {
        var lexicon = self
        for name in known {
            guard let first = name.chinese.first else { continue }
            let key = lexicon.intern("\(name.kind.rawValue) \(first)")
            lexicon.kinds[key] = name.kind
            let meaning = Meaning(kind: .name, key: key, value: 0)
            for word in name.chinese + name.aliases { lexicon.insert(word, meaning) }
            // Filipinos, Ukrainians
            guard name.kind == .country else { continue }
            for word in name.aliases where word.last.map(Self.takesPlural) ?? false {
                lexicon.insert(word + "s", meaning)
            }
        }
        return lexicon
    }

    private static func takesPlural(_ letter: Character) -> Bool {
        letter.isLowercase && !"sxzh".contains(letter)
    }

    func key(_ name: String) -> Key { keys[name] ?? -1 }

    /// The longest word that begins at an index, and what it can mean.
    func longest(in passage: Passage, at start: Int) -> (end: Int, meanings: [Meaning])? {
        var best: (end: Int, meanings: [Meaning])?
        visit(in: passage, at: start) { end, meanings in
            // A word and the beginning of a word may end at the same place.
            if let found = best, found.end >= end {
                if found.end == end { best = (end, found.meanings + meanings) }
            } else {
                best = (end, meanings)
            }
        }
        return best
    }

    /// Calls for every word that begins at an index, with its end and what it can mean.
    func visit(in passage: Passage, at start: Int, _ body: (Int, [Meaning]) -> Void) {
        let text = passage.lower
        guard start < text.count else { return }
        let startsLatin = Passage.isLatin(text[start])
        if startsLatin, start > 0, Passage.isLatin(text[start - 1]) { return }
        var node: Int32 = 0
        var index = start
        while index < text.count, let next = edges[node, text[index]] {
            node = next
            index += 1
            let meanings = ends[Int(node)]
            guard !meanings.isEmpty else { continue }
            var end = index
            if Passage.isLatin(text[index - 1]), index < text.count {
                if isStem[Int(node)] {
                    while end < text.count, Passage.isLatin(text[end]) { end += 1 }
                } else if Passage.isLatin(text[index]) {
                    continue
                }
            }
            body(end, meanings)
        }
    }

    /// One line: `kind key [value] = word, word, word*`.
    private mutating func add(_ line: Substring) {
        guard let equals = line.range(of: " = ") else { return }
        let head = line[..<equals.lowerBound].split(separator: " ")
        guard head.count >= 2, let kind = WordKind(rawValue: String(head[0])) else { return }
        let meaning = Meaning(
            kind: kind, key: intern(String(head[1])),
            value: head.count > 2 ? Double(head[2]) ?? 0 : 0)
        if kind == .unit, factors[meaning.key]?.contains(meaning.value) != true {
            factors[meaning.key, default: []].append(meaning.value)
        }
        for word in line[equals.upperBound...].components(separatedBy: ",") {
            let word = word.trimmingCharacters(in: .whitespaces)
            guard !word.isEmpty else { continue }
            insert(word, meaning)
        }
    }

    private mutating func intern(_ name: String) -> Key {
        if let key = keys[name] { return key }
        keys[name] = names.count
        names.append(name)
        return names.count - 1
    }

    private mutating func insert(_ word: String, _ meaning: Meaning) {
        let isBeginning = word.hasSuffix("*")
        let node = Int(path(isBeginning ? String(word.dropLast()) : word))
        if isBeginning { isStem[node] = true }
        if !ends[node].contains(meaning) { ends[node].append(meaning) }
    }

    private mutating func path(_ word: String) -> Int32 {
        var node: Int32 = 0
        for value in Passage(word).lower {
            if let next = edges[node, value] {
                node = next
            } else {
                edges.add(node, value, Int32(ends.count))
                node = Int32(ends.count)
                ends.append([])
                isStem.append(false)
            }
        }
        return node
    }
}
