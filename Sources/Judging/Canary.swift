import Domain
import Editing
import Verification

/// A claim whose truth is known, asked among the others: a judge that gets it wrong is not believed.
struct Canary: Sendable, Equatable {
    /// In the source's own language.
    var text: String
    var evidence: Evidence
    var isTrue: Bool

    /// A true one and a false one, of different sentences where there are two; the same for the same
    /// seed. Empty when no source has a sentence that serves.
    static func pair(from sources: [Source], seed: String) -> [Canary] {
        let all = sources.flatMap(candidates)
        let numbered = all.filter { $0.text.contains(where: \.isNumber) }
        guard let honest = pick(all, seed + "true") else { return [] }
        let others = (numbered.isEmpty ? all : numbered).filter { $0 != honest }
        let basis = pick(others, seed + "false") ?? honest
        return [
            Canary(text: honest.text, evidence: honest.evidence, isTrue: true),
            Canary(
                text: falsified(basis.text, seed: seed), evidence: basis.evidence, isTrue: false),
        ]
    }

    private struct Candidate: Equatable {
        var text: String
        var evidence: Evidence
    }

    /// Sentences of a length that a claim may have, as they stand.
    private static func candidates(_ source: Source) -> [Candidate] {
        let bytes = Array(source.text.utf8)
        return sentenceRanges(of: source.text).compactMap { range in
            let sentence = bytes[range].drop { $0 == 32 }
            let scalars = sentence.count { $0 & 0xc0 != 0x80 }
            guard (16...160).contains(scalars), !sentence.contains(10) else { return nil }
            return Candidate(
                text: String(decoding: sentence, as: UTF8.self),
                evidence: Evidence(source: source.number, range: range))
        }
    }

    private static func pick(_ candidates: [Candidate], _ seed: String) -> Candidate? {
        candidates.isEmpty ? nil : candidates[hash(seed) % candidates.count]
    }

    /// Another first digit for the last number that has one; where there is none, a clause that
    /// names a figure nobody gave.
    private static func falsified(_ text: String, seed: String) -> String {
        var characters = Array(text)
        guard let last = characters.lastIndex(where: isDigit) else {
            let isChinese = text.hanShare > 0.5
            let clause = isChinese ? "，另有 4718 项尚未公布" : ", and 4718 more were not disclosed"
            let end = characters.lastIndex { !"。.！？!?”\"".contains($0) } ?? characters.count - 1
            characters.insert(contentsOf: Array(clause), at: end + 1)
            return String(characters)
        }
        var first = last
        while first > 0, isDigit(characters[first - 1]) { first -= 1 }
        let digit = characters[first].wholeNumberValue ?? 1
        // 1…8 further on: another digit, and never a leading zero.
        let other = (max(digit, 1) - 1 + 1 + hash(seed) % 8) % 9 + 1
        characters[first] = Character("\(other)")
        return String(characters)
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }
}

/// A number from 0 that is the same wherever and whenever it is asked.
func hash(_ text: String) -> Int {
    SHA256.hexDigest(Array(text.utf8)).prefix(12).reduce(0) {
        $0 * 16 + ($1.hexDigitValue ?? 0)
    }
}
