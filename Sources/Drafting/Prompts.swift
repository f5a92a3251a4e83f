package import Domain

/// The prompts of `config/prompts/`, read and understood.
package struct Prompts: Sendable {
    package enum Failure: Error, Equatable {
        case unreadable(path: String)
        case malformed(path: String, reason: String)
    }

    package let draft: PromptTemplate
    /// Selects paragraphs of a source that is too long.
    package let extract: PromptTemplate
    package let group: PromptTemplate
    package let judge: PromptTemplate
    package let repair: PromptTemplate

    /// Reads them all from a folder.
    package init(folder: String) throws(Failure) {
        draft = try PromptTemplate("draft", in: folder)
        extract = try PromptTemplate("extract", in: folder)
        group = try PromptTemplate("group", in: folder)
        judge = try PromptTemplate("judge", in: folder)
        repair = try PromptTemplate("repair", in: folder)
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
