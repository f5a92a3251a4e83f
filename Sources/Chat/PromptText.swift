import Domain

/// The templates that a request was made from, as the ledger keeps them: by hash.
package struct PromptText: Sendable, Equatable {
    /// What they are for, such as `draft`.
    package var name: String
    package var text: String
    package let sha256: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
        sha256 = SHA256.hexDigest(text.utf8)
    }
}
