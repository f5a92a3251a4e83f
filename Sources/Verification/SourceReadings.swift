package import Domain
import Editing

/// The sources of a story, read once: what sentences are checked against, passages looked for in,
/// and quotations found in.
package struct SourceReadings: Sendable {
    package let all: [Source]
    package let names: [Name]
    let lexicon: Lexicon
    let finder: EvidenceFinder
    let overlap: Overlap
    let indices: [SourceIndex]

    /// - Parameters:
    ///   - sources: as the model was shown them.
    ///   - names: those that two languages write differently.
    package init(_ sources: [Source], names: [Name] = seedNames) {
        let lexicon = Lexicon.knowing(names)
        all = sources
        self.names = names
        self.lexicon = lexicon
        finder = EvidenceFinder(sources)
        overlap = Overlap(sources)
        indices = sources.map {
            SourceIndex(number: $0.number, text: $0.text, lexicon: lexicon)
        }
    }

    package subscript(number: Int) -> Source? { all.first { $0.number == number } }
}
