import Editing
import Foundation

/// A judge without knowledge: a claim is supported when each of its clauses stands in the passage,
/// to the letter but for spaces and for where its days are told. Rewrites a sentence as the evidence
/// that it was given.
struct VerbatimJudge {
    private struct Block {
        var id: String
        var text = ""
        var passages: [(source: String, text: String)] = []
        var evidence: [String] = []
    }

    private let blocks: [Block]
    let fault: AnswerFault?

    init(prompt: String, fault: AnswerFault?) {
        self.fault = fault
        var blocks: [Block] = []
        var source: String?
        for line in prompt.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("[[CLAIM ") || line.hasPrefix("[[SENTENCE ") {
                blocks.append(Block(id: String(line.split(separator: " ")[1])))
            } else if blocks.isEmpty || line.hasPrefix("[[/") {
                source = nil
            } else if line.hasPrefix("Claim: ") {
                blocks[blocks.count - 1].text = String(line.dropFirst(7))
            } else if line.hasPrefix("Sentence: ") {
                blocks[blocks.count - 1].text = String(line.dropFirst(10))
            } else if line.hasPrefix("Evidence "), let colon = line.firstIndex(of: ":") {
                blocks[blocks.count - 1].evidence.append(
                    String(line[colon...].dropFirst().drop { $0 == " " }))
            } else if line.hasPrefix("Source "), line.hasSuffix(":") {
                source = String(line.dropFirst(7).prefix { $0 != " " && $0 != ":" })
            } else if let id = source {
                blocks[blocks.count - 1].passages.append((id, String(line)))
                source = nil
            }
        }
        self.blocks = blocks
    }

    /// The answer to a request for verdicts.
    func verdicts() -> String {
        switch fault {
        case .judgesInProse: return "好的，这些主张看起来都没有问题。"
        case .judgesNothing: return #"{"verdicts":[]}"#
        default: break
        }
        let verdicts = blocks.map { block -> [String: String] in
            let first = block.passages.first
            var verdict = [
                "claim": block.id, "verdict": "not_found", "source": first?.source ?? "s1",
                "span": "", "error": "extrinsic", "note": "所附段落没有这样说",
            ]
            if fault == .judgesAllTrue {
                verdict["span"] = String(first?.text.prefix(120) ?? "")
            } else if fault == .judgesInventing {
                verdict["span"] = "段落里从来没有出现过的这样一句原文。"
            } else if let (source, span) = support(of: block) {
                (verdict["source"], verdict["span"]) = (source, span)
            } else {
                return verdict
            }
            verdict["verdict"] = "supported"
            verdict["error"] = "none"
            verdict["note"] = ""
            return verdict
        }
        return json(["verdicts": verdicts])
    }

    /// The answer to a request for rewrites: the evidence itself where it is a Chinese sentence.
    func rewrites() -> String {
        json([
            "rewrites": blocks.map { block in
                let sentence = block.evidence.first { text in
                    text.hasSuffix("。") && text.contains { $0.unicodeScalars.first?.isHan == true }
                }
                return ["sentence": block.id, "text": sentence ?? ""]
            }
        ])
    }

    /// The sentence of a passage that holds most of the claim, when the passage holds it all.
    private func support(of block: Block) -> (source: String, span: String)? {
        let clauses = clauses(block.text)
        guard !clauses.isEmpty else { return nil }
        let whole = block.passages.map { bare($0.text) }.joined(separator: "\n")
        guard clauses.allSatisfy(whole.contains),
            days(of: block.text).allSatisfy({ day in
                block.passages.contains { days(of: $0.text).contains(day) }
            })
        else { return nil }
        var best: (count: Int, source: String, span: String)?
        for passage in block.passages {
            for sentence in sentences(passage.text) {
                let bare = bare(sentence)
                let count = clauses.reduce(0) { $0 + (bare.contains($1) ? $1.count : 0) }
                if count > (best?.count ?? 0) { best = (count, passage.source, sentence) }
            }
        }
        return best.map { ($0.source, String($0.span.prefix(240))) }
    }

    private func clauses(_ text: String) -> [String] {
        bare(text).split { "，。；：！？".contains($0) }.map(String.init)
    }

    /// The days that a text names, without their years.
    private func days(of text: String) -> [String] {
        text.filter { !$0.isWhitespace }.matches(of: /\d{1,2}月\d{1,2}日/).map { String($0.0) }
    }

    /// Without spaces and days.
    private func bare(_ text: String) -> String {
        text.filter { !$0.isWhitespace }
            .replacing(/(\d{4}年)?\d{1,2}月\d{1,2}日/, with: "")
    }

    private func sentences(_ text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            current.append(character)
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let isEnd =
                "。！？".contains(character) && !"”）".contains(next)
                || character == "." && next == " "
            if isEnd {
                sentences.append(current)
                current = ""
            }
        }
        return (sentences + [current]).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.count >= 12 }
    }

    private func json(_ object: [String: [[String: String]]]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: (try? encoder.encode(object)) ?? Data(), as: UTF8.self)
    }
}
