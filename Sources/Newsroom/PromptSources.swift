import Domain
import Foundation

/// What a prompt asks for and the sources it shows.
struct PromptSources {
    struct Source {
        var id: String
        var title: String
        var isReusable: Bool
        var paragraphs: [String]
    }

    private(set) var isBrief = false
    /// Paragraphs are to be selected, nothing drafted.
    private(set) var isExtract = false
    private(set) var words = 600...1800
    private(set) var sources: [Source] = []

    init(_ prompt: String) {
        var open: (source: Source, end: String, isHead: Bool)?
        for line in prompt.split(separator: "\n", omittingEmptySubsequences: false) {
            if var block = open {
                if line == block.end {
                    sources.append(block.source)
                    open = nil
                } else {
                    take(line, into: &block)
                    open = block
                }
            } else if line.hasPrefix("[[SOURCE "), line.hasSuffix("]]") {
                let parts = line.dropFirst(9).dropLast(2).split(separator: " ")
                guard parts.count == 2 else { continue }
                let source = Source(
                    id: String(parts[0]), title: "", isReusable: false, paragraphs: [])
                open = (source, "[[/SOURCE \(parts[0]) \(parts[1])]]", true)
            } else if line.hasPrefix("Kind: ") {
                isBrief = line.hasSuffix("brief")
                isExtract = line.hasSuffix("extract")
            } else if line.hasPrefix("Words: ") {
                let bounds = line.dropFirst(7).split(separator: "-").compactMap { Int($0) }
                if bounds.count == 2, bounds[0] <= bounds[1] { words = bounds[0]...bounds[1] }
            }
        }
        // Where some may be taken over word for word, the others may not.
        if sources.contains(where: \.isReusable) { sources.removeAll { !$0.isReusable } }
    }

    /// What a prompt that shows these sources whole would ask for.
    init(_ sources: [Domain.Source], kind: ArticleKind) {
        isBrief = kind == .brief
        words = isBrief ? 150...400 : 600...1800
        self.sources = sources.map {
            Source(
                id: $0.id, title: $0.title, isReusable: $0.isReusable,
                paragraphs: $0.text.split(separator: "\n\n").map(String.init))
        }
    }

    private func take(
        _ line: Substring, into block: inout (source: Source, end: String, isHead: Bool)
    ) {
        if block.isHead {
            if line.isEmpty { block.isHead = false }
            if line.hasPrefix("Title: ") { block.source.title = String(line.dropFirst(7)) }
            if line == "Reuse: verbatim" { block.source.isReusable = true }
        } else if !line.isEmpty {
            block.source.paragraphs.append(String(line))
        }
    }
}
