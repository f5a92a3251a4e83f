import Chat
package import Domain
import Foundation
import Verification

extension JudgeRequest {
    private struct Answer: Decodable {
        struct Verdict: Decodable {
            var claim: String
            var verdict: String
            var source: String
            var span: String
            var error: String
            var note: String
        }

        var verdicts: [Verdict]
    }

    /// What the judge says of each claim, by place; what it quotes is looked up, and without it a
    /// claim counts as not found.
    package func judgments(from text: String) throws(JudgeError) -> [Place: Judgment] {
        let answer = try decoded(text)
        let verdicts = Dictionary(grouping: answer.verdicts, by: \.claim)
        guard Set(verdicts.keys) == Set(items.map(\.id)),
            answer.verdicts.count == items.count
        else { throw .otherClaims }
        var judgments: [Place: Judgment] = [:]
        let finder = QuoteFinder(sources)
        for item in items {
            guard let verdict = verdicts[item.id]?.first,
                let judgment = judgment(verdict, of: item, finder)
            else { throw .malformed(reason: "an unknown verdict or error") }
            switch item.origin {
            case .claim(let claim): judgments[claim.place] = judgment
            case .canary(let canary):
                // A true one with a quotation that stands there; a false one whatever is quoted.
                let isRight =
                    canary.isTrue
                    ? judgment.word == .supported
                    : verdict.verdict != Judgment.Word.supported.rawValue
                guard isRight else {
                    throw .canary(isTrue: canary.isTrue, verdict: verdict.verdict)
                }
            }
        }
        return judgments
    }

    private func decoded(_ text: String) throws(JudgeError) -> Answer {
        guard text.utf8.count <= 200_000 else { throw .malformed(reason: "it is too long") }
        // Behind reasoning and in fences, as models will.
        let text = withoutReasoning(text).utf8
        guard let open = text.firstIndex(of: UInt8(ascii: "{")),
            let close = text.lastIndex(of: UInt8(ascii: "}")), open < close
        else { throw .malformed(reason: "it holds no object") }
        do {
            return try JSONDecoder().decode(Answer.self, from: Data(text[open...close]))
        } catch {
            throw .malformed(reason: "it does not decode")
        }
    }

    private func judgment(
        _ verdict: Answer.Verdict, of item: Item, _ finder: QuoteFinder
    ) -> Judgment? {
        guard let word = Judgment.Word(rawValue: verdict.verdict),
            let slip = Judgment.Slip(rawValue: verdict.error)
        else { return nil }
        var judgment = Judgment(
            word: word, slip: slip, note: String(oneLine(verdict.note).prefix(80)))
        guard word != .notFound else { return judgment }
        let allowed = Set(item.evidence.map(\.source))
        guard let number = Int(verdict.source.dropFirst()), allowed.contains(number),
            verdict.span.count <= 240, let found = finder.find(verdict.span, in: number)
        else {
            return Judgment(
                word: .notFound, slip: .extrinsic, note: "the judge's own quotation is not there")
        }
        guard word == .contradicted || finder.agrees(item.text, with: verdict.span) else {
            return Judgment(
                word: .notFound, slip: .number, note: "the judge's quotation has no such figure")
        }
        judgment.evidence = found
        return judgment
    }
}
