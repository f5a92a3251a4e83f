package import Chat
import Domain
import Editing
package import Verification

/// What a judge is asked: claims with what they are drawn from, and two canaries among them.
package struct JudgeRequest: Sendable {
    /// Claims of one request, canaries not counted.
    package static let most = 12

    struct Item: Sendable, Equatable {
        enum Origin: Sendable, Equatable {
            case claim(Claim)
            case canary(Canary)
        }

        /// `c01`, in the order of the request.
        var id: String
        var origin: Origin

        var text: String {
            switch origin {
            case .claim(let claim): claim.text
            case .canary(let canary): canary.text
            }
        }

        var evidence: [Evidence] {
            switch origin {
            case .claim(let claim): claim.evidence
            case .canary(let canary): [canary.evidence]
            }
        }
    }

    let items: [Item]
    let sources: SourceReadings
    private let boundary: String

    /// Nil when no source has a sentence that a canary could be made of.
    /// - Parameters:
    ///   - seed: of the story and the try; the same gives the same request.
    ///   - secret: the ledger's; makes the boundaries unguessable.
    package init?(_ claims: [Claim], sources: SourceReadings, seed: String, secret: String) {
        let canaries = Canary.pair(from: sources.all, seed: seed)
        guard canaries.count == 2 else { return nil }
        var origins: [Item.Origin] = claims.prefix(Self.most).map { .claim($0) }
        for (index, canary) in canaries.enumerated() {
            origins.insert(
                .canary(canary), at: hash("\(seed) \(index)") % (origins.count + 1))
        }
        items = origins.enumerated().map { index, origin in
            Item(id: index < 9 ? "c0\(index + 1)" : "c\(index + 1)", origin: origin)
        }
        self.sources = sources
        let identity = seed + items.map(\.text).joined(separator: "\n")
        boundary = String(
            SHA256.authenticationCode(of: Array(identity.utf8), key: Array(secret.utf8)).prefix(16))
    }

    /// What the templates of the prompt are filled with.
    package var facts: [String: String] {
        ["claims": items.map(block).joined(separator: "\n\n"), "schema": schema]
    }

    package func chat(system: String, user: String, prompt: PromptText) -> ChatRequest {
        ChatRequest(
            system: system, user: user, schemaName: "verdicts", schema: schema, prompt: prompt)
    }

    private func block(_ item: Item) -> String {
        var lines = ["[[CLAIM \(item.id) \(boundary)]]", "Claim: \(oneLine(item.text))"]
        for evidence in item.evidence {
            guard let source = sources[evidence.source] else { continue }
            let day = source.published.map { " (\(Timestamp.text($0).prefix(10)))" } ?? ""
            lines.append("")
            lines.append("Source \(source.id)\(day):")
            lines.append(oneLine(passage(of: evidence, in: source)))
        }
        return (lines + ["[[/CLAIM \(item.id) \(boundary)]]"]).joined(separator: "\n")
    }

    private var schema: String {
        let ids = items.map { quoted($0.id) }.joined(separator: ",")
        let numbers = Set(items.flatMap(\.evidence).map(\.source)).sorted()
        let sources = numbers.map { quoted("s\($0)") }.joined(separator: ",")
        let words = Judgment.Word.allCases.map { quoted($0.rawValue) }.joined(separator: ",")
        let slips = Judgment.Slip.allCases.map { quoted($0.rawValue) }.joined(separator: ",")
        func choice(_ values: String) -> String { "{\"type\":\"string\",\"enum\":[\(values)]}" }
        let text = "{\"type\":\"string\"}"
        return "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"verdicts\"],"
            + "\"properties\":{\"verdicts\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
            + "\"additionalProperties\":false,"
            + "\"required\":[\"claim\",\"verdict\",\"source\",\"span\",\"error\",\"note\"],"
            + "\"properties\":{\"claim\":\(choice(ids)),\"verdict\":\(choice(words)),"
            + "\"source\":\(choice(sources)),\"span\":\(text),\"error\":\(choice(slips)),"
            + "\"note\":\(text)}}}}}"
    }
}

/// The evidence with up to three sentences on either side of it.
func passage(of evidence: Evidence, in source: Source) -> String {
    let ranges = sentenceRanges(of: source.text)
    let own = ranges.indices.filter { ranges[$0].overlaps(evidence.range) }
    guard let first = own.first, let last = own.last else {
        return String(decoding: Array(source.text.utf8)[evidence.range], as: UTF8.self)
    }
    let start = ranges[max(0, first - 3)].lowerBound
    let end = ranges[min(ranges.count - 1, last + 3)].upperBound
    return String(decoding: Array(source.text.utf8)[start..<end], as: UTF8.self)
}

func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
