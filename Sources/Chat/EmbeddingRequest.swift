import Domain

/// Texts of which an endpoint is asked for vectors.
package struct EmbeddingRequest: Sendable, Equatable {
    /// Each once.
    package var texts: [String]

    package init(texts: [String]) {
        self.texts = texts
    }

    /// Texts are sent as they stand, without a template.
    package var prompt: PromptText { PromptText(name: "embed", text: "") }

    /// Tokens that the texts cannot exceed together: their bytes, and what models put around each.
    package var tokenCeiling: Int { texts.reduce(64) { $0 + $1.utf8.count + 8 } }

    /// The same for requests that an endpoint could only answer alike.
    package func key(at endpoint: Endpoint) -> String {
        SHA256.hexDigest((endpoint.url + "\n" + body(for: endpoint)).utf8)
    }

    /// The hash of a model with one text, whichever service has the model. The members that an
    /// endpoint is sent besides belong to the model: one may shorten its vectors.
    package static func hash(of text: String, at endpoint: Endpoint) -> String {
        SHA256.hexDigest(EmbeddingRequest(texts: [text]).body(for: endpoint).utf8)
    }

    /// The request's JSON, the same bytes for the same request.
    func body(for endpoint: Endpoint) -> String {
        let input = texts.map(quoted).joined(separator: ",")
        let members = ["\"model\":\(quoted(endpoint.model))", "\"input\":[\(input)]"]
        return "{" + (members + endpoint.dialect.furtherMembers).joined(separator: ",") + "}"
    }
}
