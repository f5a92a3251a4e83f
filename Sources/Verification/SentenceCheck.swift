import Domain
import Editing
import Foundation

/// Checks one sentence after another and keeps what was found.
struct SentenceCheck {
    var findings: [Finding] = []
    private let sources: SourceReadings
    private var seen: Set<String> = []
    /// Whether a sentence that stands has said which year it is.
    private var isDated = false
    /// The evidence that was read last.
    private var last: (evidence: [Evidence], grounds: Grounds)?

    init(_ sources: SourceReadings) {
        self.sources = sources
    }

    /// The sentence as it may be published, or why it may not.
    mutating func check(_ sentence: Draft.Sentence, at place: Place) -> Claim {
        let (edited, put, left) = edited(sentence.text)
        var found = put.map { Finding(mended: $0, place) } + left.map { $0.finding(place) }
        let evidence = evidence(of: sentence, place, into: &found)
        let text = dated(edited, by: evidence, place, into: &found)
        found += language(of: text, place) + length(of: text, place)
        found += sources.overlap.findings(in: text, place: place)
        if !seen.insert(text).inserted {
            found.append(FormRule.repeated.finding(place, "the sentence stands there twice"))
        }
        if !evidence.isEmpty {
            // Sentences side by side often have one span.
            let grounds = last?.evidence == evidence ? last?.grounds : nil
            let read = grounds ?? self.grounds(evidence)
            last = (evidence, read)
            found +=
                ClaimCheck(text, grounds: read, place: place, lexicon: sources.lexicon).findings
        }
        findings += found
        let isCondemned = found.contains { $0.severity == .hard }
        isDated = isDated || !isCondemned && firstDay(in: Array(text.unicodeScalars)) != nil
        return Claim(
            place: place, text: text, evidence: evidence, isCondemned: isCondemned,
            cues: found.filter { $0.severity == .soft }.map(\.rule))
    }

    private func grounds(_ evidence: [Evidence]) -> Grounds {
        let cited = Set(evidence.map(\.source))
        let texts = evidence.compactMap { item in
            sources[item.source].map { ($0.text, item.range) }
        }
        return Grounds(
            spans: texts.map { $0.bytes(in: $1) },
            passages: texts.map { $0.bytes(in: neighbourhood(of: $1, in: $0)) },
            cited: sources.indices.filter { cited.contains($0.number) },
            others: sources.indices.filter { !cited.contains($0.number) },
            published: published(evidence), lexicon: sources.lexicon)
    }

    private func published(_ evidence: [Evidence]) -> Date? {
        evidence.lazy.compactMap { sources[$0.source]?.published }.first
    }

    /// A reader of the archive is told the year by the first day of the article.
    private func dated(
        _ text: String, by evidence: [Evidence], _ place: Place, into found: inout [Finding]
    ) -> String {
        guard !isDated, let published = published(evidence),
            let better = withYear(text, published: published)
        else { return text }
        found.append(
            Finding(
                rule: FormRule.noYear.rawValue, severity: .mended, place: place,
                message: "mended: the first date of the article has no year"))
        return better
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
            switch sources.finder.find(quotation) {
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
        return [FormRule.foreign.finding(place, "the sentence is not in Chinese")]
    }

    private func length(of text: String, _ place: Place) -> [Finding] {
        guard text.hanCount > 100 else { return [] }
        return [
            FormRule.sentenceLong.finding(
                place, "\(text.hanCount) Han; a sentence has at most 100")
        ]
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

extension Finding {
    /// A flaw that was put right.
    init(mended flaw: Flaw, _ place: Place) {
        self.init(
            rule: flaw.rule.rawValue, severity: .mended, place: place,
            message: "mended: \(flaw.message)")
    }
}
