import Domain
import Foundation
import Mustache

/// A template of `config/layouts/`: headings and labels of an article's body. Footnotes and front
/// matter are not its business.
package struct Layout: Sendable {
    private let template: MustacheTemplate

    package init(path: String) throws(CompileError) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .badLayout(path: path, reason: "it cannot be read")
        }
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
