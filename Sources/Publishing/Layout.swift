import Domain
import Foundation
import Mustache

/// A template of `config/layouts/`: headings and labels of an article's body. Footnotes and front
/// matter are not its business.
package struct Layout: Sendable {
    private let template: MustacheTemplate
    package let text: String
    package let sha256: String

    package init(path: String) throws(CompileError) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .badLayout(path: path, reason: "it cannot be read")
        }
        try self.init(text, from: path)
    }

    /// A layout's text; `path` says where it came from.
    package init(_ text: String, from path: String) throws(CompileError) {
        self.text = text
        sha256 = SHA256.hexDigest(text.utf8)
        do {
            template = try MustacheTemplate(string: text)
        } catch {
            throw .badLayout(path: path, reason: "\(error)")
        }
        for part in ["{{{tldr}}}", "{{{text}}}", "{{{definitions}}}"] where !text.contains(part) {
            throw .badLayout(path: path, reason: "it lacks \(part)")
        }
    }

    func render(_ facts: [String: Any]) -> String {
        template.render(facts)
    }
}
