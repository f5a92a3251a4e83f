import Domain
import Editing

/// Checks one sentence after another and keeps what was found.
struct SentenceCheck {
    var findings: [Finding] = []
    private let finder: EvidenceFinder
    private let foreignTexts: [(number: Int, text: [Character])]
    private var seen: Set<String> = []
    private let sources: [Int: Source]
    private let indices: [Int: SourceIndex]
    private let lexicon: Lexicon

    init(sources: [Source], lexicon: Lexicon) {
        finder = EvidenceFinder(sources)
        self.lexicon = lexicon
        self.sources = Dictionary(uniqueKeysWithValues: sources.map { ($0.number, $0) })
        indices = self.sources.mapValues {
            SourceIndex(number: $0.number, text: $0.text, lexicon: lexicon)
        }
        foreignTexts = sources.filter { !$0.isReusable && $0.text.hanShare > 0.5 }
            .map { ($0.number, Array($0.text)) }
    }

    /// The sentence as it may be published, nil when a hard finding condemns it.
    mutating func check(_ sentence: Draft.Sentence, at place: Place) -> ProvenDraft.Sentence? {
        let text = mended(sentence.text)
        var found = formFindings(in: text, place: place)
        found += language(of: text, place) + length(of: text, place) + overlap(of: text, place)
        if !seen.insert(text).inserted {
            found.append(hard("sentence.repeated", place, "the sentence stands there twice"))
        }
        let evidence = evidence(of: sentence, place, into: &found)
        if !evidence.isEmpty {
            found +=
                ClaimCheck(text, grounds: grounds(evidence), place: place, lexicon: lexicon)
                .findings
        }
        findings += found
        guard !found.contains(where: { $0.severity == .hard }) else { return nil }
        return ProvenDraft.Sentence(text: text, evidence: evidence)
    }

    private func grounds(_ evidence: [Evidence]) -> Grounds {
        let cited = Set(evidence.map(\.source))
        let texts = evidence.compactMap { item in
            sources[item.source].map { ($0.text, item.range) }
        }
        return Grounds(
            spans: texts.map { $0.bytes(in: $1) },
            passages: texts.map { $0.bytes(in: neighbourhood(of: $1, in: $0)) },
            cited: indices.values.filter { cited.contains($0.number) },
            others: indices.values.filter { !cited.contains($0.number) },
            published: evidence.lazy.compactMap { sources[$0.source]?.published }.first,
            lexicon: lexicon)
    }

    private func evidence(
        of sentence: Draft.Sentence, _ place: Place, into found: inout [Finding]
    ) -> [Evidence] {
        if sentence.evidence.isEmpty {
            found.append(hard("evidence.missing", place, "the sentence names no evidence"))
        }
        if sentence.evidence.count > 2 {
            found.append(
                Finding(
                    rule: "evidence.many", severity: .mended, place: place,
                    message: "\(sentence.evidence.count) spans; the first two count"))
        }
        var evidence: [Evidence] = []
        for quotation in sentence.evidence.prefix(2) {
            switch finder.find(quotation) {
            case .found(let match): evidence.append(match)
            case .ambiguous(let match):
                evidence.append(match)
                found.append(
                    Finding(
                        rule: "evidence.ambiguous", severity: .soft, place: place,
                        message: "the span stands in \(quotation.source) more than once"))
            case .snapped(let match, let words):
                evidence.append(match)
                found.append(
                    Finding(
                        rule: "evidence.snapped", severity: .mended, place: place,
                        message: "the span was set to the source's own words: \(words)"))
            case .unknownSource:
                found.append(
                    hard("evidence.source", place, "there is no source \(quotation.source)"))
            case .tooShort, .tooLong:
                found.append(
                    hard("evidence.length", place, "a span has 12 to 200 characters"))
            case .absent(let nearest):
                let hint = nearest.map { "; the nearest passage is \"\($0)\"" } ?? ""
                found.append(
                    hard(
                        "evidence.absent", place,
                        "\(quotation.source) does not say \"\(quotation.span.prefix(60))\"\(hint)"))
            }
        }
        return evidence
    }

    private func language(of text: String, _ place: Place) -> [Finding] {
        let text = text.withoutOriginals
        var latinRun = 0
        for word in text.split(whereSeparator: { $0 == " " }) {
            latinRun = word.unicodeScalars.allSatisfy({ !$0.isHan }) ? latinRun + 1 : 0
            if latinRun > 8 { break }
        }
        guard latinRun > 8 || text.hanCount < 4 || text.hanShare < 0.5 else { return [] }
        return [hard("language.foreign", place, "the sentence is not in Chinese")]
    }

    private func length(of text: String, _ place: Place) -> [Finding] {
        guard text.hanCount > 100 else { return [] }
        return [
            hard("sentence.long", place, "\(text.hanCount) Han; a sentence has at most 100")
        ]
    }

    /// More than thirty characters on end from a source that may not be taken over word for word.
    private func overlap(of text: String, _ place: Place) -> [Finding] {
        let own = Array(text)
        for (number, source) in foreignTexts where longestRun(own, source) > 30 {
            return [
                hard(
                    "overlap.run", place,
                    "more than 30 characters on end are copied from source \(number)")
            ]
        }
        return []
    }

    private func longestRun(_ a: [Character], _ b: [Character]) -> Int {
        var best = 0
        var runs = [Int](repeating: 0, count: b.count + 1)
        for character in a {
            var diagonal = 0
            for index in b.indices {
                let above = runs[index + 1]
                runs[index + 1] = b[index] == character ? diagonal + 1 : 0
                best = max(best, runs[index + 1])
                diagonal = above
            }
        }
        return best
    }

    private func hard(_ rule: String, _ place: Place, _ message: String) -> Finding {
        Finding(rule: rule, severity: .hard, place: place, message: message)
    }
}

extension String {
    /// Without what stands in brackets and is all Latin: the original of a name.
    fileprivate var withoutOriginals: String {
        var result = ""
        var rest = self[...]
        while let open = rest.firstIndex(where: { "（(".contains($0) }),
            let close = rest[open...].firstIndex(where: { "）)".contains($0) })
        {
            result += rest[..<open]
            let inside = rest[open...close]
            if inside.unicodeScalars.contains(where: \.isHan) { result += inside }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
