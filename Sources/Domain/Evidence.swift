/// A verbatim span of a source that carries a sentence.
package struct Evidence: Sendable, Equatable {
    /// `Source.number`.
    package var source: Int
    /// UTF-8 byte offsets into the source's text, half-open, on character boundaries.
    package var range: Range<Int>

    package init(source: Int, range: Range<Int>) {
        self.source = source
        self.range = range
    }
}
