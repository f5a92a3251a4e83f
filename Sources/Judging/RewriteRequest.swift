package import Chat
package import Domain
import Foundation
package import Verification

/// Sentences that do not stand, to be written anew from their evidence alone.
package struct RewriteRequest: Sendable {
    /// Sentences of one request.
    package static let most = 12

    private let items: [(id: String, claim: Claim, reason: String)]
    private let sources: [Int: Source]
    private let boundary: String

    /// - Parameters:
    ///   - claims: with evidence, and with what is wrong in words.
    ///   - secret: the ledger's; makes the boundaries unguessable.
    package init(
        _ claims: [(claim: Claim, reason: String)], sources: [Source], seed: String, secret: String
    ) {
        items = claims.prefix(Self.most).enumerated().map { index, item in
            (index < 9 ? "r0\(index + 1)" : "r\(index + 1)", item.claim, item.reason)
        }
        self.sources = Dictionary(uniqueKeysWithValues: sources.map { ($0.number, $0) })
        let identity = seed + items.map(\.claim.text).joined(separator: "\n")
        boundary = String(
            SHA256.authenticationCode(of: Array(identity.utf8), key: Array(secret.utf8)).prefix(16))
    }

    package var isEmpty: Bool { items.isEmpty }

    /// What the templates of the prompt are filled with.
    package var facts: [String: String] {
        ["sentences": items.map(block).joined(separator: "\n\n"), "schema": schema]
    }

    package func chat(system: String, user: String, prompt: PromptText) -> ChatRequest {
        ChatRequest(
            system: system, user: user, schemaName: "rewrites", schema: schema, prompt: prompt)
    }

    /// The new words by place; those that the model gave up are missing. An answer of another form
    /// has none: what is not rewritten falls.
    package func rewrites(from text: String) -> [Place: String] {
        struct Answer: Decodable {
            struct Rewrite: Decodable {
                var sentence: String
                var text: String
            }
            var rewrites: [Rewrite]
        }
        guard text.utf8.count <= 200_000, let open = text.firstIndex(of: "{"),
            let close = text.lastIndex(of: "}"), open < close,
            let answer = try? JSONDecoder().decode(
                Answer.self, from: Data(text[open...close].utf8))
        else { return [:] }
        var rewrites: [Place: String] = [:]
        for rewrite in answer.rewrites {
            guard let item = items.first(where: { $0.id == rewrite.sentence }),
                !rewrite.text.isEmpty, rewrite.text != item.claim.text
            else { continue }
            rewrites[item.claim.place] = oneLine(rewrite.text)
        }
        return rewrites
    }

    private func block(_ item: (id: String, claim: Claim, reason: String)) -> String {
        var lines = [
            "[[SENTENCE \(item.id) \(boundary)]]", "Sentence: \(oneLine(item.claim.text))",
            "Wrong: \(oneLine(item.reason))",
        ]
        for evidence in item.claim.evidence {
            guard let source = sources[evidence.source] else { continue }
            let span = String(decoding: Array(source.text.utf8)[evidence.range], as: UTF8.self)
            lines.append("Evidence \(source.id): \(oneLine(span))")
            lines.append("Passage \(source.id): \(oneLine(passage(of: evidence, in: source)))")
        }
        return (lines + ["[[/SENTENCE \(item.id) \(boundary)]]"]).joined(separator: "\n")
    }

    private var schema: String {
        let ids = items.map { quoted($0.id) }.joined(separator: ",")
        return "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"rewrites\"],"
            + "\"properties\":{\"rewrites\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
            + "\"additionalProperties\":false,\"required\":[\"sentence\",\"text\"],"
            + "\"properties\":{\"sentence\":{\"type\":\"string\",\"enum\":[\(ids)]},"
            + "\"text\":{\"type\":\"string\"}}}}}}"
    }
}
