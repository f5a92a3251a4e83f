/// The paragraphs of a page's article, separated by empty lines; empty when none stands out.
///
/// Every paragraph of prose speaks for the elements around it, the nearer the louder; the element
/// with the most votes holds the article.
func mainText(of document: HTMLDocument) -> String {
    guard let root = document.root else { return "" }
    let blocks = TextBlocks(of: root, keepsFurniture: false).blocks
    var votes: [Int: Double] = [:]
    for block in blocks where isProse(block) {
        var share = Double(weight(of: block.text))
        for element in block.path.dropLast().reversed().prefix(3) {
            votes[element.identity, default: 0] += share
            share /= 2
        }
        if block.path.count > 1, block.path.last?.name != "p", let own = block.path.last {
            votes[own.identity, default: 0] += Double(weight(of: block.text))
        }
    }
    guard let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return "" }
    let chosen = blocks.filter { block in
        block.path.contains { $0.identity == best.key }
            && (block.linked * 2 < block.text.count || block.linked < 20)
    }
    let paragraphs = trimmed(chosen).map(\.text)
    return paragraphs.joined(separator: "\n\n")
}

/// Long enough for a sentence, and not a list of links.
private func isProse(_ block: TextBlocks.Block) -> Bool {
    !block.isHeading && weight(of: block.text) >= 40 && block.linked * 3 < block.text.count
}

/// Letters, a Han character counting for two and a half.
private func weight(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2e80 ? 5 : 2) } / 2
}

/// Without headings that no prose follows, such as a list of further articles at the end.
private func trimmed(_ blocks: [TextBlocks.Block]) -> [TextBlocks.Block] {
    guard let last = blocks.lastIndex(where: { !$0.isHeading }) else { return [] }
    return Array(blocks[...last])
}
