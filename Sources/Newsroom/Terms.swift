import Editing

/// Words of a text for comparing: pairs of Han characters, and Latin words.
enum Terms {
    static func of(_ text: some StringProtocol) -> Set<String> {
        var terms: Set<String> = []
        var last: Character?
        var word = ""
        for character in text.lowercased() + " " {
            let isHan = character.unicodeScalars.first?.isHan == true
            if isHan, let last { terms.insert("\(last)\(character)") }
            last = isHan ? character : nil
            if !isHan, character.isLetter || character.isNumber {
                word.append(character)
            } else {
                if word.count > 1 { terms.insert(word) }
                word = ""
            }
        }
        return terms
    }
}
