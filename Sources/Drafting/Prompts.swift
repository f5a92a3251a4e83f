package import Domain
import Foundation
import Mustache

/// The prompts of `config/prompts/`, read and understood.
package struct Prompts: Sendable {
    package enum Failure: Error, Equatable {
        case unreadable(path: String)
        case malformed(path: String, reason: String)
    }

    private let system: MustacheTemplate
    private let user: MustacheTemplate
    /// Over the templates' text: what a call was made with.
    package let sha256: String

    /// Reads `draft-system.md` and `draft-user.md` from a folder.
    package init(folder: String) throws(Failure) {
        var text = ""
        func template(_ name: String) throws(Failure) -> MustacheTemplate {
            let path = folder + "/" + name
            guard let content = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw .unreadable(path: path)
            }
            text += content
            do {
                return try MustacheTemplate(string: content)
            } catch {
                throw .malformed(path: path, reason: "\(error)")
            }
        }
        system = try template("draft-system.md")
        user = try template("draft-user.md")
        sha256 = SHA256.hexDigest(text.utf8)
    }

    func render(_ facts: [String: Any]) -> (system: String, user: String) {
        (
            system.render(facts).trimmingCharacters(in: .whitespacesAndNewlines),
            user.render(facts).trimmingCharacters(in: .whitespacesAndNewlines)
        )
    }
}

extension Prompts.Failure: Domain.Failure {
    package var description: String {
        switch self {
        case .unreadable(let path): "cannot read the prompt \(path)"
        case .malformed(let path, let reason):
            "the prompt \(path) is no Mustache template: \(reason)"
        }
    }

    package var remedy: Remedy { .mend }
}
