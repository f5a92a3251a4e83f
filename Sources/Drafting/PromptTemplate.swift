package import Chat
import Domain
import Foundation
import Mustache

/// The two templates of one prompt: what a model is told to be, and what it is given.
package struct PromptTemplate: Sendable {
    private let system: MustacheTemplate
    private let user: MustacheTemplate
    package let source: PromptText

    /// Reads `NAME-system.md` and `NAME-user.md` from a folder.
    package init(_ name: String, in folder: String) throws(Prompts.Failure) {
        let (systemText, system) = try Self.template("\(folder)/\(name)-system.md")
        let (userText, user) = try Self.template("\(folder)/\(name)-user.md")
        self.system = system
        self.user = user
        source = PromptText(name: name, text: systemText + userText)
    }

    /// Fills the templates in; what stands in `{{…}}` is escaped for HTML, in `{{{…}}}` it is not.
    package func render(_ facts: [String: Any]) -> (system: String, user: String) {
        (Self.trimmed(system.render(facts)), Self.trimmed(user.render(facts)))
    }

    private static func trimmed(_ text: String) -> String {
        let head = text.utf8.drop { $0 <= 32 }
        return head.lastIndex { $0 > 32 }.map { String(decoding: head[...$0], as: UTF8.self) } ?? ""
    }

    private static func template(
        _ path: String
    ) throws(Prompts.Failure) -> (text: String, template: MustacheTemplate) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .unreadable(path: path)
        }
        do {
            return (text, try MustacheTemplate(string: text))
        } catch {
            throw .malformed(path: path, reason: "\(error)")
        }
    }
}
