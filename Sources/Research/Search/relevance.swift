package import Domain

/// Whether a search result speaks of the headline's event: enough of the headline's words, or pairs
/// of Han characters, stand in its title or extract.
package func isRelevant(_ snippet: Snippet, to headline: String) -> Bool {
    let wanted = terms(headline)
    guard !wanted.isEmpty else { return false }
    let found = terms(snippet.title + " " + snippet.extract)
    return Double(wanted.intersection(found).count) >= 0.3 * Double(wanted.count)
}

private func terms(_ text: String) -> Set<String> {
    var terms: Set<String> = []
    var word = ""
    var last: Character?
    for character in text.lowercased() {
        let isHan = character.unicodeScalars.first.map { (0x3400...0x9fff).contains($0.value) }
        if isHan == true {
            if let last { terms.insert(String([last, character])) }
            last = character
        } else {
            last = nil
        }
        if isHan != true, character.isLetter || character.isNumber {
            word.append(character)
        } else {
            if word.count > 2 { terms.insert(word) }
            word = ""
        }
    }
    if word.count > 2 { terms.insert(word) }
    return terms
}
